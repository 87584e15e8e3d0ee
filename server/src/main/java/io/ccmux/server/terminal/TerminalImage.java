package io.ccmux.server.terminal;

import java.util.List;

/** All there is to know about a terminal, immutable: one that is made of it goes on as the first would have. */
public record TerminalImage(byte[] state) {
    /** Bytes of a chunk of the encoded form. */
    public static final int CHUNK_BYTES_MAX = 256 << 10;

    /** Equal terminals encode to equal bytes. */
    public List<byte[]> encode() {
        return List.of(state);
    }

    public static TerminalImage decode(List<byte[]> chunks) throws CorruptImageException {
        if (chunks.isEmpty()) {
            throw new CorruptImageException("no bytes");
        }
        return new TerminalImage(chunks.getFirst());
    }
}
