package io.ccmux.server.render;

import io.ccmux.config.Options;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Rectangle;

/** The status line of a client as somebody else sees it in a preview: the first columns of it. */
public final class StatusPreview {
    private StatusPreview() {}

    /** How many lines a session's status line takes: 0 if it is off. */
    public static int lines(Options session) {
        return StatusLine.lines(session);
    }

    public static boolean atTop(Options session) {
        return StatusLine.atTop(session);
    }

    /** Draws as many lines as the area has, laid out for a client of so many columns. */
    public static void draw(Canvas canvas, Rectangle area, int columns, Subject client) {
        Canvas whole = new Canvas(columns, Math.max(1, area.rows()), canvas.table());
        new StatusLine(new Formats()).draw(whole, 0, area.rows(), client);
        for (int y = 0; y < area.rows(); y++) {
            canvas.copy(whole, 0, y, area.x(), area.y() + y, Math.min(columns, area.columns()));
        }
    }
}
