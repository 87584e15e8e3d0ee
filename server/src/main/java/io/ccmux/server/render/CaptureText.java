package io.ccmux.server.render;

import io.ccmux.server.terminal.Link;
import io.ccmux.server.terminal.Row;
import io.ccmux.server.terminal.Screen;
import io.ccmux.server.terminal.Scrollback;
import io.ccmux.server.terminal.Style;

/** Rows of a terminal as {@code capture-pane} prints them. */
public final class CaptureText {
    /**
     * How rows are printed; the letters are the flags of {@code capture-pane}.
     *
     * @param styles     -e: colours, attributes and links as escape sequences
     * @param octal      -C: escape as {@code \033}, backslash doubled
     * @param join       -J: rows of one line in one, with their trailing spaces
     * @param keepSpaces -N: trailing spaces stay
     * @param usedOnly   -T: cells nobody wrote to are left out
     */
    public record Options(boolean styles, boolean octal, boolean join, boolean keepSpaces, boolean usedOnly) {
        public static final Options PLAIN = new Options(false, false, false, false, false);
    }

    /** Attributes that are one bit, with the parameter of SGR that sets them; in tmux's order. */
    private static final int[][] ATTRIBUTES = {{Style.BOLD, 1}, {Style.DIM, 2}, {Style.ITALIC, 3},
        {Style.BLINK, 5}, {Style.REVERSE, 7}, {Style.HIDDEN, 8}, {Style.STRIKE, 9}, {Style.OVERLINE, 53}};
    private static final int BITS = Style.BOLD | Style.DIM | Style.ITALIC | Style.BLINK | Style.REVERSE | Style.HIDDEN
            | Style.STRIKE | Style.OVERLINE;

    private final Options options;
    private final ByteSink out = new ByteSink();
    private Style last = Style.PLAIN;
    private boolean linked;

    private CaptureText(Options options) {
        this.options = options;
    }

    /**
     * Prints rows of a history and the screen below it, counted through from the oldest one.
     *
     * @param first index of the first row
     * @param last  index of the last row; rows that do not exist are left out
     */
    public static byte[] print(Scrollback history, Screen screen, int first, int last, Options options) {
        CaptureText text = new CaptureText(options);
        int above = history.rows();
        int end = Math.min(last, above + screen.rows() - 1);
        for (int i = Math.max(0, first); i <= end; i++) {
            text.line(i < above ? history.row(i) : screen.row(i - above), screen.columns());
        }
        return text.out.copy();
    }

    /** Prints rows of a screen without a history. */
    public static byte[] print(Screen screen, int first, int last, Options options) {
        CaptureText text = new CaptureText(options);
        for (int i = Math.max(0, first); i <= Math.min(last, screen.rows() - 1); i++) {
            text.line(screen.row(i), screen.columns());
        }
        return text.out.copy();
    }

    private void line(Row row, int columns) {
        int start = out.length();
        boolean writtenOnly = options.join() || options.usedOnly();
        int used = Math.min(writtenOnly ? written(row) : row.used(), columns);
        for (int x = 0; x < used;) {
            int end = Math.min(used, row.styleEnd(x));
            if (options.styles()) {
                style(row.style(x));
            }
            cells(row, x, end);
            x = end;
        }
        if (!writtenOnly && used < columns) {
            rest(row.style(used), columns - used);
        }
        if (linked) {
            link(Link.NONE);
        }
        if (!options.join() && !options.keepSpaces()) {
            out.trim(start);
        }
        if (!options.join() || !row.wrapped()) {
            out.add('\n');
        }
    }

    /** The cell after the last one that was written to rather than erased. */
    private static int written(Row row) {
        int end = row.used();
        while (end > 0 && row.codePoint(end - 1) == 0 && row.width(end - 1) == 1) {
            end--;
        }
        return end;
    }

    private void cells(Row row, int from, int end) {
        if (row.plainText() && !options.octal()) {
            for (int x = from; x < end; x++) {
                int c = row.byteAt(x);
                out.add(c == 0 ? ' ' : c);
            }
            return;
        }
        for (int x = from; x < end; x++) {
            int codePoint = row.codePoint(x);
            if (codePoint == '\\' && options.octal()) {
                out.add("\\\\");
            } else if (codePoint >= 0x80 && !row.composed(x)) {
                out.codePoint(codePoint);
            } else {
                out.text(row.text(x));
            }
        }
    }

    /** Cells that were erased: they matter if they have a colour, or if spaces are kept. */
    private void rest(Style style, int count) {
        boolean coloured = options.styles() && style.background() != Style.DEFAULT;
        if (coloured) {
            style(style);
        }
        if (coloured || options.keepSpaces()) {
            for (int i = 0; i < count; i++) {
                out.add(' ');
            }
        }
    }

    private void style(Style style) {
        if (style.equals(last)) {
            return;
        }
        boolean reset = loses(style);
        attributes(style, reset);
        if (reset || style.foreground() != last.foreground()) {
            colour(style.foreground(), 30, reset);
        }
        if (reset || style.background() != last.background()) {
            colour(style.background(), 40, reset);
        }
        if ((reset || style.underlineColour() != last.underlineColour()) && style.underlineColour() != Style.DEFAULT) {
            escape();
            extended(58, style.underlineColour());
            out.add('m');
        }
        if (!style.link().equals(last.link())) {
            link(style.link());
        }
        last = style;
    }

    /** Whether something goes that only a reset takes away. */
    private boolean loses(Style style) {
        boolean attribute = (last.attributes() & ~style.attributes() & BITS) != 0;
        boolean underline = last.underline() != 0 && last.underline() != style.underline();
        boolean underlineColour = last.underlineColour() != Style.DEFAULT && style.underlineColour() == Style.DEFAULT;
        return attribute || underline || underlineColour;
    }

    private void attributes(Style style, boolean reset) {
        int before = reset ? 0 : last.attributes();
        int underlineBefore = reset ? 0 : last.underline();
        int start = out.length();
        escape();
        int empty = out.length();
        if (reset) {
            out.add('0');
        }
        boolean underlined = style.underline() != underlineBefore && style.underline() != 0;
        for (int[] row : ATTRIBUTES) {
            if ((style.attributes() & ~before & row[0]) != 0) {
                separator(empty).number(row[1]);
            }
            if (row[0] == Style.ITALIC && underlined && style.underline() == 1) {
                separator(empty).number(4);
            }
            if (row[0] == Style.STRIKE && underlined && style.underline() > 1) {
                separator(empty).add("4:").number(style.underline());
            }
        }
        if (out.length() == empty) {
            out.cut(start);
        } else {
            out.add('m');
        }
    }

    private ByteSink separator(int empty) {
        return out.length() == empty ? out : out.add(';');
    }

    private void colour(int colour, int base, boolean reset) {
        if (colour == Style.DEFAULT) {
            if (!reset) {
                escape();
                out.number(base + 9).add('m');
            }
            return;
        }
        escape();
        if (colour < 8) {
            out.number(base + colour);
        } else if (colour < 16) {
            out.number(base + 60 + colour - 8);
        } else {
            extended(base + 8, colour);
        }
        out.add('m');
    }

    private void extended(int parameter, int colour) {
        out.number(parameter);
        if (colour >= Style.RGB) {
            out.add(";2;").number(colour >> 16 & 0xff).add(';').number(colour >> 8 & 0xff).add(';')
                    .number(colour & 0xff);
        } else {
            out.add(";5;").number(colour);
        }
    }

    private void escape() {
        if (options.octal()) {
            out.add("\\033[");
        } else {
            out.csi();
        }
    }

    private void link(Link link) {
        String escape = options.octal() ? "\\033" : "\u001b";
        out.add(escape).add("]8;");
        if (!link.id().isEmpty()) {
            out.add("id=").text(link.id());
        }
        out.add(';').text(link.uri()).add(escape).add(options.octal() ? "\\\\" : "\\");
        linked = !link.none();
        if (!linked) {
            last = new Style(last.foreground(), last.background(), last.underlineColour(), last.attributes(),
                    Link.NONE);
        }
    }
}
