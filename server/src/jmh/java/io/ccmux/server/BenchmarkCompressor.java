package io.ccmux.server;

import io.ccmux.server.terminal.BlockCompressor;

/** The compressor of the product, for benchmarks of packages that do not know it. */
public final class BenchmarkCompressor {
    private BenchmarkCompressor() {}

    public static BlockCompressor zstd() {
        return new ZstdBlocks();
    }
}
