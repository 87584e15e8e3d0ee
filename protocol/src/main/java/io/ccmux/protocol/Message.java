package io.ccmux.protocol;

/** Whatever one end of a connection can say to the other. */
public sealed interface Message permits ClientMessage, ServerMessage {}
