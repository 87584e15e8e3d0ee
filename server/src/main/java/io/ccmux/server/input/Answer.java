package io.ccmux.server.input;

import java.util.List;

/** What a client's terminal answered when it was asked about itself. */
public sealed interface Answer {

    /** Primary attributes: its class and what it can do. */
    record PrimaryAttributes(List<Integer> parameters) implements Answer {}

    /** Secondary attributes: what it is and its version. */
    record SecondaryAttributes(List<Integer> parameters) implements Answer {}

    /** Its name and version in its own words. */
    record Version(String name) implements Answer {}

    /** Terminfo capabilities that it has (XTGETTCAP), by their names. */
    record Capabilities(List<String> names) implements Answer {}

    /** Where its cursor is, counted from 1. */
    record CursorPosition(int row, int column) implements Answer {}

    /**
     * One of its colours, 24 bits of red, green and blue.
     *
     * @param which 10 for the foreground, 11 for the background, 12 for the cursor
     */
    record Colour(int which, int rgb) implements Answer {}

    /** A colour of its palette. */
    record PaletteColour(int index, int rgb) implements Answer {}

    /** Whether it knows a private mode and has it set: DECRPM's 0 to 4. */
    record Mode(int mode, int state) implements Answer {}

    /** The flags of the kitty keyboard protocol in force. */
    record KeyboardFlags(int flags) implements Answer {}

    /** Its window in pixels, or one cell: CSI 4 and CSI 6 t. */
    record PixelSize(boolean cell, int height, int width) implements Answer {}

    /** Its clipboard, still in base 64. */
    record Clipboard(String selection, String base64) implements Answer {}

    /** Whether it shows dark text on light, or light on dark. */
    record Theme(boolean dark) implements Answer {}
}
