package io.ccmux.server.format;

import static io.ccmux.server.format.Subject.flag;
import static io.ccmux.server.format.Variables.seconds;

import java.util.List;
import java.util.function.Function;

/** Variables of the server itself. */
final class ServerVariables {
    /** The version of tmux that formats and commands are those of: configuration files ask for it. */
    private static final String TMUX = "3.7c";

    // @formatter:off
    static final List<Variables.Row> ROWS = List.of(
            row("buffer_mode_format", server -> DefaultFormats.CHOOSE_BUFFER),
            row("client_mode_format", server -> DefaultFormats.CHOOSE_CLIENT),
            row("tree_mode_format", server -> DefaultFormats.CHOOSE_TREE),
            row("config_files", server -> server.configFiles()),
            row("host", server -> server.host()),
            row("host_short", server -> shortName(server.host())),
            row("pid", server -> String.valueOf(server.pid())),
            row("sixel_support", server -> "0"),
            row("socket_path", server -> server.socket()),
            row("start_time", server -> seconds(server.startedMicros())),
            row("uid", server -> String.valueOf(server.uid())),
            row("user", server -> server.user()),
            row("ccmux_version", server -> server.version()),
            row("version", server -> TMUX),
            new Variables.Row("next_session_id", it -> it.world().mux().nextSession().toString()),
            new Variables.Row("server_sessions", it -> String.valueOf(it.world().mux().sessions().size())),
            new Variables.Row("pane_marked_set", it -> it.pane()
                    .map(pane -> flag(it.world().mux().marked().isPresent())).orElse("")));
    // @formatter:on

    private ServerVariables() {}

    private static Variables.Row row(String name, Function<ServerFacts, String> value) {
        return new Variables.Row(name, it -> value.apply(it.world().server()));
    }

    private static String shortName(String host) {
        int dot = host.indexOf('.');
        return dot < 0 ? host : host.substring(0, dot);
    }
}
