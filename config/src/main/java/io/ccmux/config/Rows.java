package io.ccmux.config;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes the rows of the option table for options of the same scopes. */
record Rows(Set<Scope> scopes) {
    Rows(Scope... scopes) {
        this(EnumSet.copyOf(List.of(scopes)));
    }

    Option text(String name, String preset, String help) {
        return row(name, OptionKind.TEXT, preset, help);
    }

    Option number(String name, int preset, int minimum, int maximum, String help) {
        return row(name, new OptionKind.Number(minimum, maximum), Integer.toString(preset), help);
    }

    Option flag(String name, String preset, String help) {
        return row(name, OptionKind.FLAG, preset, help);
    }

    Option choice(String name, String preset, String choices, String help) {
        return row(name, new OptionKind.Choice(List.of(choices.split(" "))), preset, help);
    }

    Option colour(String name, String preset, String help) {
        return row(name, OptionKind.COLOUR, preset, help);
    }

    Option style(String name, String preset, String help) {
        return row(name, OptionKind.STYLE, preset, help);
    }

    Option key(String name, String preset, String help) {
        return row(name, OptionKind.KEY, preset, help);
    }

    Option command(String name, String preset, String help) {
        return row(name, OptionKind.COMMAND, preset, help);
    }

    Option size(String name, String preset, String help) {
        return row(name, OptionKind.SIZE, preset, help);
    }

    Option list(String name, OptionKind element, String separators, String help, String... items) {
        return new Option(name, scopes, new OptionKind.Array(element, separators), OptionValue.Items.of(items), help);
    }

    private Option row(String name, OptionKind kind, String preset, String help) {
        return new Option(name, scopes, kind, new OptionValue.Text(preset), help);
    }
}
