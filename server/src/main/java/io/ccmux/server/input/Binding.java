package io.ccmux.server.input;

/**
 * What a key does.
 *
 * @param command command lines, as {@code list-keys} shows them
 * @param note what it is for, in words; empty when nobody said
 * @param repeat whether the key may follow again without the prefix
 */
public record Binding(String command, String note, boolean repeat) {}
