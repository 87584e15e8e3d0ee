package io.ccmux.server.render;

/** DEC's graphics: the characters that a terminal without UTF-8 can draw all the same, after {@code ESC ( 0}. */
final class LineDrawing {
    private static final char FIRST = '`';
    /** The characters of the bytes from {@link #FIRST} on, and others that look much like them. */
    private static final String[] LOOKS = {
        "◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·",
        "♦░....º...┛┓┏┗╋..━..┣┫┻┳┃.....•",
        ".▓........╝╗╔╚╬..═..╠╣╩╦║",
        "..........╯╮╭╰",
    };

    private LineDrawing() {}

    /** The letter that looks most like a line, or 0 if the character is none. */
    static int stroke(int codePoint) {
        int letter = codePoint >= 0x2500 && codePoint < 0x2580 ? letter(codePoint) : 0;
        return letter == 0 ? 0 : letter == 'x' ? '|' : letter >= 'o' && letter <= 's' ? '-' : '+';
    }

    /** The byte that draws the character, or 0 if there is none. */
    static int letter(int codePoint) {
        for (String look : LOOKS) {
            int at = codePoint < 0x80 ? -1 : look.indexOf(codePoint);
            if (at >= 0) {
                return FIRST + at;
            }
        }
        return 0;
    }
}
