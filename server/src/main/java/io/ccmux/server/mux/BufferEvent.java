package io.ccmux.server.mux;

/** A change of the stack of paste buffers. */
public sealed interface BufferEvent extends Event {
    String name();

    /** A new buffer on top of the stack, or another content for the one of that name. */
    record Filled(String name, byte[] bytes, boolean automatic, long createdMicros) implements BufferEvent {}

    /** More of a buffer that is too large for one record. */
    record Appended(String name, byte[] bytes) implements BufferEvent {}

    record Renamed(String name, String other) implements BufferEvent {}

    record Removed(String name) implements BufferEvent {}
}
