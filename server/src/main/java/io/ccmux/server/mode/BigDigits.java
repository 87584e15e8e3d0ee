package io.ccmux.server.mode;

import io.ccmux.server.render.Canvas;
import io.ccmux.server.terminal.Style;

/** Digits five cells high and wide, as clocks and pane numbers are drawn. */
final class BigDigits {
    static final int SIZE = 5;
    /** Columns from the start of one character to that of the next. */
    static final int PITCH = SIZE + 1;

    private static final String CHARACTERS = "0123456789:APM";
    // @formatter:off
    private static final String[][] SHAPES = {
            {"#####", "#...#", "#...#", "#...#", "#####"},
            {"....#", "....#", "....#", "....#", "....#"},
            {"#####", "....#", "#####", "#....", "#####"},
            {"#####", "....#", "#####", "....#", "#####"},
            {"#...#", "#...#", "#####", "....#", "....#"},
            {"#####", "#....", "#####", "....#", "#####"},
            {"#####", "#....", "#####", "#...#", "#####"},
            {"#####", "....#", "....#", "....#", "....#"},
            {"#####", "#...#", "#####", "#...#", "#####"},
            {"#####", "#...#", "#####", "....#", "#####"},
            {".....", "..#..", ".....", "..#..", "....."},
            {"#####", "#...#", "#####", "#...#", "#...#"},
            {"#####", "#...#", "#####", "#....", "#...."},
            {"#...#", "##.##", "#.#.#", "#...#", "#...#"}};
    // @formatter:on

    private BigDigits() {}

    /** Draws a text of these characters from its top left cell on; others are blanks. */
    static void draw(Canvas canvas, int x, int y, String text, Style style) {
        for (int i = 0; i < text.length(); i++) {
            int shape = CHARACTERS.indexOf(text.charAt(i));
            for (int row = 0; shape >= 0 && row < SIZE; row++) {
                for (int column = 0; column < SIZE; column++) {
                    if (SHAPES[shape][row].charAt(column) == '#') {
                        canvas.put(x + i * PITCH + column, y + row, ' ', style);
                    }
                }
            }
        }
    }

    static int width(String text) {
        return text.length() * PITCH;
    }
}
