package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.input.Answer;
import io.ccmux.server.render.TerminalFeatures;
import io.ccmux.server.render.TerminalFeatures.Feature;
import io.ccmux.server.terminal.Palette;

/**
 * What is known of a client's terminal: what its {@code TERM} and terminfo say, and what it answered when it was asked
 * about itself.
 *
 * <pre>
 *   CSI &gt; q            its name (XTVERSION), which tells most
 *   CSI &gt; c            its kind (DA2), for those without a name
 *   CSI ? 2026 $ p     synchronised output?
 *   CSI ? u            the kitty keyboard protocol?
 *   CSI ? 996 n        dark or light?
 *   OSC 10, 11 ; ?     its colours, for programs that ask for them
 *   CSI c              what it can do (DA1)
 *   &alpha; CSI 6 n          whether that took two columns: asked in the second row of a screen that is drawn anew
 *                      anyway, for in the first one the answer might be a key
 *   DCS + q …          what else it can do (XTGETTCAP): only if it has told its name, others might print that
 * </pre>
 *
 * <p>Nobody waits for an answer: the first frame is drawn by what {@code TERM} says, and each answer, however late on a
 * slow line, adds what it tells. Terminals that might print a question are not asked.
 *
 * @param name    what it calls itself, or empty
 * @param dark    whether it shows light text on dark
 * @param colours 24 bits each: of its palette by number, and from {@link Palette#FOREGROUND} on the special ones
 */
record Portrait(TerminalFeatures features, String name, Optional<Boolean> dark, Map<Integer, Integer> colours) {
    private static final String QUESTIONS = "\u001b[>q\u001b[>c\u001b[?2026$p\u001b[?u\u001b[?996n"
            + "\u001b]10;?\u001b\\\u001b]11;?\u001b\\\u001b[c";
    private static final String WIDTH_QUESTION = "\u001b[2;1H\u03b1\u001b[6n";
    private static final int WIDTH_ROW = 2;
    private static final int BEHIND_TWO_COLUMNS = 3;
    private static final List<String> SILENT = List.of("linux", "dumb", "vt52", "ansi", "cons25", "sun", "eterm");
    private static final int SYNCHRONISED_OUTPUT = 2026;
    /** What the terminals of web pages and editors say of their kind, most of them without a name. */
    private static final List<Integer> XTERM_JS = List.of(0, 276, 0);
    private static final int CLIPBOARD_ATTRIBUTE = 52;
    static final int FIRST_SPECIAL = 10;

    private static final String MODERN = "256,RGB,bpaste,clipboard,mouse,strikethrough,title,cstyle,";

    /** A name, as terminals begin it in their own words, and what terminals of that name can do. */
    private record Named(String prefix, String words) {}

    // @formatter:off
    private static final List<Named> NAMED = List.of(
            new Named("kitty",        MODERN + "focus,overline,usstyle,hyperlinks,sync"),
            new Named("ghostty",      MODERN + "focus,overline,usstyle,hyperlinks,sync"),
            new Named("foot",         MODERN + "focus,overline,usstyle,hyperlinks,sync,extkeys"),
            new Named("wezterm",      MODERN + "focus,overline,usstyle,hyperlinks,sync,extkeys"),
            new Named("contour",      MODERN + "focus,overline,usstyle,hyperlinks,sync"),
            new Named("alacritty",    MODERN + "focus,usstyle,hyperlinks,sync"),
            new Named("iterm2",       MODERN + "focus,usstyle,hyperlinks,sync,extkeys"),
            new Named("xterm.js",     MODERN + "focus,overline,usstyle,hyperlinks"),
            new Named("xterm",        MODERN + "focus,extkeys"),
            new Named("mintty",       MODERN + "focus,overline,usstyle,hyperlinks,extkeys"),
            new Named("konsole",      MODERN + "focus,hyperlinks"),
            new Named("vte",          MODERN + "focus,overline,usstyle,hyperlinks"),
            new Named("tmux",         MODERN + "focus,overline,usstyle,hyperlinks,extkeys"),
            new Named("ccmux",        MODERN + "focus,overline,usstyle,hyperlinks,extkeys,sync"),
            new Named("rxvt-unicode", "256,bpaste,cstyle,mouse,title"));
    // @formatter:on

    /** Capabilities of terminfo, and what a terminal that has them can do. */
    private static final Map<String, String> CAPABILITIES = new TreeMap<>(Map.of("RGB", "rgb", "Tc", "rgb", "Su",
            "usstyle", "Smulx", "usstyle", "Setulc", "usstyle", "Ms", "clipboard", "Ss", "cstyle", "Sync", "sync"));

    static Portrait of(TerminalFeatures features) {
        return new Portrait(features, "", Optional.empty(), Map.of());
    }

    /** The questions for a terminal with this {@code TERM} and so many rows; none if it might print them. */
    static byte[] questions(String term, int rows) {
        boolean silent = term.isEmpty() || SILENT.stream().anyMatch(term::startsWith);
        String width = rows < WIDTH_ROW ? "" : WIDTH_QUESTION;
        return (silent ? "" : QUESTIONS + width).getBytes(StandardCharsets.UTF_8);
    }

    /** The questions for a terminal that has answered so. */
    static byte[] questions(Answer answer) {
        if (!(answer instanceof Answer.Version)) {
            return new byte[0];
        }
        var names = CAPABILITIES.keySet().stream()
                .map(name -> HexFormat.of().formatHex(name.getBytes(StandardCharsets.US_ASCII)));
        return ("\u001bP+q" + names.collect(Collectors.joining(";")) + "\u001b\\").getBytes(StandardCharsets.US_ASCII);
    }

    /** What is known with this answer. */
    Portrait learn(Answer answer) {
        return switch (answer) {
            case Answer.Version(String said) -> new Portrait(named(features, said), said, dark, colours);
            case Answer.SecondaryAttributes(var numbers) -> with(named(features, nameOf(numbers)));
            case Answer.PrimaryAttributes(var numbers) ->
                numbers.contains(CLIPBOARD_ATTRIBUTE) ? with(features.with("clipboard")) : this;
            case Answer.Mode(int mode, int state) ->
                mode == SYNCHRONISED_OUTPUT && (state == 1 || state == 2) ? with(features.with("sync")) : this;
            case Answer.KeyboardFlags flags -> with(features.with("kkeys"));
            case Answer.Theme(boolean isDark) -> new Portrait(features, name, Optional.of(isDark), colours);
            case Answer.Colour(int which, int rgb) -> withColour(Palette.FOREGROUND + which - FIRST_SPECIAL, rgb);
            case Answer.PaletteColour(int index, int rgb) -> withColour(index, rgb);
            case Answer.Capabilities(var names) -> with(capable(names));
            case Answer.CursorPosition(int row, int column) ->
                row == WIDTH_ROW && column == BEHIND_TWO_COLUMNS && !features.has(Feature.ASCII)
                        ? with(features.with("ambiwide"))
                        : this;
            case Answer.PixelSize size -> this;
            case Answer.Clipboard text -> this;
        };
    }

    /** With what the user knows better: items of {@code terminal-overrides}. */
    Portrait overridden(String term, List<String> items) {
        return with(features.overridden(term, items));
    }

    private Portrait with(TerminalFeatures more) {
        return new Portrait(more, name, dark, colours);
    }

    private TerminalFeatures capable(List<String> names) {
        var more = features;
        for (String name : names) {
            more = more.with(CAPABILITIES.getOrDefault(name, ""));
        }
        return more;
    }

    private Portrait withColour(int slot, int rgb) {
        var more = new TreeMap<>(colours);
        more.put(slot, rgb);
        return new Portrait(features, name, dark, Map.copyOf(more));
    }

    /** What formats can tell of it. */
    ClientView.Outer view(long writtenBytes) {
        return new ClientView.Outer(features.words(), name, dark.map(yes -> yes ? "dark" : "light").orElse(""),
                writtenBytes);
    }

    /** Multiplexers and a few others say who they are by the first number, which is a letter. */
    private static String nameOf(List<Integer> secondary) {
        if (secondary.equals(XTERM_JS)) {
            return "xterm.js";
        }
        return switch (secondary.isEmpty() ? 0 : secondary.getFirst()) {
            case 'M' -> "mintty";
            case 'T' -> "tmux";
            case 'U' -> "rxvt-unicode";
            default -> "";
        };
    }

    private static TerminalFeatures named(TerminalFeatures known, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        var features = known;
        for (var row : NAMED) {
            if (lower.startsWith(row.prefix())) {
                for (String word : row.words().split(",")) {
                    features = features.with(word);
                }
                return features;
            }
        }
        return features;
    }
}
