package io.ccmux.server.render;

import io.ccmux.server.terminal.Clusters;
import io.ccmux.server.terminal.Width;

/**
 * What is in a cell, as a number: a code point, or the number of a cluster; and whether it takes two columns.
 *
 * <pre>
 *   bit 31  30     29        28                      0
 *      +---+------+---------+------------------------+
 *      | 0 | wide | cluster | code point, or number  |
 *      +---+------+---------+------------------------+
 * </pre>
 *
 * <p>A blank is a space; 0 is the right half of what is to its left.
 */
final class Glyph {
    static final int RIGHT_HALF = 0;
    static final int BLANK = ' ';
    private static final int WIDE = 1 << 30;
    private static final int CLUSTER = 1 << 29;
    private static final int VALUE = CLUSTER - 1;

    private Glyph() {}

    static int of(int codePoint, int width) {
        return width == 2 ? codePoint | WIDE : codePoint;
    }

    static int ofCluster(int number, int width) {
        return of(number, width) | CLUSTER;
    }

    /** The cell that {@code clusters} stands at. */
    static int of(Clusters clusters, CellTable table) {
        return clusters.composed()
                ? ofCluster(table.number(clusters.text()), clusters.width())
                : of(clusters.codePoint(), clusters.width());
    }

    /** Columns: 1, 2, or 0 for a right half. */
    static int width(int glyph) {
        return glyph == RIGHT_HALF ? 0 : (glyph & WIDE) == 0 ? 1 : 2;
    }

    static boolean isCluster(int glyph) {
        return (glyph & CLUSTER) != 0;
    }

    /** The code point, or the number of the cluster. */
    static int value(int glyph) {
        return glyph & VALUE;
    }

    /** Whether it takes one column or two depends on where the terminal was made for. */
    static boolean isAmbiguous(int glyph) {
        return !isCluster(glyph) && Width.ambiguous(value(glyph));
    }

    /**
     * Whether the client's terminal may see another width than we do: clusters, emoji, and what Unicode leaves open.
     * ASCII, Latin, box drawing and the CJK blocks are safe; for the rest an exact cursor movement costs little.
     */
    static boolean isDoubtful(int glyph) {
        if (glyph < 0x300) {
            return false;
        }
        if (isCluster(glyph)) {
            return true;
        }
        int codePoint = value(glyph);
        boolean safe = (codePoint >= 0x370 && codePoint < 0x590) || (codePoint >= 0x2500 && codePoint < 0x25a0)
                || (codePoint >= 0x3000 && codePoint < 0xa4d0) || (codePoint >= 0xac00 && codePoint < 0xd7a4);
        return !safe;
    }
}
