package io.ccmux.server.render;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import io.ccmux.server.format.Glob;

/**
 * What the terminal of a client can do.
 *
 * @param colours how many it knows: 8, 16, 256 or {@link #RGB}
 */
public record TerminalFeatures(int colours, Set<Feature> features) {
    /** The number of colours of a terminal that takes red, green and blue. */
    public static final int RGB = 1 << 24;

    /** A capability, under the names of tmux's {@code terminal-features}. */
    public enum Feature {
        /** It has no UTF-8: lines are drawn in the character set of DEC's graphics, all else is ASCII. */
        ASCII("ascii"),
        /** Erased cells get the pen's background. */
        BCE("bce"),
        /** OSC 52. */
        CLIPBOARD("clipboard"),
        /** OSC 12 and 112. */
        CURSOR_COLOUR("ccolour"),
        /** DECSCUSR. */
        CURSOR_STYLE("cstyle"),
        /** modifyOtherKeys. */
        EXTENDED_KEYS("extkeys"),
        /** Mode 1004. */
        FOCUS("focus"),
        /** OSC 8. */
        HYPERLINKS("hyperlinks"),
        /** Modes 1000, 1002, 1003 and 1006. */
        MOUSE("mouse"),
        /** It is to stay on its main screen: what {@code smcup@} in {@code terminal-overrides} says; no word. */
        ONE_SCREEN(""),
        OVERLINE("overline"),
        /** Mode 2004. */
        PASTE("bpaste"),
        /** The kitty keyboard protocol, told apart keys without what else it has. */
        KITTY_KEYS("kkeys"),
        /** REP. */
        REPEAT("rep"),
        STRIKE("strikethrough"),
        /** Mode 2026. */
        SYNCHRONISED("sync"),
        /** OSC 2, and a stack to keep the old title on. */
        TITLE("title"),
        /** Double, curly, dotted and dashed underlines, in colours of their own. */
        UNDERLINES("usstyle"),
        /** Characters of ambiguous width take two columns. */
        WIDE_AMBIGUOUS("ambiwide");

        private final String word;

        Feature(String word) {
            this.word = word;
        }
    }

    /** A row of what is known of terminals by name: the first pattern that fits decides. */
    private record Known(String pattern, int colours, Set<Feature> features) {}

    private static final Set<Feature> MODERN = EnumSet.complementOf(EnumSet.of(Feature.ASCII,
            Feature.EXTENDED_KEYS, Feature.ONE_SCREEN, Feature.WIDE_AMBIGUOUS));
    private static final Set<Feature> XTERM = EnumSet.of(Feature.BCE, Feature.CLIPBOARD, Feature.CURSOR_COLOUR,
            Feature.CURSOR_STYLE, Feature.FOCUS, Feature.MOUSE, Feature.PASTE, Feature.STRIKE, Feature.TITLE);
    private static final Set<Feature> MULTIPLEXER = EnumSet.of(Feature.CLIPBOARD, Feature.CURSOR_STYLE, Feature.FOCUS,
            Feature.MOUSE, Feature.PASTE, Feature.STRIKE, Feature.TITLE);

    // @formatter:off
    private static final List<Known> KNOWN = List.of(
            new Known("*kitty*",      RGB, MODERN),
            new Known("*ghostty*",    RGB, MODERN),
            new Known("foot*",        RGB, MODERN),
            new Known("alacritty*",   RGB, MODERN),
            new Known("wezterm*",     RGB, MODERN),
            new Known("contour*",     RGB, MODERN),
            new Known("*-direct*",    RGB, XTERM),
            new Known("xterm*",       16,  XTERM),
            new Known("vte*",         256, XTERM),
            new Known("gnome*",       256, XTERM),
            new Known("konsole*",     256, XTERM),
            new Known("iterm*",       RGB, XTERM),
            new Known("st*",          16,  XTERM),
            new Known("rxvt*",        16,  EnumSet.of(Feature.BCE, Feature.MOUSE, Feature.PASTE, Feature.TITLE)),
            new Known("tmux*",        16,  MULTIPLEXER),
            new Known("screen*",      16,  MULTIPLEXER),
            new Known("linux*",       16,  EnumSet.of(Feature.BCE)),
            new Known("*",            8,   EnumSet.noneOf(Feature.class)));
    // @formatter:on

    public TerminalFeatures {
        features = Collections.unmodifiableSet(features.isEmpty()
                ? EnumSet.noneOf(Feature.class)
                : EnumSet.copyOf(features));
    }

    /**
     * @param term      the client's {@code TERM}
     * @param colorTerm its {@code COLORTERM}, or empty
     * @param rows      items of the option {@code terminal-features}: a pattern and words, colons between them
     * @param given     words that the client was started with, commas between them
     */
    public static TerminalFeatures of(String term, String colorTerm, List<String> rows, String given) {
        Known known = KNOWN.stream().filter(row -> Glob.matches(row.pattern(), term)).findFirst().orElseThrow();
        TerminalFeatures features = new TerminalFeatures(known.colours(), known.features());
        if (term.contains("256color")) {
            features = features.with("256");
        }
        if (colorTerm.equals("truecolor") || colorTerm.equals("24bit")) {
            features = features.with("rgb");
        }
        for (String row : rows) {
            String[] words = row.split(":");
            if (Glob.matches(words[0], term)) {
                for (int i = 1; i < words.length; i++) {
                    features = features.with(words[i]);
                }
            }
        }
        for (String word : given.split(",")) {
            features = features.with(word.strip());
        }
        return features;
    }

    /** With what else a description of it says: capabilities by name. Fewer colours than are known are not believed. */
    public TerminalFeatures described(List<String> capabilities) {
        TerminalFeatures more = overridden("", List.of("*:" + String.join(":", capabilities)));
        return more.withColours(Math.max(colours, more.colours));
    }

    /** With what items of the option {@code terminal-overrides} say of terminals of this name. */
    public TerminalFeatures overridden(String term, Collection<String> items) {
        return TerminalOverrides.apply(this, term, items);
    }

    /** With one more feature, named as in {@code terminal-features}; names nobody knows change nothing. */
    public TerminalFeatures with(String word) {
        return changed(word, true);
    }

    /** Without the feature of a name. */
    TerminalFeatures without(String word) {
        return changed(word, false);
    }

    /** With another number of colours. */
    TerminalFeatures withColours(int number) {
        return new TerminalFeatures(number, features);
    }

    /** With or without a feature that has no name. */
    TerminalFeatures with(Feature feature, boolean on) {
        Set<Feature> changed = EnumSet.noneOf(Feature.class);
        changed.addAll(features);
        if (on) {
            changed.add(feature);
        } else {
            changed.remove(feature);
        }
        return new TerminalFeatures(colours, changed);
    }

    private TerminalFeatures changed(String word, boolean on) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (lower.equals("256")) {
            return withColours(on ? Math.max(colours, 256) : Math.min(colours, 16));
        }
        if (lower.equals("rgb")) {
            return withColours(on ? RGB : Math.min(colours, 256));
        }
        TerminalFeatures changed = this;
        for (Feature feature : Feature.values()) {
            if (!lower.isEmpty() && feature.word.equals(lower)) {
                changed = changed.with(feature, on);
            }
        }
        return changed;
    }

    public boolean has(Feature feature) {
        return features.contains(feature);
    }

    /** The words that there are for features, in order. */
    public static SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(List.of("256", "RGB"));
        for (Feature feature : Feature.values()) {
            if (!feature.word.isEmpty()) {
                names.add(feature.word);
            }
        }
        return names;
    }

    /** The words of all features, for {@code client_termfeatures}. */
    public String words() {
        StringBuilder out = new StringBuilder(colours >= RGB ? "256,RGB" : colours >= 256 ? "256" : "");
        features.stream().filter(feature -> !feature.word.isEmpty())
                .forEach(feature -> out.append(out.isEmpty() ? "" : ",").append(feature.word));
        return out.toString();
    }
}
