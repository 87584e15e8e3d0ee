package io.ccmux.server.render;

import io.ccmux.server.format.Rgb;
import io.ccmux.server.render.TerminalFeatures.Feature;
import io.ccmux.server.terminal.Link;
import io.ccmux.server.terminal.Style;

/** The style in which a terminal writes next, and the shortest sequences that change it. */
final class Pen {
    /** Attributes that are one bit, and the parameters of SGR that set and clear them. */
    private static final int[][] SIMPLE = {{Style.ITALIC, 3, 23}, {Style.BLINK, 5, 25}, {Style.REVERSE, 7, 27},
        {Style.HIDDEN, 8, 28}, {Style.STRIKE, 9, 29}, {Style.OVERLINE, 53, 55}};
    private static final int SHOWN = ~Style.PROTECTED;
    private static final int SHOWN_BUT_WEIGHT = ~(Style.BOLD | Style.DIM);
    /** Attributes that can be seen where there is no text. */
    static final int SEEN_ON_BLANKS = Style.REVERSE | Style.STRIKE | Style.OVERLINE | Style.UNDERLINE_MASK;

    private final TerminalFeatures features;
    private final ByteSink changes = new ByteSink();
    private final ByteSink anew = new ByteSink();
    private Style now = Style.PLAIN;

    Pen(TerminalFeatures features) {
        this.features = features;
    }

    /** The terminal was just told to be plain. */
    void forget() {
        now = Style.PLAIN;
    }

    /** The style as this terminal can show it. */
    Style reduced(Style style) {
        if (style.attributes() == 0 && style.foreground() == Style.DEFAULT && style.background() == Style.DEFAULT
                && style.link().none()) {
            return Style.PLAIN;
        }
        int attributes = style.attributes() & SHOWN;
        if (!features.has(Feature.STRIKE)) {
            attributes &= ~Style.STRIKE;
        }
        if (!features.has(Feature.OVERLINE)) {
            attributes &= ~Style.OVERLINE;
        }
        int underlineColour = Style.DEFAULT;
        if (features.has(Feature.UNDERLINES)) {
            underlineColour = colour(style.underlineColour());
        } else if ((attributes & Style.UNDERLINE_MASK) != 0) {
            attributes = attributes & ~Style.UNDERLINE_MASK | 1 << Style.UNDERLINE_SHIFT;
        }
        Link link = features.has(Feature.HYPERLINKS) ? style.link() : Link.NONE;
        return new Style(colour(style.foreground()), colour(style.background()), underlineColour, attributes, link);
    }

    private int colour(int colour) {
        if (colour == Style.DEFAULT || features.colours() >= TerminalFeatures.RGB || colour < features.colours()) {
            return colour;
        }
        if (features.colours() >= 256) {
            return Rgb.nearest256(colour & 0xffffff);
        }
        int basic = colour < 16 ? colour : Rgb.nearest16(Rgb.of(colour));
        return basic < features.colours() ? basic : basic - 8;
    }

    /** Whether blanks written now look like those of the (reduced) style. */
    boolean blanksLike(Style wanted) {
        return wanted.background() == now.background() && !wanted.has(SEEN_ON_BLANKS) && !now.has(SEEN_ON_BLANKS)
                && wanted.link().none() && now.link().none();
    }

    /** Writes what is needed to have this (reduced) style. */
    void change(Style wanted, ByteSink out) {
        if (wanted.equals(now)) {
            return;
        }
        if (!wanted.link().equals(now.link())) {
            link(wanted.link(), out);
        }
        if (!sameLook(wanted)) {
            look(wanted, out);
        }
        now = wanted;
    }

    private boolean sameLook(Style wanted) {
        return wanted.attributes() == now.attributes() && wanted.foreground() == now.foreground()
                && wanted.background() == now.background() && wanted.underlineColour() == now.underlineColour();
    }

    private static void link(Link link, ByteSink out) {
        out.add("\u001b]8;");
        if (!link.id().isEmpty()) {
            out.add("id=").text(link.id());
        }
        out.add(';').text(link.uri()).add("\u001b\\");
    }

    private void look(Style wanted, ByteSink out) {
        changes.clear();
        clear(wanted, changes);
        boolean mayClear = changes.length() > 0 || wanted.attributes() == 0;
        all(now, wanted, changes);
        out.csi();
        if (!mayClear) {
            out.add(changes).add('m');
            return;
        }
        anew.clear();
        all(Style.PLAIN, wanted, anew);
        if (anew.length() + 1 < changes.length() || anew.length() == 0) {
            if (anew.length() > 0) {
                out.add('0').add(';').add(anew);
            }
        } else {
            out.add(changes);
        }
        out.add('m');
    }

    /** Parameters that take away what {@link #now} has and the wanted style does not. */
    private void clear(Style wanted, ByteSink out) {
        int gone = now.attributes() & ~wanted.attributes();
        if ((gone & (Style.BOLD | Style.DIM)) != 0) {
            parameter(22, out);
        }
        if (now.underline() != 0 && wanted.underline() == 0) {
            parameter(24, out);
        }
        for (int[] row : SIMPLE) {
            if ((gone & row[0]) != 0) {
                parameter(row[2], out);
            }
        }
    }

    /** Parameters that add what the wanted style has and the other one does not, and change the colours. */
    private static void all(Style before, Style wanted, ByteSink out) {
        int gone = before.attributes() & ~wanted.attributes();
        boolean weightLost = (gone & (Style.BOLD | Style.DIM)) != 0;
        int added = wanted.attributes()
                & (weightLost ? ~(before.attributes() & SHOWN_BUT_WEIGHT) : ~before.attributes());
        if ((added & Style.BOLD) != 0) {
            parameter(1, out);
        }
        if ((added & Style.DIM) != 0) {
            parameter(2, out);
        }
        if (wanted.underline() != before.underline() && wanted.underline() != 0) {
            parameter(4, out);
            if (wanted.underline() > 1) {
                out.add(':').number(wanted.underline());
            }
        }
        for (int[] row : SIMPLE) {
            if ((added & row[0]) != 0) {
                parameter(row[1], out);
            }
        }
        if (wanted.foreground() != before.foreground()) {
            colour(wanted.foreground(), 30, out);
        }
        if (wanted.background() != before.background()) {
            colour(wanted.background(), 40, out);
        }
        if (wanted.underlineColour() != before.underlineColour()) {
            underlineColour(wanted.underlineColour(), out);
        }
    }

    private static void colour(int colour, int base, ByteSink out) {
        if (colour == Style.DEFAULT) {
            parameter(base + 9, out);
        } else if (colour >= Style.RGB) {
            parameter(base + 8, out);
            out.add(";2;").number(colour >> 16 & 0xff).add(';').number(colour >> 8 & 0xff).add(';')
                    .number(colour & 0xff);
        } else if (colour < 8) {
            parameter(base + colour, out);
        } else if (colour < 16) {
            parameter(base + 60 + colour - 8, out);
        } else {
            parameter(base + 8, out);
            out.add(";5;").number(colour);
        }
    }

    private static void underlineColour(int colour, ByteSink out) {
        if (colour == Style.DEFAULT) {
            parameter(59, out);
        } else if (colour >= Style.RGB) {
            parameter(58, out);
            out.add(":2::").number(colour >> 16 & 0xff).add(':').number(colour >> 8 & 0xff).add(':')
                    .number(colour & 0xff);
        } else {
            parameter(58, out);
            out.add(":5:").number(colour);
        }
    }

    private static void parameter(int value, ByteSink out) {
        if (out.length() > 0) {
            out.add(';');
        }
        out.number(value);
    }
}
