package io.ccmux.server.mux;

import java.util.Locale;

import io.ccmux.config.Options;

/**
 * Whether and where the panes of a window have a bar that tells how much history there is and which part is shown.
 *
 * <pre>
 *   on      +-----------+---+-----+    modal: only while a pane is in copy mode, over its last columns
 *           | the pane  |pad|width|
 *           +-----------+---+-----+
 * </pre>
 *
 * @param when {@code off}, {@code modal} or {@code on}
 * @param left whether it is at the left of the pane
 * @param width columns of the bar
 * @param pad  columns between the bar and the pane
 */
public record Scrollbar(String when, boolean left, int width, int pad) {

    public static Scrollbar of(Options window) {
        int width = 1;
        int pad = 0;
        for (String part : window.string("pane-scrollbars-style").toLowerCase(Locale.ROOT).split("[ ,]")) {
            if (part.matches("width=[0-9]{1,4}")) {
                width = Math.max(1, Integer.parseInt(part.substring("width=".length())));
            } else if (part.matches("pad=[0-9]{1,4}")) {
                pad = Integer.parseInt(part.substring("pad=".length()));
            }
        }
        return new Scrollbar(window.choice("pane-scrollbars"),
                window.choice("pane-scrollbars-position").equals("left"), width, pad);
    }

    public boolean modal() {
        return when.equals("modal");
    }

    /** What is left of a cell of the layout for the pane itself where there is a bar. */
    Rectangle rest(Rectangle cell) {
        int columns = cell.columns() - width - pad;
        return columns < 1
                ? cell
                : new Rectangle(left ? cell.x() + width + pad : cell.x(), cell.y(), columns, cell.rows());
    }

    /** The bar's columns of a cell of the layout. */
    public Rectangle bar(Rectangle cell) {
        int columns = Math.min(width, cell.columns());
        return new Rectangle(left ? cell.x() : cell.right() + 1 - columns, cell.y(), columns, cell.rows());
    }
}
