package io.ccmux.config;

import java.util.Optional;
import java.util.Set;

/**
 * A row of {@link OptionTable}: what an option is called, where it can be set, what it takes and what it is for.
 *
 * @param help one line for the option page, with the unit of a number
 */
public record Option(String name, Set<Scope> scopes, OptionKind kind, OptionValue preset, String help) {
    private static final OptionValue ON = new OptionValue.Text("on");

    /** What {@code name} is to be when a user sets it to {@code text}. */
    public OptionValue parse(String text, KeyNames keys) throws OptionException {
        return change(Optional.empty(), text, keys);
    }

    private OptionValue change(Optional<OptionValue.Items> before, String text, KeyNames keys) throws OptionException {
        if (!(kind instanceof OptionKind.Array array)) {
            return new OptionValue.Text(OptionCheck.canonical(kind, text, keys));
        }
        OptionValue.Items items = before.orElse(OptionValue.Items.NONE);
        for (String part : OptionCheck.split(text, array.separators())) {
            items = items.append(OptionCheck.canonical(array.element(), part, keys));
        }
        return items;
    }

    /** What it is to be when a user appends {@code text} to {@code before}, as {@code set-option -a} does. */
    public OptionValue append(OptionValue before, String text, KeyNames keys) throws OptionException {
        return switch (before) {
            case OptionValue.Items items -> change(Optional.of(items), text, keys);
            case OptionValue.Text(String old) when appends() -> parse(old + joint() + text, keys);
            case OptionValue.Text _ -> parse(text, keys);
        };
    }

    private boolean appends() {
        return kind instanceof OptionKind.Text || kind instanceof OptionKind.Style || kind instanceof OptionKind.Size;
    }

    private String joint() {
        return kind instanceof OptionKind.Style ? "," : "";
    }

    /** What it is to be when a user sets the item at {@code index} of an array. */
    public OptionValue parse(OptionValue before, int index, String text, KeyNames keys) throws OptionException {
        if (!(kind instanceof OptionKind.Array array) || !(before instanceof OptionValue.Items items)) {
            throw new OptionException("not an array: " + name);
        }
        return items.with(index, OptionCheck.canonical(array.element(), text, keys));
    }

    /** The other value, for a flag or a choice of two that is set without a value. */
    public OptionValue toggle(OptionValue before) throws OptionException {
        return switch (kind) {
            case OptionKind.Flag _ -> new OptionValue.Text(before.equals(ON) ? "off" : "on");
            case OptionKind.Choice(var choices) -> {
                int index = before instanceof OptionValue.Text(String old) ? choices.indexOf(old) : 0;
                yield index > 1 ? before : new OptionValue.Text(choices.get(1 - Math.max(index, 0)));
            }
            // @formatter:off
            case OptionKind.Text _, OptionKind.Number _, OptionKind.Colour _, OptionKind.Style _, OptionKind.Key _,
                    OptionKind.Command _, OptionKind.Size _, OptionKind.Array _ ->
                throw new OptionException("empty value");
            // @formatter:on
        };
    }

    public boolean isArray() {
        return kind instanceof OptionKind.Array;
    }

    /** Whether it runs commands on an occasion; such options are listed by {@code show-hooks} only. */
    public boolean isHook() {
        return kind instanceof OptionKind.Array(OptionKind.Command _, _);
    }
}
