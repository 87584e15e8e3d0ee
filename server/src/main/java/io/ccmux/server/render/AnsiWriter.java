package io.ccmux.server.render;

import java.util.Arrays;

import io.ccmux.server.render.TerminalFeatures.Feature;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.Style;

/**
 * Keeps one client's terminal showing the canvas it should: writes the difference to the one it has.
 *
 * <p>What moved as a whole is scrolled by the terminal, of the rest only the cells that differ are written. The
 * terminal must not wrap by itself ({@link OuterTerminal#enter} sees to that), and every position is set explicitly
 * after what the terminal may measure in another way, so no mistake about a width spreads.
 */
public final class AnsiWriter {
    /** Blanks that are erased rather than written. */
    private static final int ERASE_MIN = 10;
    /** Equal cells that are repeated rather than written. */
    private static final int REPEAT_MIN = 8;
    /** Cells of the longest word that is written whole for the sake of a single cell. */
    private static final int WORD_MAX = 24;
    /** Cells that are written again rather than jumped over. */
    private static final int GAP_MAX = 4;
    /** Changed rows from which on a scroll is looked for. */
    private static final int SCROLL_ROWS_MIN = 3;

    private final TerminalFeatures features;
    private final boolean wideAmbiguous;
    private final Pen pen;
    private final CursorMover cursor = new CursorMover();
    private final ScrollFinder scrolls = new ScrollFinder();
    private final ByteSink out = new ByteSink();
    private Canvas shown;
    private Canvas wanted;
    /** Styles as this terminal can show them, by their numbers. */
    private Style[] reduced = new Style[0];
    private int penNumber;
    private boolean valid;
    private boolean cursorVisible;
    /** Whether letters are DEC's graphics now. */
    private boolean graphics;
    private int cursorStyle;
    private int cursorColour = Palette.UNSET;

    public AnsiWriter(TerminalFeatures features, CellTable table) {
        this.features = features;
        this.wideAmbiguous = features.has(Feature.WIDE_AMBIGUOUS) && !features.has(Feature.ASCII);
        this.pen = new Pen(features);
        this.shown = new Canvas(1, 1, table);
        this.wanted = shown;
    }

    /** Nobody knows what the terminal shows: the next update draws everything. */
    public void invalidate() {
        valid = false;
    }

    /** What makes the terminal show the canvas; nothing if it already does. */
    public byte[] update(Canvas canvas) {
        wanted = canvas;
        out.clear();
        boolean restart = !valid || !sameShape();
        int changed = restart ? wanted.rows() : changedRows();
        boolean hidden = restart || changed > 1;
        if (hidden) {
            hide(restart);
        }
        if (restart) {
            restart();
        } else if (changed >= SCROLL_ROWS_MIN && scrolls.find(shown, wanted)) {
            scroll();
        }
        if (changed > 0) {
            for (int y = 0; y < wanted.rows(); y++) {
                writeRow(y);
            }
        }
        graphics(false);
        finishCursor(restart);
        if (hidden && features.has(Feature.SYNCHRONISED)) {
            out.add("\u001b[?2026l");
        }
        valid = true;
        return out.copy();
    }

    private boolean sameShape() {
        return wanted.columns() == shown.columns() && wanted.rows() == shown.rows()
                && sameTable();
    }

    @SuppressWarnings("ReferenceEquality") // a table is itself and nothing else
    private boolean sameTable() {
        return wanted.table() == shown.table();
    }

    private int changedRows() {
        int changed = 0;
        for (int y = 0; y < wanted.rows(); y++) {
            changed += wanted.mismatch(shown, y, 0) >= 0 ? 1 : 0;
        }
        return changed;
    }

    /** Hides what happens in between. */
    private void hide(boolean restart) {
        if (features.has(Feature.SYNCHRONISED)) {
            out.add("\u001b[?2026h");
        }
        if (cursorVisible || restart) {
            out.add("\u001b[?25l");
            cursorVisible = false;
        }
    }

    private void finishCursor(boolean restart) {
        if (wanted.cursorVisible()) {
            cursor.move(wanted.cursorX(), wanted.cursorY(), out);
            if (features.has(Feature.CURSOR_STYLE) && (restart || cursorStyle != wanted.cursorStyle())) {
                out.csi().number(wanted.cursorStyle()).add(" q");
                cursorStyle = wanted.cursorStyle();
            }
            if (features.has(Feature.CURSOR_COLOUR) && cursorColour != wanted.cursorColour()) {
                cursorColour = wanted.cursorColour();
                out.add(OuterTerminal.cursorColour(cursorColour));
            }
        }
        if (wanted.cursorVisible() != cursorVisible) {
            out.add(wanted.cursorVisible() ? "\u001b[?25h" : "\u001b[?25l");
            cursorVisible = wanted.cursorVisible();
        }
    }

    private void restart() {
        if (!sameShape()) {
            shown = new Canvas(wanted.columns(), wanted.rows(), wanted.table());
            reduced = new Style[0];
        }
        shown.clear();
        out.add("\u001b[r\u001b[m\u001b[H\u001b[2J");
        pen.forget();
        penNumber = 0;
        cursor.at(0, 0);
    }

    private void scroll() {
        int top = scrolls.top();
        int bottom = scrolls.bottom();
        int by = scrolls.distance();
        boolean whole = top == 0 && bottom == wanted.rows();
        style(0);
        if (!whole) {
            out.csi().number(top + 1).add(';').number(bottom).add('r');
            cursor.lose();
        }
        cursor.move(0, by > 0 ? bottom - 1 : top, out);
        for (int i = 0; i < Math.abs(by); i++) {
            out.add(by > 0 ? "\n" : "\u001bM");
        }
        if (!whole) {
            out.add("\u001b[r");
            cursor.at(0, 0);
        }
        shown.scroll(top, bottom, by);
    }

    private void writeRow(int y) {
        int x = wanted.mismatch(shown, y, 0);
        if (x < 0) {
            return;
        }
        int tail = blankTail(y);
        while (x >= 0) {
            if (x >= tail) {
                blankStyle(wanted.styleAt(x, y));
                cursor.move(x, y, out);
                out.add("\u001b[K");
                break;
            }
            int start = wordStart(x, y);
            if (wanted.glyphAt(start, y) == Glyph.RIGHT_HALF) {
                start--;
            }
            while (start < x) {
                start += writeCells(start, y, tail);
            }
            x = writeSpan(start, y, tail);
            x = x < wanted.columns() ? wanted.mismatch(shown, y, x) : -1;
        }
        shown.copyRow(wanted, y);
    }

    /**
     * Where the word begins that a cell belongs to: short words are written whole, so that who reads the stream (a log,
     * a screen reader, a script that waits for a word) finds them in it. The cell itself if the word is long.
     */
    private int wordStart(int x, int y) {
        int start = x;
        while (start > 0 && x - start < WORD_MAX && wanted.glyphAt(start - 1, y) != Glyph.BLANK) {
            start--;
        }
        return x - start < WORD_MAX ? start : x;
    }

    /** How many cells of a short word are left from a cell on; 0 between words and in long ones. */
    private int wordRest(int x, int y, int end) {
        int rest = 0;
        while (x + rest < end && rest < WORD_MAX && wanted.glyphAt(x + rest, y) != Glyph.BLANK) {
            rest++;
        }
        return rest < WORD_MAX ? rest : 0;
    }

    /** The column from which on the row is blank in a way that erasing makes; the width if that is not worth it. */
    private int blankTail(int y) {
        int last = wanted.columns() - 1;
        int style = wanted.styleAt(last, y);
        if (!erasable(style)) {
            return wanted.columns();
        }
        int x = last + 1;
        while (x > 0 && wanted.glyphAt(x - 1, y) == Glyph.BLANK && wanted.styleAt(x - 1, y) == style) {
            x--;
        }
        return last + 1 - x >= GAP_MAX ? x : last + 1;
    }

    /** Whether erasing cells leaves them as blanks of this style. */
    private boolean erasable(int number) {
        Style style = wanted.table().style(number);
        return !style.has(Pen.SEEN_ON_BLANKS) && style.link().none()
                && (style.background() == Style.DEFAULT || features.has(Feature.BCE));
    }

    /** Writes from a cell that differs up to where the rest is right for a while; returns that column. */
    private int writeSpan(int from, int y, int tail) {
        int x = from;
        while (x < tail) {
            int same = sameCells(x, y, tail);
            boolean right = same > GAP_MAX || (same > 0 && x + same >= tail);
            int rest = right ? wordRest(x, y, tail) : 0;
            if (right && rest == 0) {
                return x;
            }
            x += writeCells(x, y, right ? x + rest : tail);
        }
        return x;
    }

    /** Cells from here on that are already right; more than {@link #GAP_MAX} are not counted. */
    private int sameCells(int x, int y, int end) {
        int count = 0;
        while (count <= GAP_MAX && x + count < end && wanted.glyphAt(x + count, y) == shown.glyphAt(x + count, y)
                && wanted.styleAt(x + count, y) == shown.styleAt(x + count, y)) {
            count++;
        }
        return count;
    }

    /** Writes one cell, or a run of equal ones; returns how many columns that were. */
    private int writeCells(int x, int y, int end) {
        int glyph = drawn(wanted.glyphAt(x, y));
        int style = wanted.styleAt(x, y);
        int run = 1;
        if (glyph < 0x7f && glyph != Glyph.RIGHT_HALF) {
            while (x + run < end && wanted.glyphAt(x + run, y) == glyph && wanted.styleAt(x + run, y) == style) {
                run++;
            }
        }
        if (glyph == Glyph.BLANK) {
            blankStyle(style);
        } else {
            style(style);
        }
        cursor.move(x, y, out);
        if (glyph == Glyph.BLANK && run >= ERASE_MIN && erasable(style)) {
            out.csi().number(run).add('X');
            return run;
        }
        if (glyph < 0x7f && glyph != Glyph.RIGHT_HALF) {
            writeAscii(glyph, run);
        } else {
            run = writeGlyph(glyph);
            if (doubtful(glyph)) {
                // it may have spread over its neighbours
                shown.spoil(x + run, y, codePoints(glyph) * 2 - run);
            }
        }
        if (x + run >= wanted.columns()) {
            // whether the cursor stays or waits behind the edge is another matter for each terminal
            cursor.loseColumn();
        }
        return run;
    }

    /** What is written for a glyph: lines are letters where they would take two columns. */
    private int drawn(int glyph) {
        int stroke = wideAmbiguous && !Glyph.isCluster(glyph) ? LineDrawing.stroke(Glyph.value(glyph)) : 0;
        return stroke > 0 ? stroke : glyph;
    }

    private void writeAscii(int glyph, int run) {
        graphics(false);
        if (run >= REPEAT_MIN && features.has(Feature.REPEAT)) {
            out.add(glyph).csi().number(run - 1).add('b');
        } else {
            for (int i = 0; i < run; i++) {
                out.add(glyph);
            }
        }
        cursor.advance(run);
    }

    /** As many as the terminal might show side by side, two columns each, if it joins none of them. */
    private int codePoints(int glyph) {
        if (!Glyph.isCluster(glyph)) {
            return 1;
        }
        String cluster = wanted.table().cluster(Glyph.value(glyph));
        return cluster.codePointCount(0, cluster.length());
    }

    private boolean doubtful(int glyph) {
        return (Glyph.isDoubtful(glyph) || wideAmbiguous && Glyph.isAmbiguous(glyph)) && !features.has(Feature.ASCII);
    }

    private void graphics(boolean on) {
        if (on != graphics) {
            out.add(on ? "\u001b(0" : "\u001b(B");
            graphics = on;
        }
    }

    /** For a terminal that has no UTF-8: a line, or as many stand-ins as the glyph has columns. */
    private int writeStandIn(int glyph) {
        int width = Math.max(1, Glyph.width(glyph));
        int letter = Glyph.isCluster(glyph) ? 0 : LineDrawing.letter(Glyph.value(glyph));
        graphics(letter > 0);
        for (int i = 0; i < width; i++) {
            out.add(letter > 0 ? letter : glyph == Glyph.RIGHT_HALF ? Glyph.BLANK : '_');
        }
        cursor.advance(width);
        return width;
    }

    private int writeGlyph(int glyph) {
        if (features.has(Feature.ASCII)) {
            return writeStandIn(glyph);
        }
        int width = Math.max(1, Glyph.width(glyph));
        boolean doubtful = doubtful(glyph);
        if (doubtful && width == 2) {
            // if the terminal takes it for narrow, what stood beside it must not stay
            out.csi().add("2X");
        }
        if (Glyph.isCluster(glyph)) {
            out.text(wanted.table().cluster(Glyph.value(glyph)));
        } else {
            out.codePoint(glyph == Glyph.RIGHT_HALF ? ' ' : Glyph.value(glyph));
        }
        if (doubtful) {
            cursor.loseColumn();
        } else {
            cursor.advance(width);
        }
        return width;
    }

    /** Makes the pen leave the right blanks: if the present one does, whatever it would do to letters, it stays. */
    private void blankStyle(int number) {
        if (number != penNumber && !pen.blanksLike(reduced(number))) {
            style(number);
        }
    }

    private void style(int number) {
        if (number != penNumber) {
            pen.change(reduced(number), out);
            penNumber = number;
        }
    }

    private Style reduced(int number) {
        if (number >= reduced.length) {
            reduced = Arrays.copyOf(reduced, Math.max(64, number * 2));
        }
        if (reduced[number] == null) {
            reduced[number] = pen.reduced(wanted.table().style(number));
        }
        return reduced[number];
    }
}
