package io.ccmux.server.mux;

/** One connection of one client, from its start to its end; numbers are never used again while a server lives. */
public record ClientId(long number) {}
