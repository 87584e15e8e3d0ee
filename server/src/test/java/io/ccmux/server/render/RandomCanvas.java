package io.ccmux.server.render;

import java.util.Random;

import io.ccmux.server.terminal.Link;
import io.ccmux.server.terminal.Style;

/** Changes of a canvas as programs, panes and scrolling make them, by chance. */
final class RandomCanvas {
    private static final String[] CELLS = {"a", "b", "x", "0", "-", "é", "│", "界", "한", "e\u0301", "👍", "👍🏽",
        "❤\ufe0f",
        "🇩🇪", "\u200b", "👩\u200d👩\u200d👧", "1\ufe0f\u20e3", "①", "\u1100\u1161", "ก\u0e33"};

    private RandomCanvas() {}

    static void change(Canvas canvas, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> canvas.clear();
            case 1 -> canvas.fill(random.nextInt(canvas.columns()), random.nextInt(canvas.rows()), random.nextInt(30),
                    random.nextInt(6), style(random));
            case 2, 3 -> {
                int by = 1 + random.nextInt(3);
                int top = random.nextInt(canvas.rows());
                int bottom = top + random.nextInt(canvas.rows() - top) + 1;
                if (bottom - top > by) {
                    canvas.scroll(top, bottom, random.nextBoolean() ? by : -by);
                }
            }
            default -> {
                for (int i = random.nextInt(12); i >= 0; i--) {
                    write(canvas, random);
                }
            }
        }
        if (random.nextInt(5) > 0) {
            canvas.cursor(random.nextInt(canvas.columns()), random.nextInt(canvas.rows()), random.nextInt(7));
        } else {
            canvas.hideCursor();
        }
    }

    private static void write(Canvas canvas, Random random) {
        StringBuilder text = new StringBuilder();
        int kinds = random.nextBoolean() ? 5 : CELLS.length;
        for (int i = random.nextInt(30); i >= 0; i--) {
            text.append(CELLS[random.nextInt(kinds)].repeat(random.nextInt(10) == 0 ? 12 : 1));
        }
        canvas.text(random.nextInt(canvas.columns()), random.nextInt(canvas.rows()), text.toString(), style(random));
    }

    private static Style style(Random random) {
        if (random.nextInt(3) == 0) {
            return Style.PLAIN;
        }
        int attributes = random.nextBoolean() ? 0 : random.nextInt(256);
        attributes |= random.nextInt(4) == 0 ? random.nextInt(6) << Style.UNDERLINE_SHIFT : 0;
        Link link = random.nextInt(12) == 0 ? new Link("", "https://example.org/" + random.nextInt(3)) : Link.NONE;
        return new Style(colour(random), colour(random), random.nextInt(8) == 0 ? colour(random) : Style.DEFAULT,
                attributes, link);
    }

    private static int colour(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextInt(16);
            case 1 -> random.nextInt(256);
            case 2 -> Style.rgb(random.nextInt(256), random.nextInt(256), random.nextInt(256));
            default -> Style.DEFAULT;
        };
    }
}
