package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What stands between the braces of <code>#{…}</code>: one operation that makes a value, and modifiers that change it.
 *
 * @param operation what makes the value
 * @param operator the modifier that chose the operation, with its arguments; some operations ignore it
 * @param flags modifiers without arguments that change a value
 * @param changes modifiers with arguments that change a value: {@code s}, {@code =} and {@code p}
 * @param timeFormat the strftime text of {@code t/f/…}, or none
 * @param body what stands after the modifiers
 * @param parts the body cut at its commas
 */
record Replacement(Operation operation, Modifier operator, Set<Flag> flags, List<Modifier> changes,
        List<Format> timeFormat, Format body, List<Format> parts) {

    enum Operation {
        LITERAL, CHARACTER, COLOUR, SESSIONS, WINDOWS, PANES, CLIENTS, WINDOW_NAMED, SESSION_NAMED, SEARCH, REPEAT, NOT,
        NOT_NOT, ANY, ALL, COMPARE, CONDITION, EXPRESSION, INNER, LOOKUP, BROKEN
    }

    enum Flag {
        BASENAME, DIRNAME, QUOTE_SHELL, QUOTE_STYLE, TIME, PRETTY_TIME, EXPAND, EXPAND_TIME, LENGTH, WIDTH
    }

    private static final Modifier NONE = new Modifier("", List.of());

    static Replacement of(String text) {
        ModifierParser parser = new ModifierParser(text);
        Collector collector = new Collector();
        parser.parse().forEach(collector::take);
        return collector.finish(parser.body());
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    /** Gathers what a list of modifiers means; where two of them choose an operation, the more special one wins. */
    private static final class Collector {
        private Operation operation = Operation.LOOKUP;
        private Modifier operator = NONE;
        private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
        private final List<Modifier> changes = new ArrayList<>(1);
        private List<Format> timeFormat = List.of();

        void take(Modifier modifier) {
            switch (modifier.name()) {
                case "l" -> choose(Operation.LITERAL, modifier);
                case "a" -> choose(Operation.CHARACTER, modifier);
                case "c" -> choose(Operation.COLOUR, modifier);
                case "S" -> choose(Operation.SESSIONS, modifier);
                case "W" -> choose(Operation.WINDOWS, modifier);
                case "P" -> choose(Operation.PANES, modifier);
                case "L" -> choose(Operation.CLIENTS, modifier);
                case "N" -> choose(names(modifier), modifier);
                case "C" -> choose(Operation.SEARCH, modifier);
                case "R" -> choose(Operation.REPEAT, modifier);
                case "!" -> choose(Operation.NOT, modifier);
                case "!!" -> choose(Operation.NOT_NOT, modifier);
                case "||" -> choose(Operation.ANY, modifier);
                case "&&" -> choose(Operation.ALL, modifier);
                case "m", "<", ">", "==", "!=", "<=", ">=" -> choose(Operation.COMPARE, modifier);
                case "e" -> choose(Operation.EXPRESSION, modifier);
                case "b" -> flags.add(Flag.BASENAME);
                case "d" -> flags.add(Flag.DIRNAME);
                case "n" -> flags.add(Flag.LENGTH);
                case "w" -> flags.add(Flag.WIDTH);
                case "E" -> flags.add(Flag.EXPAND);
                case "T" -> flags.add(Flag.EXPAND_TIME);
                case "q" -> flags.add(names(modifier, "eh") ? Flag.QUOTE_STYLE : Flag.QUOTE_SHELL);
                case "t" -> time(modifier);
                case "s", "=", "p" -> changes.add(modifier);
                default -> {
                    // the parser knows no others
                }
            }
        }

        private void choose(Operation candidate, Modifier modifier) {
            boolean expressionWithout = candidate == Operation.EXPRESSION && modifier.arguments().isEmpty();
            if (!expressionWithout && candidate.compareTo(operation) <= 0) {
                operation = candidate;
                operator = modifier;
            }
        }

        private void time(Modifier modifier) {
            flags.add(Flag.TIME);
            if (names(modifier, "p")) {
                flags.add(Flag.PRETTY_TIME);
            } else if (modifier.has(2) && names(modifier, "f")) {
                timeFormat = List.of(modifier.arguments().get(1));
            }
        }

        private static Operation names(Modifier modifier) {
            return modifier.has(1) && !names(modifier, "w") && names(modifier, "s")
                    ? Operation.SESSION_NAMED
                    : Operation.WINDOW_NAMED;
        }

        /** Whether the first argument holds one of the letters. */
        private static boolean names(Modifier modifier, String letters) {
            return modifier.has(1)
                    && modifier.arguments().getFirst().text().chars().anyMatch(c -> letters.indexOf(c) >= 0);
        }

        Replacement finish(String body) {
            if (operation == Operation.LOOKUP || operation == Operation.EXPRESSION) {
                if (body.startsWith("?")) {
                    return conditional(body.substring(1));
                }
                if (operation == Operation.LOOKUP && body.contains("#{")) {
                    operation = Operation.INNER;
                }
            }
            List<Format> parts = switch (operation) {
                case SESSIONS, WINDOWS, PANES, CLIENTS, REPEAT, COMPARE, EXPRESSION -> parts(body, 2);
                case ANY, ALL -> parts(body, Integer.MAX_VALUE);
                default -> List.of();
            };
            boolean needsTwo = operation == Operation.REPEAT || operation == Operation.COMPARE;
            if (needsTwo && parts.size() < 2) {
                operation = Operation.BROKEN;
            }
            return plan(body, parts);
        }

        private Replacement conditional(String body) {
            List<Format> parts = parts(body, Integer.MAX_VALUE);
            operation = parts.size() < 2 ? Operation.BROKEN : Operation.CONDITION;
            return plan(body, parts);
        }

        private Replacement plan(String body, List<Format> parts) {
            return new Replacement(operation, operator, Set.copyOf(flags), List.copyOf(changes), timeFormat,
                    Format.parse(body), parts);
        }

        private static List<Format> parts(String body, int limit) {
            return Scan.split(body, limit).stream().map(Format::parse).toList();
        }
    }
}
