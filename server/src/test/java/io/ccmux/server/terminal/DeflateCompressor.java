package io.ccmux.server.terminal;

import java.io.ByteArrayOutputStream;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** A compressor out of the JDK, for tests. */
final class DeflateCompressor implements BlockCompressor {
    @Override
    public byte[] compress(byte[] bytes) {
        try (Deflater deflater = new Deflater(Deflater.BEST_SPEED)) {
            deflater.setInput(bytes);
            deflater.finish();
            ByteArrayOutputStream compressed = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            while (!deflater.finished()) {
                compressed.write(buffer, 0, deflater.deflate(buffer));
            }
            return compressed.toByteArray();
        }
    }

    @Override
    public byte[] decompress(byte[] bytes, int length) {
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(bytes);
            byte[] whole = new byte[length];
            int done = 0;
            while (done < length) {
                int more = inflater.inflate(whole, done, length - done);
                if (more == 0) {
                    throw new IllegalArgumentException("the block ends too soon");
                }
                done += more;
            }
            return whole;
        } catch (DataFormatException damage) {
            throw new IllegalArgumentException(damage);
        }
    }
}
