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
