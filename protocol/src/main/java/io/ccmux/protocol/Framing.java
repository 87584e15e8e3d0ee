package io.ccmux.protocol;

import java.nio.ByteBuffer;

/**
 * How frames lie in the stream, all numbers big-endian.
 *
 * <pre>
 *  byte 0        4      5       6            4+length
 *       +--------+------+-------+-----~~-----+
 *       | length | type | flags | body       |
 *       +--------+------+-------+-----~~-----+
 *         u32      u8     u8: 0
 * </pre>
 *
 * <p>{@code length} counts what follows it: type, flags and body. It is checked before anything is allocated. No flag
 * is defined yet; a frame that has one is refused.
 */
public final class Framing {
    /** Bytes before the body. */
    public static final int HEADER_BYTES = 6;
    /** Bytes of the length field, which it does not count. */
    public static final int LENGTH_BYTES = 4;
    /** The longest frame, in bytes after its length field. */
    public static final int FRAME_BYTES_MAX = 1 << 20;
    /** The longest body in bytes. */
    public static final int BODY_BYTES_MAX = FRAME_BYTES_MAX - (HEADER_BYTES - LENGTH_BYTES);

    private Framing() {}

    /** Writes what stands before a body at the beginning of {@code frame}; too long a body is an error. */
    static void header(int type, int bodyBytes, byte[] frame) throws ProtocolException {
        if (bodyBytes > BODY_BYTES_MAX) {
            throw new ProtocolException("message of " + bodyBytes + " bytes is too long");
        }
        ByteBuffer.wrap(frame).putInt(bodyBytes + HEADER_BYTES - LENGTH_BYTES).put((byte) type).put((byte) 0);
    }

    /** The length a frame claims, if a frame can have it. */
    public static int checkedLength(int claimed) throws ProtocolException {
        if (claimed < HEADER_BYTES - LENGTH_BYTES || claimed > FRAME_BYTES_MAX) {
            throw new ProtocolException("frame length " + Integer.toUnsignedString(claimed) + " is out of range");
        }
        return claimed;
    }

    /** The length of the body of a frame with a {@link #checkedLength}. */
    public static int bodyLength(int length) {
        return length - (HEADER_BYTES - LENGTH_BYTES);
    }

    /** Refuses flags that this version does not know. */
    public static void checkFlags(int flags) throws ProtocolException {
        if (flags != 0) {
            throw new ProtocolException("frame flags " + Integer.toHexString(flags) + " are unknown");
        }
    }
}
