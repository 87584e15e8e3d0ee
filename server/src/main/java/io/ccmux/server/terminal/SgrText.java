package io.ccmux.server.terminal;

/** A style as the numbers of SGR that make it, for who asks with DECRQSS. */
final class SgrText {
    private static final int[] ATTRIBUTES = {Style.BOLD, 1, Style.DIM, 2, Style.ITALIC, 3, Style.BLINK, 5,
        Style.REVERSE, 7, Style.HIDDEN, 8, Style.STRIKE, 9, Style.OVERLINE, 53};

    private SgrText() {}

    static String of(Style style) {
        StringBuilder text = new StringBuilder("0");
        for (int i = 0; i < ATTRIBUTES.length; i += 2) {
            if (style.has(ATTRIBUTES[i])) {
                text.append(';').append(ATTRIBUTES[i + 1]);
            }
        }
        if (style.underline() > 0) {
            text.append(style.underline() == 1 ? ";4" : ";4:" + style.underline());
        }
        colour(text, style.foreground(), 30);
        colour(text, style.background(), 40);
        colour(text, style.underlineColour(), 50);
        return text.toString();
    }

    private static void colour(StringBuilder text, int colour, int base) {
        if (colour == Style.DEFAULT) {
            return;
        }
        text.append(';');
        if ((colour & Style.RGB) != 0) {
            text.append(base + 8).append(":2::").append(colour >> 16 & 255).append(':').append(colour >> 8 & 255)
                    .append(':').append(colour & 255);
        } else if (colour < 8 && base < 50) {
            text.append(base + colour);
        } else if (colour < 16 && base < 50) {
            text.append(base + 60 + colour - 8);
        } else {
            text.append(base + 8).append(":5:").append(colour);
        }
    }
}
