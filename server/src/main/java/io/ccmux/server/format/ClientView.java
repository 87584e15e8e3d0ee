package io.ccmux.server.format;

import java.util.Optional;

import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;

/**
 * A client as formats and commands see it, at one moment.
 *
 * @param terminal       its terminal device, such as {@code /dev/pts/3}; empty if it has none
 * @param type           its TERM
 * @param session        the session that it is attached to; empty for one that only runs commands
 * @param last           the session it was attached to before
 * @param createdMicros  when it connected
 * @param activityMicros when its user last pressed a key
 * @param keyTable       the table that its next key is looked up in
 * @param pane           the active pane of its own that it has in the window it shows, with the flag active-pane
 * @param prefixed       whether the prefix key was pressed and the next key not yet
 */
public record ClientView(ClientId id, long pid, String terminal, String type, Optional<SessionId> session,
        Optional<SessionId> last, Size size, long createdMicros, long activityMicros, String keyTable, boolean prefixed,
        ClientFlags flags, boolean utf8, boolean focused, boolean controlMode, Outer outer,
        Optional<PaneId> pane) {
    /**
     * The terminal that a client draws on.
     *
     * @param features     the words of what it can do, commas between them
     * @param type         what it answered when it was asked its name
     * @param theme        {@code dark}, {@code light} or empty
     * @param writtenBytes how much was sent to it
     */
    public record Outer(String features, String type, String theme, long writtenBytes) {
        public static final Outer UNKNOWN = new Outer("", "", "", 0);
    }

    public boolean readOnly() {
        return flags.readOnly();
    }

    public boolean ignoresSize() {
        return flags.ignoresSize();
    }

    /** What tmux calls the client: its terminal, or its process where it has none. */
    public String name() {
        return terminal.isEmpty() ? "client-" + pid : terminal;
    }
}
