package io.ccmux.protocol;

/** A message as it travels: its type and its body, not yet decoded. */
public record Frame(int type, byte[] body) {}
