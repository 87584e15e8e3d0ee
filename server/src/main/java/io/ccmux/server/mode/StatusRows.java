package io.ccmux.server.mode;

import io.ccmux.server.mux.Session;

/** Where the status line of a session's clients stands. */
final class StatusRows {
    private StatusRows() {}

    static int count(Session session) {
        return switch (session.options().choice("status")) {
            case "off" -> 0;
            case "on" -> 1;
            default -> session.options().number("status");
        };
    }

    static boolean top(Session session) {
        return session.options().choice("status-position").equals("top");
    }

    /** Rows of it above the window. */
    static int above(Session session) {
        return top(session) ? count(session) : 0;
    }
}
