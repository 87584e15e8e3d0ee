package io.ccmux.server.format;

import static io.ccmux.server.format.Subject.flag;
import static io.ccmux.server.format.Variables.seconds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionId;

/** Variables of a client. */
final class ClientVariables {
    // @formatter:off
    static final List<Variables.Row> ROWS = List.of(
            row("client_activity", client -> seconds(client.activityMicros())),
            row("client_control_mode", client -> flag(client.controlMode())),
            row("client_created", client -> seconds(client.createdMicros())),
            row("client_discarded", client -> "0"),
            row("client_flags", ClientVariables::flags),
            row("client_height", client -> String.valueOf(client.size().rows())),
            row("client_key_table", client -> client.keyTable()),
            row("client_name", client -> client.name()),
            row("client_pid", client -> String.valueOf(client.pid())),
            row("client_prefix", client -> flag(client.prefixed())),
            row("client_readonly", client -> flag(client.readOnly())),
            row("client_termname", client -> client.type()),
            row("client_termtype", client -> client.outer().type()),
            row("client_termfeatures", client -> client.outer().features()),
            row("client_theme", client -> client.outer().theme()),
            row("client_cell_height", client -> "32"),
            row("client_cell_width", client -> "16"),
            row("client_tty", client -> client.terminal()),
            row("client_utf8", client -> flag(client.utf8())),
            row("client_width", client -> String.valueOf(client.size().columns())),
            row("client_written", client -> String.valueOf(client.outer().writtenBytes())),
            new Variables.Row("client_last_session", it -> name(it, it.client().flatMap(ClientView::last))),
            new Variables.Row("client_session", it -> name(it, it.client().flatMap(ClientView::session))),
            new Variables.Row("client_uid", it -> String.valueOf(it.world().server().uid())),
            new Variables.Row("client_user", it -> it.world().server().user()));
    // @formatter:on

    private ClientVariables() {}

    private static Variables.Row row(String name, Function<ClientView, String> value) {
        return new Variables.Row(name, it -> it.client().map(value).orElse(""));
    }

    private static String name(Subject it, Optional<SessionId> id) {
        Mux mux = it.world().mux();
        return id.flatMap(mux::find).map(Session::name).orElse("");
    }

    private static String flags(ClientView client) {
        List<String> flags = new ArrayList<>();
        if (client.session().isPresent()) {
            flags.add("attached");
        }
        if (client.focused()) {
            flags.add("focused");
        }
        if (client.controlMode()) {
            flags.add("control-mode");
        }
        flags.addAll(client.flags().words());
        if (client.utf8()) {
            flags.add("UTF-8");
        }
        return String.join(",", flags);
    }
}
