package io.ccmux.protocol;

/**
 * What a client knows about the terminal it runs in.
 *
 * @param tty its device, such as {@code /dev/pts/3}, or "" when standard input is no terminal
 * @param term the value of {@code TERM}, or ""
 * @param size its size when the client started
 * @param features names of features given by hand, comma separated as in {@code -T 256,RGB}, or ""
 */
public record TerminalFacts(String tty, String term, WindowSize size, String features) {}
