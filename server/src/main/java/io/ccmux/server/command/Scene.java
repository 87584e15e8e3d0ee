package io.ccmux.server.command;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.World;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;

/**
 * Who calls a command, and what is around at that moment besides the state.
 *
 * @param caller      the client that asks
 * @param clients     all clients that are attached, in the order of their arrival
 * @param environment the caller's environment
 * @param directory   the caller's working directory
 * @param pane        the pane that the call comes from: that of the key, or the caller's {@code CCMUX_PANE}
 * @param gone        the pane that the call is about before all others: that of the hook or of the mode that runs
 *                    it, or what a command before it on the same line has gone to
 * @param mouse       where the mouse event that led here happened
 * @param key         the name of the key that led here, or empty
 * @param micros      now, microseconds since 1970
 * @param server      the server itself
 * @param modes       what panes show instead of their terminals
 * @param world       what formats may tell of
 * @param variables   what formats can tell besides, about the hook that runs the command
 */
public record Scene(ClientView caller, List<ClientView> clients, Map<String, String> environment, String directory,
        Optional<PaneId> pane, Optional<Gone> gone, Optional<MousePlace> mouse, String key, long micros,
        ServerView server, ModeView modes,
        World world, Map<String, String> variables) {
    /**
     * The server as commands see it.
     *
     * @param environment what it was started with
     * @param messages    what was shown to users, the oldest first
     * @param jobs        shell commands that are running
     * @param prompts     what users answered to prompts of a kind, the oldest first
     */
    public record ServerView(long pid, String socket, String version, long startedMicros, ZoneId zone,
            String defaultShell, Map<String, String> environment, List<LoggedMessage> messages, List<String> jobs,
            Map<String, List<String>> prompts) {}

    /** Where a line of commands has gone to: what it made or selected last. */
    public record Gone(SessionId session, PaneId pane) {}

    /** A line that was shown to a user, for {@code show-messages}. */
    public record LoggedMessage(long micros, String text) {}

    /**
     * Where a mouse event happened: in a pane (x and y are cells of it), on a border (cells of the window) or on the
     * status line (cells of the client).
     *
     * @param fromX where the mouse was the time before, if this is a drag
     */
    public record MousePlace(Optional<PaneId> pane, String range, int x, int y, int fromX, int fromY) {
        public MousePlace(Optional<PaneId> pane, String range, int x, int y) {
            this(pane, range, x, y, x, y);
        }
    }

    /** What modes panes are in. */
    public interface ModeView {
        /** The name of the mode that a pane is in, such as {@code copy-mode}, or empty. */
        String mode(PaneId pane);

        /** What the mode adds to the variables of formats. */
        Map<String, String> variables(PaneId pane);

        /** The lines that the mode shows, for {@code capture-pane -M}. */
        List<String> lines(PaneId pane);
    }

    /** The same with one more variable for formats. */
    Scene with(String variable, String value) {
        var more = new HashMap<>(variables);
        more.put(variable, value);
        return new Scene(caller, clients, environment, directory, pane, gone, mouse, key, micros, server, modes,
                world, more);
    }

    /** The client that is attached and asks, if it is so. */
    public Optional<ClientView> attached() {
        return caller.session().isPresent() ? Optional.of(caller) : Optional.empty();
    }

    /** Whether a client asks at all, rather than a hook or a configuration file. */
    public boolean hasCaller() {
        return caller.pid() != 0;
    }

    public Optional<ClientView> client(ClientId id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst();
    }
}
