package io.ccmux.persistence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * The first bytes of a segment or of a checkpoint.
 *
 * <pre>
 *  byte  0   magic, 10 bytes: "ccmux-jnl\n" or "ccmux-cpt\n"
 *       10   format version        u16
 *       12   salt                  u32  random, the seed of the first frame's checksum
 *       16   state directory       16 bytes, random, the same in all files of a directory
 *       32   stamp                 u64  segment: its id             checkpoint: time of its capture (us)
 *       40   serial                u64  segment: its first serial   checkpoint: the serial it covers
 *       48   position.segment      u64  segment: its predecessor    checkpoint: where the journal goes on after it;
 *       56   position.offset       u64           and where that          position.serial is the serial it covers,
 *       64   position.serial       u64           ends                    segment is 0 if a new one begins after it
 *       72   position.crc          u32
 *       76   former.offset         u64  segment: where it ended before something in it was forgotten, which is
 *       84   former.crc            u32           what its successor says; 0 if nothing was
 *       88   0                     4 bytes
 *       92   CRC-32C of all this   u32
 *       96   frames
 * </pre>
 *
 * <p>The magic, the version and the checksum are where they are in every version to come: so that a newer file is told
 * from a damaged one.
 *
 * <p>A segment's file gets its name only after this head is on the medium, and frames only after the predecessor is.
 * So a head proves that its predecessor was whole up to {@code position}.
 */
record FileHead(Kind kind, int salt, UUID directory, long stamp, long serial, JournalPosition position,
        Former former) {
    static final int BYTES = 96;
    static final int FORMAT_VERSION = 1;

    private static final int VERSION_AT = 10;
    private static final int CRC_AT = 92;

    /** What a file is. */
    enum Kind {
        SEGMENT("ccmux-jnl\n"), CHECKPOINT("ccmux-cpt\n");

        private final byte[] magic;

        Kind(String magic) {
            this.magic = magic.getBytes(StandardCharsets.US_ASCII);
        }
    }

    FileHead(Kind kind, int salt, UUID directory, long stamp, long serial, JournalPosition position) {
        this(kind, salt, directory, stamp, serial, position, Former.NONE);
    }

    /** Where a segment ended before something in it was forgotten: {@link Redaction}. */
    record Former(long offset, int crc) {
        static final Former NONE = new Former(0, 0);
    }

    FileHead former(Former other) {
        return new FileHead(kind, salt, directory, stamp, serial, position, other);
    }

    FileHead position(JournalPosition other) {
        return new FileHead(kind, salt, directory, stamp, serial, other, former);
    }

    byte[] encode() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.put(kind.magic).putShort((short) FORMAT_VERSION).putInt(salt);
        bytes.putLong(directory.getMostSignificantBits()).putLong(directory.getLeastSignificantBits());
        bytes.putLong(stamp).putLong(serial).putLong(position.segment()).putLong(position.offset())
                .putLong(position.serial());
        bytes.putInt(position.crc()).putLong(former.offset).putInt(former.crc);
        bytes.putInt(CRC_AT, Frame.checksum(bytes.array(), 0, CRC_AT, 0));
        return bytes.array();
    }

    /** What the first bytes of a file turn out to be. */
    sealed interface Found {
        /** A head whose checksum agrees. */
        record Valid(FileHead head) implements Found {}

        /** A head of a later format whose checksum agrees. */
        record Newer(int version) implements Found {}

        /** Not a head. */
        record Damaged() implements Found {}
    }

    /** Reads a head; {@code bytes} may be fewer than a head has. */
    static Found decode(Kind kind, byte[] bytes) {
        if (bytes.length < BYTES || !Arrays.equals(bytes, 0, VERSION_AT, kind.magic, 0, VERSION_AT)) {
            return new Found.Damaged();
        }
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (in.getInt(CRC_AT) != Frame.checksum(bytes, 0, CRC_AT, 0)) {
            return new Found.Damaged();
        }
        int version = in.getShort(VERSION_AT) & 0xffff;
        if (version > FORMAT_VERSION) {
            return new Found.Newer(version);
        }
        in.position(VERSION_AT + Short.BYTES);
        int salt = in.getInt();
        UUID directory = new UUID(in.getLong(), in.getLong());
        long stamp = in.getLong();
        long serial = in.getLong();
        long segment = in.getLong();
        long offset = in.getLong();
        long before = in.getLong();
        JournalPosition position = new JournalPosition(segment, offset, in.getInt(), before);
        Former former = new Former(in.getLong(), in.getInt());
        return new Found.Valid(new FileHead(kind, salt, directory, stamp, serial, position, former));
    }
}
