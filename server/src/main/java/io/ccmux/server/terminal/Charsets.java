package io.ccmux.server.terminal;

import java.util.Arrays;

/** The four character sets a terminal can be loaded with (G0 to G3), and the one that printed bytes go through. */
final class Charsets {
    /** The highest {@link #state}. */
    static final int STATE_MAX = (1 << 12) - 1;
    private static final int SETS = 4;
    private static final String GRAPHICS = " ◆▒␉␌␍␊°±␤␋┘┐┌└┼⎺⎻─⎼⎽├┤┴┬│≤≥π≠£·";
    private static final char FIRST_GRAPHIC = '_';

    /** What a set can be. */
    enum Charset {
        ASCII, GRAPHICS, UK
    }

    private final Charset[] sets = new Charset[SETS];
    private int current;
    /** The set for one character only (SS2, SS3), or the current one. */
    private int single;
    /** Whether printed bytes are what they are: asked for each run of them. */
    private boolean plain;

    Charsets() {
        reset();
    }

    void reset() {
        Arrays.fill(sets, Charset.ASCII);
        shift(0);
    }

    void designate(int set, char name) {
        sets[set] = switch (name) {
            case '0', '2' -> Charset.GRAPHICS;
            case 'A' -> Charset.UK;
            default -> Charset.ASCII;
        };
        settle();
    }

    /** LS0 to LS3. */
    void shift(int set) {
        current = set;
        single = set;
        settle();
    }

    /** SS2 and SS3. */
    void shiftOnce(int set) {
        single = set;
        settle();
    }

    private void settle() {
        plain = single == current && sets[current] == Charset.ASCII;
    }

    /** Whether printed bytes are what they are. */
    boolean plain() {
        return plain;
    }

    /** What a printed byte of ASCII is. */
    int translate(int ascii) {
        Charset set = sets[single];
        single = current;
        settle();
        return switch (set) {
            case ASCII -> ascii;
            case UK -> ascii == '#' ? '£' : ascii;
            case GRAPHICS -> ascii < FIRST_GRAPHIC ? ascii : GRAPHICS.charAt(ascii - FIRST_GRAPHIC);
        };
    }

    /** All of it as a number: for the saved cursor and for images. */
    int state() {
        int state = single << 2 | current;
        for (Charset set : sets) {
            state = state << 2 | set.ordinal();
        }
        return state;
    }

    void state(int state) {
        for (int set = SETS - 1, rest = state; set >= 0; set--, rest >>= 2) {
            sets[set] = Charset.values()[Math.min(rest & 3, Charset.values().length - 1)];
        }
        current = state >> 2 * SETS & 3;
        single = state >> 2 * SETS + 2 & 3;
        settle();
    }
}
