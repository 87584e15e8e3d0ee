package io.ccmux.config;

import java.util.List;

/** One argument of a command line: a word, or commands in braces. */
public sealed interface Argument {

    /** A word, with its quotes and escapes undone. */
    record Word(String text) implements Argument {}

    /** {@code { commands }}. */
    record Block(List<CommandLine> commands) implements Argument {
        public Block {
            commands = List.copyOf(commands);
        }

        /** The commands as they would be written, without the braces. */
        @Override
        public String text() {
            return Quoting.print(commands, " ; ");
        }
    }

    /** What a command that wants a string makes of it. */
    String text();
}
