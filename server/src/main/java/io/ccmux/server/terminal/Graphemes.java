package io.ccmux.server.terminal;

/**
 * Where one user-perceived character ends and the next begins: the extended grapheme clusters of UAX #29, as a state
 * that is carried from code point to code point, so that a cluster may come in any number of pieces.
 *
 * <pre>
 *  state:  8 7          6        5 4            3 2 1 0
 *         +------------+--------+--------------+-----------------------+
 *         | conjunct:  | odd    | emoji: 0 no  | grapheme break of the |
 *         | 1 consonant| flag   | 1 pictograph | last code point       |
 *         | 2 + linker | letters| 2 and joiner |                       |
 *         +------------+--------+--------------+-----------------------+
 * </pre>
 */
final class Graphemes {
    /** Nothing joins what is in this state. */
    static final int NONE = 3;

    /** The state after a printable character of ASCII. */
    static final int ASCII = 0;

    /** The highest state. */
    static final int STATE_MAX = (1 << 9) - 1;

    static final int OTHER = 0;
    private static final int CR = 1;
    private static final int CONTROL = 3;
    static final int EXTEND = 4;
    private static final int ZWJ = 5;
    static final int REGIONAL_INDICATOR = 6;
    private static final int PREPEND = 7;
    private static final int SPACING_MARK = 8;
    private static final int L = 9;
    private static final int V = 10;
    private static final int T = 11;
    private static final int LV = 12;
    private static final int LVT = 13;

    private static final int CONSONANT = 1;
    private static final int LINKER = 3;

    private static final int PICTOGRAPH = 1 << 4;
    private static final int JOINER = 2 << 4;
    private static final int EMOJI = 3 << 4;
    private static final int ODD = 1 << 6;
    private static final int CONJUNCT_CONSONANT = 1 << 7;
    private static final int CONJUNCT_LINKED = 2 << 7;
    private static final int CONJUNCT = 3 << 7;

    private Graphemes() {}

    /** The state after the first code point of a cluster. */
    static int start(int properties) {
        int state = Width.graphemeBreak(properties);
        if (Width.pictographic(properties)) {
            state |= PICTOGRAPH;
        }
        if (state == REGIONAL_INDICATOR) {
            state |= ODD;
        }
        return Width.conjunctBreak(properties) == CONSONANT ? state | CONJUNCT_CONSONANT : state;
    }

    /** The state after a code point that joined. */
    static int advance(int state, int properties) {
        int next = Width.graphemeBreak(properties);
        if (Width.pictographic(properties)) {
            next |= PICTOGRAPH;
        } else if (next == EXTEND && (state & EMOJI) == PICTOGRAPH) {
            next |= PICTOGRAPH;
        } else if (next == ZWJ && (state & EMOJI) == PICTOGRAPH) {
            next |= JOINER;
        }
        if (next == REGIONAL_INDICATOR) {
            next |= ~state & ODD;
        }
        return next | conjunct(state & CONJUNCT, Width.conjunctBreak(properties));
    }

    private static int conjunct(int before, int properties) {
        return switch (properties) {
            case CONSONANT -> CONJUNCT_CONSONANT;
            case LINKER -> before == 0 ? 0 : CONJUNCT_LINKED;
            case 0 -> 0;
            default -> before;
        };
    }

    /** Whether the code point belongs to the cluster that is in this state: GB3 to GB13. */
    static boolean joins(int state, int properties) {
        int before = state & 15;
        int after = Width.graphemeBreak(properties);
        if (before >= CR && before <= CONTROL || after >= CR && after <= CONTROL) {
            return false;
        }
        return switch (after) {
            case EXTEND, ZWJ, SPACING_MARK -> true;
            case L, LV, LVT -> before == L || before == PREPEND;
            case V -> before == L || before == V || before == LV || before == PREPEND;
            case T -> before >= V || before == PREPEND;
            case REGIONAL_INDICATOR -> before == REGIONAL_INDICATOR && (state & ODD) != 0 || before == PREPEND;
            default -> before == PREPEND || joinsEmojiOrConjunct(state, properties);
        };
    }

    private static boolean joinsEmojiOrConjunct(int state, int properties) {
        return Width.pictographic(properties) && (state & EMOJI) == JOINER
                || Width.conjunctBreak(properties) == CONSONANT && (state & CONJUNCT) == CONJUNCT_LINKED;
    }

    /** Whether what is in this state may take in an ordinary letter, which is rare. */
    static boolean greedy(int state) {
        int before = state & 15;
        return before == PREPEND || before == L || (state & EMOJI) == JOINER || (state & CONJUNCT) == CONJUNCT_LINKED;
    }

    /** Whether the code point starts a cluster unless the state before is {@link #greedy}. */
    static boolean starter(int properties) {
        int graphemeBreak = Width.graphemeBreak(properties);
        return graphemeBreak == OTHER || graphemeBreak >= LV;
    }
}
