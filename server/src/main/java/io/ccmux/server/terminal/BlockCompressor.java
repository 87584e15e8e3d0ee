package io.ccmux.server.terminal;

/** Port: makes sealed blocks of history small. The wiring fills it with zstd; it must be deterministic. */
public interface BlockCompressor {
    /** Keeps blocks as they are. */
    BlockCompressor NONE = new BlockCompressor() {
        @Override
        public byte[] compress(byte[] bytes) {
            return bytes;
        }

        @Override
        public byte[] decompress(byte[] bytes, int length) {
            return bytes;
        }
    };

    byte[] compress(byte[] bytes);

    /**
     * @param length of the result, in bytes
     * @throws IllegalArgumentException if the bytes are no compressed form of that many bytes
     */
    byte[] decompress(byte[] bytes, int length);
}
