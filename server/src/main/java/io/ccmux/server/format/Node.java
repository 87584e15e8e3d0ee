package io.ccmux.server.format;

/** A piece of a parsed format. */
sealed interface Node {

    /** Stands for itself. */
    record Text(String text) implements Node {}

    /** {@code #(command)}: the output of a command. */
    record Job(Format command) implements Node {}

    /**
     * <code>#{…}</code> and the one-letter aliases.
     *
     * @param mark how it is written, without what it stands for
     */
    record Replace(Replacement replacement, String mark, String source) implements Node {}

    /** A syntax error: the text ends here. */
    record Stop() implements Node {}
}
