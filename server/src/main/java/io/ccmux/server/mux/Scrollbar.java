package io.ccmux.server.mux;

import java.util.Locale;

import io.ccmux.config.Options;

/**
 * The bar beside a pane that tells how much history there is and which part is shown.
 *
 * <pre>
 *   +-----------+---+-----+
 *   | the pane  |pad|width|    pane-scrollbars on: always; modal: while the pane shows its past
 *   +-----------+---+-----+
 * </pre>
 *
 * @param left  whether it is at the left of the pane
 * @param width columns of the bar
 * @param pad   columns between the bar and the pane
 */
public record Scrollbar(boolean left, int width, int pad) {

    public static Scrollbar of(Options pane) {
        int width = 1;
        int pad = 0;
        for (String part : pane.string("pane-scrollbars-style").toLowerCase(Locale.ROOT).split("[ ,]")) {
            if (part.matches("width=[0-9]{1,4}")) {
                width = Math.max(1, Integer.parseInt(part.substring("width=".length())));
            } else if (part.matches("pad=[0-9]{1,4}")) {
                pad = Integer.parseInt(part.substring("pad=".length()));
            }
        }
        return new Scrollbar(pane.choice("pane-scrollbars-position").equals("left"), width, pad);
    }

    /** What is left of a cell of the layout for the pane itself where there is a bar: one column at least. */
    Rectangle rest(Rectangle cell) {
        int columns = Math.max(1, cell.columns() - width - pad);
        return new Rectangle(left ? cell.right() + 1 - columns : cell.x(), cell.y(), columns, cell.rows());
    }

    /** The bar's columns of a cell of the layout. */
    public Rectangle bar(Rectangle cell) {
        int columns = Math.min(width, cell.columns());
        return new Rectangle(left ? cell.x() : cell.right() + 1 - columns, cell.y(), columns, cell.rows());
    }
}
