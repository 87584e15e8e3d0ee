package io.ccmux.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every option there is but those of users, which begin with {@code @} and are any text. */
public final class OptionTable {
    private static final Map<String, String> OTHER_NAMES = Map.of("cursor-color", "cursor-colour",
            "display-panes-color", "display-panes-colour", "display-panes-active-color",
            "display-panes-active-colour", "clock-mode-color", "clock-mode-colour", "pane-colors", "pane-colours",
            "prompt-cursor-color", "prompt-cursor-colour");
    private static final List<Option> ROWS = Stream
            .of(ServerOptions.ROWS, SessionOptions.ROWS, WindowOptions.ROWS, HookOptions.ROWS).flatMap(List::stream)
            .toList();
    private static final Map<String, Option> BY_NAME = byName();

    /** Ours and the user's options, and an index where one was given: {@code status-format[0]}. */
    public record Named(Option option, Optional<Integer> index) {}

    private OptionTable() {}

    /** All rows, in the order in which they are listed. */
    public static List<Option> rows() {
        return ROWS;
    }

    /** The option of exactly this name; user options are made up on the spot. */
    public static Optional<Option> exact(String name) {
        if (name.startsWith("@")) {
            return Optional.of(user(name));
        }
        return Optional.ofNullable(BY_NAME.get(name));
    }

    /** The option that {@code given} names, in full or by a beginning no other shares, with or without an index. */
    public static Named find(String given) throws OptionException {
        int bracket = given.indexOf('[');
        String name = bracket < 0 ? given : given.substring(0, bracket);
        Optional<Integer> index = bracket < 0 ? Optional.empty() : Optional.of(index(given, bracket));
        String full = OTHER_NAMES.getOrDefault(name, name);
        Optional<Option> exact = exact(full);
        if (exact.isPresent() && !name.isEmpty()) {
            return new Named(exact.get(), index);
        }
        List<Option> candidates = new ArrayList<>();
        for (Option option : ROWS) {
            if (!full.isEmpty() && option.name().startsWith(full)) {
                candidates.add(option);
            }
        }
        if (candidates.size() != 1) {
            throw new OptionException((candidates.isEmpty() ? "invalid option: " : "ambiguous option: ") + given);
        }
        return new Named(candidates.getFirst(), index);
    }

    private static int index(String given, int bracket) throws OptionException {
        try {
            int index = Integer.parseInt(given, bracket + 1, given.length() - 1, 10);
            if (index >= 0 && given.endsWith("]")) {
                return index;
            }
        } catch (IndexOutOfBoundsException | NumberFormatException e) {
            throw new OptionException("invalid option: " + given);
        }
        throw new OptionException("invalid option: " + given);
    }

    private static Option user(String name) {
        return new Rows(Scope.values()).text(name, "", "An option of the user");
    }

    private static Map<String, Option> byName() {
        Map<String, Option> byName = new LinkedHashMap<>();
        for (Option option : ROWS) {
            if (byName.put(option.name(), option) != null) {
                throw new IllegalStateException("two options are called " + option.name());
            }
        }
        return byName;
    }
}
