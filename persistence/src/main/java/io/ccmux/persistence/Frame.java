package io.ccmux.persistence;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/**
 * A record on disk. Journal segments and checkpoints hold nothing but these, back to back.
 *
 * <pre>
 *  byte 0        4      5     6       8                16               24               32      32+length
 *       +--------+------+-----+-------+----------------+----------------+----------------+---~~---+--------+
 *       | length | type | ver | flags | serial         | transaction    | time (us)      | payload| crc32c |
 *       +--------+------+-----+-------+----------------+----------------+----------------+---~~---+--------+
 *        \____________ covered by crc32c, which is seeded with the crc32c of the frame before ____/
 *
 *  length       u32  bytes of payload, at most 1 MiB, looked at before anything is allocated
 *  type, ver    u8   number and version of the {@link RecordType}; 0 is never used, 255 ends a checkpoint
 *  flags        u16  1 COMMIT: the last frame of its transaction; 2 OPTIONAL: may be carried along unread
 *  serial       u64  one more than the frame before
 *  transaction  u64  serial of the first frame of its transaction
 *  time         u64  wall time, microseconds since 1970
 *  payload           what the type's writer wrote; with COMMIT its last 8 bytes are syncedSerial (u64), the highest
 *                    serial known to be on the medium when the frame was written
 *  crc32c       u32  CRC-32C of the crc before (the salt of the file for its first frame) and of all bytes of the frame
 * </pre>
 *
 * <p>Numbers have their most significant byte first. The four bytes before a frame are the seed of its checksum, so a
 * frame can be recognised wherever it lies; and nothing that an earlier use of the file left behind can pass for the
 * next frame, because its seed is another one.
 *
 * <p>A frame is valid if its bytes are all there, its checksum agrees and its serial is the one expected; what follows
 * the last valid frame is for {@link Recovery} to judge.
 */
final class Frame {
    static final int HEADER_BYTES = 32;
    static final int CRC_BYTES = 4;
    /** Bytes of a frame beyond its payload. */
    static final int OVERHEAD_BYTES = HEADER_BYTES + CRC_BYTES;
    static final int PAYLOAD_BYTES_MAX = 1 << 20;
    static final int SYNCED_BYTES = 8;

    static final int COMMIT = 1;
    static final int OPTIONAL = 2;

    /** The type of the frame that ends a checkpoint. */
    static final int END = 255;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private Frame() {}

    /** The numbers of a frame's header except its length. */
    record Head(int type, int version, int flags, long serial, long transaction, long wallMicros) {
        boolean commit() {
            return (flags & COMMIT) != 0;
        }

        boolean optional() {
            return (flags & OPTIONAL) != 0;
        }
    }

    static void putHead(byte[] bytes, int at, int length, Head head) {
        INTS.set(bytes, at, length);
        bytes[at + 4] = (byte) head.type;
        bytes[at + 5] = (byte) head.version;
        SHORTS.set(bytes, at + 6, (short) head.flags);
        LONGS.set(bytes, at + 8, head.serial);
        LONGS.set(bytes, at + 16, head.transaction);
        LONGS.set(bytes, at + 24, head.wallMicros);
    }

    static Head head(byte[] bytes, int at) {
        return new Head(bytes[at + 4] & 0xff, bytes[at + 5] & 0xff, (short) SHORTS.get(bytes, at + 6) & 0xffff,
                (long) LONGS.get(bytes, at + 8), (long) LONGS.get(bytes, at + 16), (long) LONGS.get(bytes, at + 24));
    }

    /** The length of the payload, or -1 if it is impossible. */
    static int length(byte[] bytes, int at) {
        int length = (int) INTS.get(bytes, at);
        int least = (bytes[at + 7] & COMMIT) == 0 ? 0 : SYNCED_BYTES;
        return length < least || length > PAYLOAD_BYTES_MAX ? -1 : length;
    }

    static long serial(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at + 8);
    }

    static long synced(byte[] bytes, int at) {
        return (long) LONGS.get(bytes, at + HEADER_BYTES + length(bytes, at) - SYNCED_BYTES);
    }

    static int crc(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at + HEADER_BYTES + length(bytes, at));
    }

    /** The four bytes before a frame. */
    static int seed(byte[] bytes, int at) {
        return (int) INTS.get(bytes, at - CRC_BYTES);
    }

    /**
     * Fills in what is known only when the frame is written.
     *
     * @return the frame's checksum, the seed of the next
     */
    static int seal(byte[] bytes, int at, int seed, long syncedSerial) {
        int length = (int) INTS.get(bytes, at);
        if ((bytes[at + 7] & COMMIT) != 0) {
            LONGS.set(bytes, at + HEADER_BYTES + length - SYNCED_BYTES, syncedSerial);
        }
        int crc = checksum(bytes, at, HEADER_BYTES + length, seed);
        INTS.set(bytes, at + HEADER_BYTES + length, crc);
        return crc;
    }

    /** Seals frames that lie back to back in the first {@code length} bytes, and returns the last one's checksum. */
    static int sealAll(byte[] bytes, int length, int seed, long syncedSerial) {
        int crc = seed;
        int at = 0;
        while (at < length) {
            crc = seal(bytes, at, crc, syncedSerial);
            at += OVERHEAD_BYTES + (int) INTS.get(bytes, at);
        }
        return crc;
    }

    /** CRC-32C over the seed's four bytes and a range. */
    static int checksum(byte[] bytes, int at, int length, int seed) {
        CRC32C crc = new CRC32C();
        crc.update(seed >>> 24);
        crc.update(seed >>> 16);
        crc.update(seed >>> 8);
        crc.update(seed);
        crc.update(bytes, at, length);
        return (int) crc.getValue();
    }
}
