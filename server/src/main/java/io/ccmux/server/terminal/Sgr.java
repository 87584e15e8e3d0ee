package io.ccmux.server.terminal;

import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.List;

/** Select Graphic Rendition: the numbers of a {@code CSI … m} go into the pen. */
final class Sgr {
    private static final int UNDERLINE_KINDS = 5;
    /** SGR 1 to 9 but 4, and what they turn on. */
    private static final int[] ON = {0, Style.BOLD, Style.DIM, Style.ITALIC, 0, Style.BLINK, Style.BLINK, Style.REVERSE,
        Style.HIDDEN, Style.STRIKE};
    /** SGR 22 to 29 but 24 and 26, and what they turn off. */
    private static final int[] OFF = {Style.BOLD | Style.DIM, Style.ITALIC, 0, Style.BLINK, 0, Style.REVERSE,
        Style.HIDDEN, Style.STRIKE};
    /** No colour could be made of the numbers. */
    private static final int NONE = -2;

    // @formatter:off
    private static final List<ControlFunction> FUNCTIONS = List.of(
            sgr("0",                "PLAIN",     "no attribute and no colour; links and protection stay"),
            sgr("1 2 3",            "WEIGHT",    "bold, dim, italic"),
            sgr("4",                "UNDERLINE", "underlined; 4:0 to 4:5 none, single, double, curly, dotted, dashed"),
            sgr("5 6",              "BLINK",     "blinking, at one speed"),
            sgr("7 8 9",            "LOOK",      "reversed, hidden, struck through"),
            sgr("21",               "UNDERLINE", "underlined twice"),
            sgr("22 23 24 25 27 28 29", "OFF",   "neither bold nor dim; not italic, underlined, blinking, reversed, hidden, struck through"),
            sgr("30-37 40-47",      "COLOUR",    "colours 0 to 7 of text and background"),
            sgr("90-97 100-107",    "COLOUR",    "colours 8 to 15 of text and background"),
            sgr("38 48 58",         "COLOUR",    "colours of text, background and underline: ;5;n and ;2;r;g;b or with colons, a colour space between or not"),
            sgr("39 49 59",         "COLOUR",    "the default ones"),
            sgr("53 55",            "OVERLINE",  "overlined, not overlined"),
            new ControlFunction("SGR", "10-20 26 50-52 54 60-65 73-75", "FONT", "fonts, frames, ideograms, super- and subscript", Status.SWALLOWED));
    // @formatter:on

    private Sgr() {}

    private static ControlFunction sgr(String codes, String name, String what) {
        return new ControlFunction("SGR", codes, name, what, Status.WORKS);
    }

    static List<ControlFunction> functions() {
        return FUNCTIONS;
    }

    static void apply(Params params, Pen pen) {
        if (params.count() == 0) {
            pen.plain();
            return;
        }
        int index = 0;
        while (index < params.count()) {
            index = one(params, index, pen);
        }
    }

    /** Applies the code at the index; returns where the next one is. */
    private static int one(Params params, int index, Pen pen) {
        int code = params.number(index);
        if (code == 38 || code == 48 || code == 58) {
            return colour(params, index, code, pen);
        }
        if (code == 4) {
            pen.underline(params.colon(index + 1) ? Math.min(params.number(index + 1), UNDERLINE_KINDS) : 1);
        } else if (code >= 30 && code <= 49) {
            basicColour(code, pen);
        } else if (code >= 90 && code <= 97) {
            pen.foreground(code - 82);
        } else if (code >= 100 && code <= 107) {
            pen.background(code - 92);
        } else {
            attribute(code, pen);
        }
        return afterColons(params, index + 1);
    }

    private static void basicColour(int code, Pen pen) {
        if (code <= 37) {
            pen.foreground(code - 30);
        } else if (code == 39) {
            pen.foreground(Style.DEFAULT);
        } else if (code >= 40 && code <= 47) {
            pen.background(code - 40);
        } else if (code == 49) {
            pen.background(Style.DEFAULT);
        }
    }

    private static void attribute(int code, Pen pen) {
        switch (code) {
            case 0 -> pen.plain();
            case 1, 2, 3, 5, 6, 7, 8, 9 -> pen.add(ON[code]);
            case 21 -> pen.underline(2);
            case 24 -> pen.underline(0);
            case 22, 23, 25, 27, 28, 29 -> pen.remove(OFF[code - 22]);
            case 53 -> pen.add(Style.OVERLINE);
            case 55 -> pen.remove(Style.OVERLINE);
            case 59 -> pen.underlineColour(Style.DEFAULT);
            default -> {
                // all others mean nothing here
            }
        }
    }

    private static int colour(Params params, int index, int code, Pen pen) {
        boolean colons = params.colon(index + 1);
        int next = colons ? afterColons(params, index + 1) : index + 2 + semicolonNumbers(params.number(index + 1));
        int colour = colons ? colonColour(params, index + 1, next) : semicolonColour(params, index + 1);
        if (colour != NONE) {
            switch (code) {
                case 38 -> pen.foreground(colour);
                case 48 -> pen.background(colour);
                default -> pen.underlineColour(colour);
            }
        }
        return colons ? next : afterColons(params, next);
    }

    private static int semicolonNumbers(int space) {
        return space == 5 ? 1 : space == 2 ? 3 : 0;
    }

    /** {@code 5;n} or {@code 2;r;g;b}. */
    private static int semicolonColour(Params params, int at) {
        int space = params.number(at);
        if (space == 5 && at + 1 < params.count()) {
            return indexed(params.number(at + 1));
        }
        return space == 2 && at + 3 < params.count() ? rgb(params, at + 1) : NONE;
    }

    /** {@code 5:n}, {@code 2:r:g:b}, or {@code 2:colour space:r:g:b} with whatever may follow. */
    private static int colonColour(Params params, int at, int end) {
        int space = params.number(at);
        if (space == 5 && at + 1 < end) {
            return indexed(params.number(at + 1));
        }
        if (space == 2 && end - at == 4) {
            return rgb(params, at + 1);
        }
        return space == 2 && end - at > 4 ? rgb(params, at + 2) : NONE;
    }

    private static int indexed(int number) {
        return number <= 255 ? number : NONE;
    }

    private static int rgb(Params params, int at) {
        int red = params.number(at);
        int green = params.number(at + 1);
        int blue = params.number(at + 2);
        return red > 255 || green > 255 || blue > 255 ? NONE : Style.rgb(red, green, blue);
    }

    private static int afterColons(Params params, int index) {
        int next = index;
        while (params.colon(next)) {
            next++;
        }
        return next;
    }
}
