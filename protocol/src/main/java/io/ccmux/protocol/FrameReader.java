package io.ccmux.protocol;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Optional;

/** The reading end of a blocking connection: takes bytes from a channel and gives frames. */
public final class FrameReader {
    private static final int BUFFER_BYTES = 64 << 10;

    private final ReadableByteChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).flip();

    public FrameReader(ReadableByteChannel channel) {
        this.channel = channel;
    }

    /** The next frame, or none at the end of the stream; an end within a frame counts as the end. */
    public Optional<Frame> next() throws IOException {
        if (!fill(Framing.LENGTH_BYTES)) {
            return Optional.empty();
        }
        int length = Framing.checkedLength(buffer.getInt(buffer.position()));
        if (!fill(Framing.LENGTH_BYTES + length)) {
            return Optional.empty();
        }
        buffer.getInt();
        int type = Byte.toUnsignedInt(buffer.get());
        Framing.checkFlags(Byte.toUnsignedInt(buffer.get()));
        byte[] body = new byte[Framing.bodyLength(length)];
        buffer.get(body);
        return Optional.of(new Frame(type, body));
    }

    private boolean fill(int bytes) throws IOException {
        if (buffer.remaining() >= bytes) {
            return true;
        }
        if (bytes > buffer.capacity()) {
            buffer = ByteBuffer.allocate(bytes).put(buffer);
        } else {
            buffer.compact();
        }
        while (buffer.position() < bytes) {
            if (channel.read(buffer) < 0) {
                buffer.flip();
                return false;
            }
        }
        buffer.flip();
        return true;
    }
}
