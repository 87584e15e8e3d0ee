package io.ccmux.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;

/** What can still be found in the bytes of a file, compressed or not, or compressed twice. */
final class Remains {
    private static final String ZSTD = new String(new byte[]{0x28, (byte) 0xb5, 0x2f, (byte) 0xfd},
            StandardCharsets.ISO_8859_1);

    private Remains() {}

    static boolean contain(byte[] bytes, String text) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        if (all.contains(text)) {
            return true;
        }
        for (int at = all.indexOf(ZSTD); at >= 0; at = all.indexOf(ZSTD, at + 1)) {
            if (contain(unpacked(Arrays.copyOfRange(bytes, at, bytes.length)), text)) {
                return true;
            }
        }
        return false;
    }

    /** What begins with a frame of zstd; nothing if it only looks so. */
    private static byte[] unpacked(byte[] bytes) {
        try {
            return Zstd.decompressFrame(bytes);
        } catch (ZstdException none) {
            return new byte[0];
        }
    }
}
