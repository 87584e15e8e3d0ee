package io.ccmux.server.format;

import io.ccmux.server.terminal.Width;

/**
 * Measures and cuts text in which {@code #[…]} takes no room and {@code ##} takes one column.
 *
 * <pre>
 *   hashes  before a bracket               elsewhere
 *   odd     half of them, then a style     half of them and one
 *   even    half of them, then a bracket   half of them
 * </pre>
 */
public final class Trim {
    private Trim() {}

    /** The columns the text takes when it is drawn; 0 if a style in it does not end. */
    public static int width(String text) {
        int width = 0;
        int i = 0;
        while (i < text.length()) {
            if (text.charAt(i) == '#') {
                int hashes = hashes(text, i);
                width += leading(text, i, hashes);
                i = styleStart(text, i, hashes);
                if (i < text.length() && text.charAt(i) == '#') {
                    int end = Scan.skip(text, i + 2, "]");
                    if (end < 0) {
                        return 0;
                    }
                    i = end + 1;
                }
            } else {
                int codePoint = text.codePointAt(i);
                width += columns(codePoint);
                i += Character.charCount(codePoint);
            }
        }
        return width;
    }

    /** The columns of text without styles. */
    static int plainWidth(String text) {
        int width = 0;
        for (int i = 0; i < text.length(); i = text.offsetByCodePoints(i, 1)) {
            width += columns(text.codePointAt(i));
        }
        return width;
    }

    /** The first columns. */
    public static String left(String text, int limit) {
        return new Cut(text, 0, limit).run();
    }

    /** The last columns. */
    public static String right(String text, int limit) {
        int total = width(text);
        return total <= limit ? text : new Cut(text, total - limit, Integer.MAX_VALUE).run();
    }

    /** Where the style that starts before {@code from} ends: the index of its bracket, or -1. */
    public static int styleEnd(String text, int from) {
        return Scan.skip(text, from, "]");
    }

    private static int columns(int codePoint) {
        if (codePoint < 0x80) {
            return codePoint > 0x1f && codePoint != 0x7f ? 1 : 0;
        }
        return Width.of(codePoint);
    }

    private static int hashes(String text, int from) {
        int count = 0;
        while (from + count < text.length() && text.charAt(from + count) == '#') {
            count++;
        }
        return count;
    }

    /** The columns a run of hashes takes. */
    private static int leading(String text, int from, int hashes) {
        return bracketAt(text, from + hashes) ? hashes / 2 : (hashes + 1) / 2;
    }

    /** Where text goes on after a run of hashes: at the last hash if that one starts a style. */
    private static int styleStart(String text, int from, int hashes) {
        return bracketAt(text, from + hashes) && hashes % 2 == 1 ? from + hashes - 1 : from + hashes;
    }

    private static boolean bracketAt(String text, int index) {
        return index < text.length() && text.charAt(index) == '[';
    }

    /** One pass that keeps the columns from {@code skip} on, {@code limit} of them, and every style. */
    private static final class Cut {
        private final String text;
        private final int skip;
        private final int limit;
        private final StringBuilder out = new StringBuilder();
        private int width;
        private int at;

        Cut(String text, int skip, int limit) {
            this.text = text;
            this.skip = skip;
            this.limit = limit;
        }

        String run() {
            while (at < text.length() && width < limit) {
                if (text.charAt(at) == '#') {
                    if (!hash()) {
                        break;
                    }
                } else {
                    character();
                }
            }
            return out.toString();
        }

        private boolean hash() {
            int hashes = hashes(text, at);
            int leading = leading(text, at, hashes);
            int kept = Math.min(leading, limit - width);
            if (width <= skip) {
                kept = Math.max(0, kept - (skip - width));
            }
            if (kept > 0) {
                out.repeat('#', hashes == 1 ? 1 : 2 * kept);
            }
            width += skip > 0 ? leading : kept;
            at = styleStart(text, at, hashes);
            if (at < text.length() && text.charAt(at) == '#') {
                int end = Scan.skip(text, at + 2, "]");
                if (end < 0) {
                    return false;
                }
                out.append(text, at, end + 1);
                at = end + 1;
            }
            return true;
        }

        private void character() {
            int codePoint = text.codePointAt(at);
            int columns = columns(codePoint);
            boolean visible = codePoint >= 0x80 || columns > 0;
            if (visible && width >= skip && width + columns <= limit) {
                out.appendCodePoint(codePoint);
            }
            width += columns;
            at += Character.charCount(codePoint);
        }
    }
}
