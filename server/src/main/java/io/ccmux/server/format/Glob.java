package io.ccmux.server.format;

/** Patterns of the shell, as fnmatch(3) reads them: {@code *}, {@code ?}, {@code [a-z]}, {@code [!…]}, backslash. */
public final class Glob {
    private final String pattern;
    private final String text;

    private Glob(String pattern, String text) {
        this.pattern = pattern;
        this.text = text;
    }

    /** Whether the pattern matches the whole text. Takes time in proportion to the product of their lengths at most. */
    public static boolean matches(String pattern, String text) {
        return new Glob(pattern, text).matches();
    }

    private boolean matches() {
        int p = 0;
        int t = 0;
        int star = -1;
        int mark = 0;
        while (t < text.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(p, text.charAt(t)) : -1;
            if (next > 0) {
                p = next;
                t++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                mark = t;
            } else if (star >= 0) {
                p = star + 1;
                t = ++mark;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on if its element at {@code at} matches the character; -1 if it does not. */
    private int one(int at, char c) {
        return switch (pattern.charAt(at)) {
            case '?' -> at + 1;
            case '[' -> set(at, c);
            case '\\' ->
                at + 1 < pattern.length() ? pattern.charAt(at + 1) == c ? at + 2 : -1 : c == '\\' ? at + 1 : -1;
            default -> pattern.charAt(at) == c ? at + 1 : -1;
        };
    }

    private int set(int at, char c) {
        int i = at + 1;
        boolean negated = i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^');
        i += negated ? 1 : 0;
        boolean found = false;
        for (int first = i; i < pattern.length() && (pattern.charAt(i) != ']' || i == first); i++) {
            int named = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i + 2) : -1;
            if (named > 0) {
                found |= isOf(pattern.substring(i + 2, named), c);
                i = named + 1;
                continue;
            }
            char low = pattern.charAt(i);
            char high = low;
            if (i + 2 < pattern.length() && pattern.charAt(i + 1) == '-' && pattern.charAt(i + 2) != ']') {
                high = pattern.charAt(i + 2);
                i += 2;
            }
            found |= low <= c && c <= high;
        }
        if (i >= pattern.length()) {
            return c == '[' ? at + 1 : -1;
        }
        return found != negated ? i + 1 : -1;
    }

    /** Whether a character is of a class by its POSIX name. */
    private static boolean isOf(String name, char c) {
        return switch (name) {
            case "alpha" -> Character.isLetter(c);
            case "digit" -> c >= '0' && c <= '9';
            case "alnum" -> Character.isLetterOrDigit(c);
            case "upper" -> Character.isUpperCase(c);
            case "lower" -> Character.isLowerCase(c);
            case "space" -> Character.isWhitespace(c);
            case "blank" -> c == ' ' || c == '\t';
            case "punct" -> c > ' ' && c < '\u007f' && !Character.isLetterOrDigit(c);
            case "xdigit" -> Character.digit(c, 16) >= 0 && c < '\u0080';
            case "cntrl" -> Character.isISOControl(c);
            case "print" -> !Character.isISOControl(c);
            case "graph" -> !Character.isISOControl(c) && c != ' ';
            default -> false;
        };
    }
}
