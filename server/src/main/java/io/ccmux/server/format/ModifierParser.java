package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the modifiers of a replacement.
 *
 * <pre>
 *   #{T;=/#{status-left-length}/…:status-left}
 *     | |                        \_ the body
 *     | \_ name = and, between any wrapper character, two arguments
 *     \_ a name without arguments; ; separates
 * </pre>
 *
 * <p>If what stands before the colon is not a list of modifiers there are none, and the whole is a name.
 */
final class ModifierParser {
    private static final String PLAIN = "labcdnwETSWPL!<>";
    private static final String WITH_ARGUMENTS = "mCLNPSst=peqRW";
    private static final Set<String> DOUBLE = Set.of("||", "&&", "!!", "!=", "==", "<=", ">=");

    private final String text;
    private final List<Modifier> modifiers = new ArrayList<>(2);
    private int at;
    private int bodyStart;

    ModifierParser(String text) {
        this.text = text;
    }

    /** Parses; {@link #body} is what remains. */
    List<Modifier> parse() {
        while (at < text.length() && text.charAt(at) != ':' && readOne()) {
            // readOne moves on
        }
        if (at >= text.length() || text.charAt(at) != ':') {
            modifiers.clear();
            bodyStart = 0;
        } else {
            bodyStart = at + 1;
        }
        return List.copyOf(modifiers);
    }

    String body() {
        return text.substring(bodyStart);
    }

    private boolean readOne() {
        if (text.charAt(at) == ';') {
            at++;
        }
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        if (PLAIN.indexOf(c) >= 0 && endsAt(at + 1)) {
            return add(1);
        }
        if (at + 2 <= text.length() && DOUBLE.contains(text.substring(at, at + 2)) && endsAt(at + 2)) {
            return add(2);
        }
        if (WITH_ARGUMENTS.indexOf(c) < 0) {
            return false;
        }
        if (endsAt(at + 1)) {
            return add(1);
        }
        if (at + 1 >= text.length()) {
            return false;
        }
        char wrapper = text.charAt(at + 1);
        return (isPunctuation(wrapper) && wrapper != '-') ? readWrapped(c, wrapper) : readSingle(c);
    }

    private boolean add(int length) {
        modifiers.add(new Modifier(text.substring(at, at + length), List.of()));
        at += length;
        return true;
    }

    private boolean readSingle(char name) {
        int end = Scan.skip(text, at + 1, ":;");
        if (end < 0) {
            return false;
        }
        modifiers.add(new Modifier(String.valueOf(name), List.of(Format.parse(text.substring(at + 1, end)))));
        at = end;
        return true;
    }

    private boolean readWrapped(char name, char wrapper) {
        List<Format> arguments = new ArrayList<>(2);
        String stops = wrapper + ";:";
        at++;
        do {
            if (at < text.length() && text.charAt(at) == wrapper && endsAt(at + 1)) {
                at++;
                break;
            }
            int end = Scan.skip(text, at + 1, stops);
            if (end < 0) {
                break;
            }
            arguments.add(Format.parse(text.substring(at + 1, end)));
            at = end;
        } while (!endsAt(at));
        modifiers.add(new Modifier(String.valueOf(name), List.copyOf(arguments)));
        return true;
    }

    private boolean endsAt(int index) {
        return index < text.length() && (text.charAt(index) == ':' || text.charAt(index) == ';');
    }

    private static boolean isPunctuation(char c) {
        return c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c);
    }
}
