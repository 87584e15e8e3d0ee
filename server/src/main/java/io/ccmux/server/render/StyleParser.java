package io.ccmux.server.render;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.config.Colours;
import io.ccmux.server.render.DrawState.Align;
import io.ccmux.server.render.DrawState.Defaults;
import io.ccmux.server.render.DrawState.ListPart;
import io.ccmux.server.terminal.Style;

/** Reads tmux's styles: {@code fg=red,bg=default,bold,align=right,range=window|3}. */
public final class StyleParser {
    private static final int UNDERLINE_STEP = 1 << Style.UNDERLINE_SHIFT;

    // @formatter:off
    private static final Map<String, Integer> ATTRIBUTES = Map.ofEntries(
            Map.entry("acs", 0),
            Map.entry("bright", Style.BOLD),
            Map.entry("bold", Style.BOLD),
            Map.entry("dim", Style.DIM),
            Map.entry("underscore", UNDERLINE_STEP),
            Map.entry("blink", Style.BLINK),
            Map.entry("reverse", Style.REVERSE),
            Map.entry("hidden", Style.HIDDEN),
            Map.entry("italics", Style.ITALIC),
            Map.entry("strikethrough", Style.STRIKE),
            Map.entry("double-underscore", 2 * UNDERLINE_STEP),
            Map.entry("curly-underscore", 3 * UNDERLINE_STEP),
            Map.entry("dotted-underscore", 4 * UNDERLINE_STEP),
            Map.entry("dashed-underscore", 5 * UNDERLINE_STEP),
            Map.entry("overline", Style.OVERLINE));
    private static final Map<String, Align> ALIGNS = Map.of(
            "left", Align.LEFT, "centre", Align.CENTRE, "right", Align.RIGHT,
            "absolute-centre", Align.ABSOLUTE_CENTRE);
    private static final Map<String, ListPart> LISTS = Map.of(
            "on", ListPart.ON, "focus", ListPart.FOCUS,
            "left-marker", ListPart.LEFT_MARKER, "right-marker", ListPart.RIGHT_MARKER);
    // @formatter:on

    private final Style base;
    private Style style;
    private boolean noAttributes;
    private boolean ignore;
    private Optional<Integer> fill;
    private Align align;
    private ListPart list;
    private Optional<Range.Target> range;
    private Defaults defaults;

    private StyleParser(DrawState before, Style base) {
        this.base = base;
        style = before.style();
        noAttributes = before.noAttributes();
        ignore = before.ignore();
        fill = before.fill();
        align = before.align();
        list = before.list();
        range = before.range();
        defaults = before.defaults();
    }

    /** The look that a style gives to what looks like {@code base}; what cannot be read gives {@code base}. */
    public static Style style(String text, Style base) {
        return parse(text, DrawState.of(base), base).map(DrawState::style).orElse(base);
    }

    /** What the text makes of a state; empty if it cannot be read. */
    static Optional<DrawState> parse(String text, DrawState before, Style base) {
        StyleParser parser = new StyleParser(before, base);
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || " ,\n".indexOf(text.charAt(i)) >= 0) {
                if (i > start && !parser.word(text.substring(start, i))) {
                    return Optional.empty();
                }
                start = i + 1;
            }
        }
        return Optional.of(parser.state());
    }

    private DrawState state() {
        return new DrawState(style, noAttributes, ignore, fill, align, list, range, defaults);
    }

    private boolean word(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        switch (lower) {
            case "default" -> {
                style = base;
                noAttributes = false;
            }
            case "ignore" -> ignore = true;
            case "noignore" -> ignore = false;
            case "push-default" -> defaults = Defaults.PUSH;
            case "pop-default" -> defaults = Defaults.POP;
            case "set-default" -> defaults = Defaults.SET;
            case "nolist" -> list = ListPart.OFF;
            case "norange" -> range = Optional.empty();
            case "noalign" -> align = Align.DEFAULT;
            case "none" -> attributes(0);
            case "noattr" -> {
                attributes(0);
                noAttributes = true;
            }
            default -> {
                int equals = word.indexOf('=');
                return equals > 0 && equals < word.length() - 1
                        ? setting(lower.substring(0, equals), word.substring(equals + 1))
                        : attribute(lower);
            }
        }
        return true;
    }

    private boolean setting(String name, String value) {
        String lower = value.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "fg", "bg", "us", "fill" -> colour(name, value);
            case "align" -> {
                align = ALIGNS.getOrDefault(lower, align);
                yield ALIGNS.containsKey(lower);
            }
            case "list" -> {
                list = LISTS.getOrDefault(lower, list);
                yield LISTS.containsKey(lower);
            }
            case "range" -> {
                Optional<Range.Target> target = target(value);
                range = target;
                yield target.isPresent();
            }
            case "width", "pad" -> true;
            default -> false;
        };
    }

    private boolean colour(String name, String value) {
        OptionalInt parsed = Colours.parse(value);
        if (parsed.isEmpty()) {
            return false;
        }
        boolean usual = parsed.getAsInt() < 0;
        int colour = parsed.getAsInt();
        switch (name) {
            case "fg" -> style = new Style(usual ? base.foreground() : colour, style.background(),
                    style.underlineColour(), style.attributes(), style.link());
            case "bg" -> style = new Style(style.foreground(), usual ? base.background() : colour,
                    style.underlineColour(), style.attributes(), style.link());
            case "us" -> style = new Style(style.foreground(), style.background(),
                    usual ? base.underlineColour() : colour, style.attributes(), style.link());
            default -> fill = usual ? Optional.empty() : Optional.of(colour);
        }
        return true;
    }

    private boolean attribute(String word) {
        boolean off = word.startsWith("no") && !ATTRIBUTES.containsKey(word);
        int changed = style.attributes();
        for (String name : (off ? word.substring(2) : word).split("\\|")) {
            Integer bits = ATTRIBUTES.get(name);
            if (bits == null) {
                return false;
            }
            boolean underline = (bits & Style.UNDERLINE_MASK) != 0;
            changed &= underline ? ~Style.UNDERLINE_MASK : ~bits;
            changed |= off ? 0 : bits;
        }
        attributes(changed);
        return true;
    }

    private void attributes(int changed) {
        style = new Style(style.foreground(), style.background(), style.underlineColour(), changed, style.link());
    }

    /** {@code left}, {@code window|3}, {@code pane|%1}, {@code session|$2}, {@code user|word}, {@code control|9}. */
    private static Optional<Range.Target> target(String value) {
        int bar = value.indexOf('|');
        String kind = (bar < 0 ? value : value.substring(0, bar)).toLowerCase(Locale.ROOT);
        String argument = bar < 0 ? "" : value.substring(bar + 1);
        if (bar >= 0 == (kind.equals("left") || kind.equals("right")) || (bar >= 0 && argument.isEmpty())) {
            return Optional.empty();
        }
        return switch (kind) {
            case "left" -> Optional.of(new Range.Target(Range.Kind.LEFT, 0, ""));
            case "right" -> Optional.of(new Range.Target(Range.Kind.RIGHT, 0, ""));
            case "pane" -> numbered(Range.Kind.PANE, argument, "%");
            case "window" -> numbered(Range.Kind.WINDOW, argument, "");
            case "session" -> numbered(Range.Kind.SESSION, argument, "$");
            case "control" -> numbered(Range.Kind.CONTROL, argument, "");
            case "user" -> Optional.of(new Range.Target(Range.Kind.USER, 0, argument));
            default -> Optional.empty();
        };
    }

    private static Optional<Range.Target> numbered(Range.Kind kind, String argument, String sign) {
        String digits = argument.startsWith(sign) ? argument.substring(sign.length()) : "";
        return digits.matches("[0-9]{1,9}")
                ? Optional.of(new Range.Target(kind, Integer.parseInt(digits), ""))
                : Optional.empty();
    }
}
