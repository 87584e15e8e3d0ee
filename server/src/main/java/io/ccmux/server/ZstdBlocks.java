package io.ccmux.server;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

import io.ccmux.server.terminal.BlockCompressor;

/** Compresses blocks of scrollback with zstd at its fastest level. */
final class ZstdBlocks implements BlockCompressor {
    private static final int LEVEL = 1;

    @Override
    public byte[] compress(byte[] bytes) {
        return Zstd.compress(bytes, LEVEL);
    }

    @Override
    public byte[] decompress(byte[] bytes, int length) {
        try {
            byte[] result = Zstd.decompress(bytes, length);
            if (result.length != length) {
                throw new IllegalArgumentException("a block of " + result.length + " bytes instead of " + length);
            }
            return result;
        } catch (ZstdException damaged) {
            throw new IllegalArgumentException("a block that is not compressed with zstd", damaged);
        }
    }
}
