package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The patterns of {@code m:} and {@code s/…/…/}: fnmatch(3) and extended regular expressions of POSIX. */
public final class Patterns {
    private Patterns() {}

    /** @param options letters: {@code r} for a regular expression, {@code i} to ignore case */
    static boolean matches(String pattern, String text, String options) {
        boolean ignoreCase = options.indexOf('i') >= 0;
        if (options.indexOf('r') < 0) {
            return ignoreCase
                    ? Glob.matches(pattern.toLowerCase(Locale.ROOT), text.toLowerCase(Locale.ROOT))
                    : Glob.matches(pattern, text);
        }
        return compile(pattern, ignoreCase).map(regex -> find(regex, text)).orElse(false);
    }

    /** The pattern for an extended regular expression; empty if it is none. */
    public static Optional<Pattern> compile(String regex, boolean ignoreCase) {
        return compileJava(PatternText.ofExtended(regex), ignoreCase);
    }

    /** Whether the pattern occurs in the text; not if finding out takes too many steps. */
    public static boolean find(Pattern pattern, String text) {
        try {
            return pattern.matcher(new SteppedText(text)).find();
        } catch (SteppedText.TooManyStepsException e) {
            return false;
        }
    }

    /**
     * Where the pattern occurs, one after the other, as far as that can be found out in so many steps; none is empty.
     */
    public static List<MatchResult> all(Pattern pattern, String text) {
        boolean literal = (pattern.flags() & Pattern.LITERAL) != 0;
        Matcher matcher = pattern.matcher(literal ? text : new SteppedText(text));
        List<MatchResult> found = new ArrayList<>();
        try {
            while (matcher.find()) {
                if (matcher.end() > matcher.start()) {
                    found.add(matcher.toMatchResult());
                }
            }
        } catch (SteppedText.TooManyStepsException e) {
            return found;
        }
        return found;
    }

    /** The text with every match replaced; as it is if the pattern is broken. */
    static String substitute(String text, String regex, String with, boolean ignoreCase) {
        if (text.isEmpty()) {
            return "";
        }
        return compile(regex, ignoreCase).map(pattern -> {
            try {
                return replaceAll(text, pattern.matcher(new SteppedText(text)), with, regex.startsWith("^"));
            } catch (SteppedText.TooManyStepsException e) {
                return text;
            }
        }).orElse(text);
    }

    /** As tmux walks: an empty match right after a match is not replaced, and one moves on by a character. */
    private static String replaceAll(String text, Matcher matcher, String with, boolean anchored) {
        StringBuilder out = new StringBuilder();
        int start = 0;
        int last = 0;
        boolean empty = false;
        matcher.useAnchoringBounds(true);
        while (start <= text.length() && out.length() <= Expansion.VALUE_CHARS_MAX) {
            matcher.region(start, text.length());
            if (!matcher.find()) {
                out.append(text, Math.min(start, text.length()), text.length());
                break;
            }
            out.append(text, last, matcher.start());
            boolean moved = matcher.start() != last || matcher.start() != matcher.end();
            last = matcher.end();
            if (empty || moved) {
                appendReplacement(out, with, matcher, text);
                start = last;
                empty = false;
            } else {
                start = last + 1;
                empty = true;
            }
            if (anchored) {
                out.append(text, Math.min(start, text.length()), text.length());
                break;
            }
        }
        return out.toString();
    }

    /** {@code \0} to {@code \9} stand for what the groups matched, if that was anything. */
    private static void appendReplacement(StringBuilder out, String with, Matcher matcher, String text) {
        for (int i = 0; i < with.length(); i++) {
            char c = with.charAt(i);
            if (c == '\\' && i + 1 < with.length()) {
                c = with.charAt(++i);
                int group = c - '0';
                if (group >= 0 && group <= Math.min(9, matcher.groupCount())
                        && matcher.start(group) < matcher.end(group)) {
                    out.append(text, matcher.start(group), matcher.end(group));
                    continue;
                }
            }
            out.append(c);
        }
    }

    private static Optional<Pattern> compileJava(String regex, boolean ignoreCase) {
        try {
            int flags = ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0;
            return Optional.of(Pattern.compile(regex, flags | Pattern.DOTALL));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }
}
