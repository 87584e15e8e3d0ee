package io.ccmux.server.format;

import java.util.List;

/** What a format is expanded against: what names mean, what loops walk over, and when it is. */
public interface FormatContext {

    /** The value of a variable, an option or an environment variable; empty for an unknown name. Times are seconds. */
    String value(String name);

    /** The time to which {@code %H:%M} and {@code t:} refer. */
    Moment moment();

    /** The last output of a {@code #()} job; empty if there is none yet or jobs are not for this context. */
    default String job(String command) {
        return "";
    }

    /** Contexts of all sessions, in order ({@code S:}). */
    default List<FormatContext> sessions() {
        return List.of();
    }

    /** Contexts of the windows of this context's session, in order ({@code W:}). */
    default List<FormatContext> windows() {
        return List.of();
    }

    /** Contexts of the panes of this context's window, in order ({@code P:}). */
    default List<FormatContext> panes() {
        return List.of();
    }

    /** Contexts of all clients, in order ({@code L:}). */
    default List<FormatContext> clients() {
        return List.of();
    }

    /** Whether a loop should use its second text for this context: the session, window or pane one is in. */
    default boolean current() {
        return false;
    }

    /** The first line on the pane's screen that holds the text, counted from 1; 0 if none does ({@code C:}). */
    default int search(String text, boolean regex, boolean ignoreCase) {
        return 0;
    }
}
