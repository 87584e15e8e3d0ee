package io.ccmux.config;

import java.util.List;

/** What values an option takes; {@link OptionCheck} turns what a user wrote into the text that is kept. */
public sealed interface OptionKind {
    OptionKind TEXT = new Text();
    OptionKind FLAG = new Flag();
    OptionKind COLOUR = new Colour();
    OptionKind STYLE = new Style();
    OptionKind KEY = new Key();
    OptionKind COMMAND = new Command();
    OptionKind SIZE = new Size();

    /** Any text; formats and shell commands among them. */
    record Text() implements OptionKind {}

    /** A whole number between two bounds, both included; its unit is in the option's help. */
    record Number(int minimum, int maximum) implements OptionKind {}

    /** {@code on} or {@code off}. */
    record Flag() implements OptionKind {}

    /** One of a few words. */
    record Choice(List<String> choices) implements OptionKind {}

    /** A colour by name, number or hexadecimal digits. */
    record Colour() implements OptionKind {}

    /** A style such as {@code fg=red,bold}, or a format that makes one. */
    record Style() implements OptionKind {}

    /** The name of a key. */
    record Key() implements OptionKind {}

    /** A list of commands. */
    record Command() implements OptionKind {}

    /** A width and a height such as {@code 80x24}. */
    record Size() implements OptionKind {}

    /** Values by index; setting the whole splits at the separators, an empty one does not split. */
    record Array(OptionKind element, String separators) implements OptionKind {}
}
