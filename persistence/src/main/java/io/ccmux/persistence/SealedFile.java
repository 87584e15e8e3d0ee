package io.ccmux.persistence;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A segment that is history: compressed, and read as if it were not.
 *
 * <pre>
 *  byte  0   magic "ccmux-jnz\n"                     10 bytes
 *       10   format version                          u16
 *       12   bytes of a block before compression     u32   all but the last have that many
 *       16   bytes of the segment                    u64
 *       24   number of blocks                        u32
 *       28   CRC-32C of these 28 bytes               u32   in every version to come
 *       32   the head of the segment                 96 bytes, see {@link FileHead}
 *      128   for each block: its compressed bytes    u32
 *                            CRC-32C of those        u32
 *      ...   CRC-32C of all this                     u32
 *      ...   the blocks, back to back: each a frame of zstd; together the segment from its byte 0 to its last
 * </pre>
 *
 * <p>The head of the file is written last, and the file gets its name when all of it was forced, read back and found to
 * be the segment. Blocks are checked before they are decompressed, to the size they must have. A block that is damaged
 * cannot be read; those beside it can.
 */
final class SealedFile implements StorageFile {
    private static final byte[] MAGIC = "ccmux-jnz\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FORMAT_VERSION = 1;
    private static final int FIXED_BYTES = 28;
    private static final int HEAD_AT = 32;
    private static final int TABLE_AT = HEAD_AT + FileHead.BYTES;
    private static final int ROW_BYTES = 8;
    static final int BLOCK_BYTES = 256 << 10;
    private static final int LEVEL = 1;
    /** A segment has at most so many blocks: 16 GiB. */
    private static final int BLOCKS_MAX = 1 << 16;

    private final StorageFile file;
    private final byte[] head;
    private final long[] starts;
    private final int[] checksums;
    private final long size;
    private final int blockBytes;
    private byte[] block = {};
    private int blockNumber = -1;

    private SealedFile(StorageFile file, ByteBuffer top, int blocks) {
        this.file = file;
        this.head = Arrays.copyOfRange(top.array(), HEAD_AT, TABLE_AT);
        this.blockBytes = top.getInt(12);
        this.size = top.getLong(16);
        this.starts = new long[blocks + 1];
        this.checksums = new int[blocks];
        starts[0] = tableEnd(blocks) + Frame.CRC_BYTES;
        for (int i = 0; i < blocks; i++) {
            starts[i + 1] = starts[i] + top.getInt(TABLE_AT + i * ROW_BYTES);
            checksums[i] = top.getInt(TABLE_AT + i * ROW_BYTES + Integer.BYTES);
        }
    }

    /**
     * Opens a sealed segment.
     *
     * @throws NewerFormatException when it is a newer one's
     * @throws DamagedFileException when its head or table is damaged
     */
    static SealedFile open(Storage storage, String name) throws IOException {
        StorageFile file = storage.openToRead(name);
        boolean opened = false;
        try {
            SealedFile sealed = open(file, name);
            opened = true;
            return sealed;
        } finally {
            if (!opened) {
                file.close();
            }
        }
    }

    private static SealedFile open(StorageFile file, String name) throws IOException {
        ByteBuffer fixed = read(file, 0, TABLE_AT);
        if (!Arrays.equals(fixed.array(), 0, MAGIC.length, MAGIC, 0, MAGIC.length)) {
            throw new DamagedFileException(name + " is no compressed segment");
        }
        if (fixed.getInt(FIXED_BYTES) != Frame.checksum(fixed.array(), 0, FIXED_BYTES, 0)) {
            throw new DamagedFileException(name + " has a damaged head");
        }
        int version = fixed.getShort(MAGIC.length) & 0xffff;
        int blocks = fixed.getInt(24);
        if (version > FORMAT_VERSION) {
            throw NewerFormatException.of(name, version, FORMAT_VERSION);
        }
        if (blocks < 0 || blocks > BLOCKS_MAX) {
            throw new DamagedFileException(name + " has an impossible number of blocks");
        }
        ByteBuffer top = read(file, 0, tableEnd(blocks) + Frame.CRC_BYTES);
        int end = tableEnd(blocks);
        if (top.getInt(end) != Frame.checksum(top.array(), 0, end, 0)) {
            throw new DamagedFileException(name + " has a damaged table of blocks");
        }
        return new SealedFile(file, top, blocks);
    }

    private static int tableEnd(int blocks) {
        return TABLE_AT + blocks * ROW_BYTES;
    }

    private static ByteBuffer read(StorageFile file, long position, int length) throws IOException {
        return fill(ByteBuffer.allocate(length), file, position);
    }

    /** Reads until a buffer is full; returns it. */
    private static ByteBuffer fill(ByteBuffer bytes, StorageFile file, long position) throws IOException {
        while (bytes.hasRemaining()) {
            if (file.read(position + bytes.position(), bytes) <= 0) {
                throw new DamagedFileException("a compressed segment ends too early");
            }
        }
        return bytes;
    }

    /** The first bytes of the segment. */
    byte[] head() {
        return head;
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        if (position >= size) {
            return -1;
        }
        load((int) (position / blockBytes));
        int at = (int) (position % blockBytes);
        int count = Math.min(target.remaining(), block.length - at);
        target.put(block, at, count);
        return count;
    }

    private void load(int number) throws IOException {
        if (number == blockNumber) {
            return;
        }
        int length = (int) (starts[number + 1] - starts[number]);
        int plain = (int) Math.min(blockBytes, size - (long) number * blockBytes);
        if (length < 0 || length > Zstd.compressBound(blockBytes) || plain > BLOCK_BYTES) {
            throw new DamagedFileException("a block of a compressed segment has an impossible size");
        }
        byte[] packed = read(file, starts[number], length).array();
        if (Frame.checksum(packed, 0, length, 0) != checksums[number]) {
            throw new DamagedFileException("block " + number + " of a compressed segment is damaged");
        }
        blockNumber = -1;
        if (block.length != plain) {
            block = new byte[plain];
        }
        try {
            if (Zstd.decompressByteArray(block, 0, plain, packed, 0, length) != plain) {
                throw new DamagedFileException("block " + number + " of a compressed segment is too short");
            }
        } catch (ZstdException e) {
            throw new DamagedFileException("block " + number + " of a compressed segment: " + e.getMessage());
        }
        blockNumber = number;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    @Override
    public void write(long position, ByteBuffer... sources) throws IOException {
        throw new IOException("a compressed segment cannot be written");
    }

    @Override
    public void truncate(long length) throws IOException {
        throw new IOException("a compressed segment cannot be cut");
    }

    @Override
    public void force() throws IOException {
        throw new IOException("a compressed segment cannot be written");
    }

    /** Puts a compressed segment in the place of one that is not. */
    static void seal(Storage storage, SegmentMap.Segment segment) throws IOException {
        try (StorageFile plain = segment.open(storage)) {
            seal(storage, plain, segment.id());
        }
        storage.forceDirectory(StateLayout.JOURNAL);
        storage.remove(segment.file());
    }

    /** Makes a compressed segment of a plain file, in the place of another if there is one. */
    static void seal(Storage storage, StorageFile plain, long id) throws IOException {
        String name = StateLayout.sealed(id);
        String temporary = name + StateLayout.SEGMENT_NEW_SUFFIX;
        storage.remove(temporary);
        try {
            try (StorageFile file = storage.create(temporary)) {
                pack(plain, file);
                file.force();
            }
            try (SealedFile sealed = open(storage, temporary)) {
                verify(plain, sealed);
            }
        } catch (IOException | RuntimeException e) {
            storage.remove(temporary);
            throw e;
        }
        storage.rename(temporary, name);
    }

    private static void pack(StorageFile plain, StorageFile file) throws IOException {
        long size = plain.size();
        int blocks = Math.toIntExact((size + BLOCK_BYTES - 1) / BLOCK_BYTES);
        ByteBuffer top = ByteBuffer.allocate(tableEnd(blocks) + Frame.CRC_BYTES);
        top.put(MAGIC).putShort((short) FORMAT_VERSION).putInt(BLOCK_BYTES).putLong(size).putInt(blocks);
        top.putInt(Frame.checksum(top.array(), 0, FIXED_BYTES, 0));
        top.put(read(plain, 0, FileHead.BYTES).array());
        long at = top.capacity();
        byte[] block = new byte[(int) Math.min(BLOCK_BYTES, size)];
        byte[] packed = new byte[(int) Zstd.compressBound(block.length)];
        try (ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(LEVEL)) {
            for (int i = 0; i < blocks; i++) {
                long start = (long) i * BLOCK_BYTES;
                int length = (int) Math.min(BLOCK_BYTES, size - start);
                fill(ByteBuffer.wrap(block, 0, length), plain, start);
                int packedBytes = zstd.compressByteArray(packed, 0, packed.length, block, 0, length);
                file.write(at, ByteBuffer.wrap(packed, 0, packedBytes));
                at += packedBytes;
                top.putInt(packedBytes).putInt(Frame.checksum(packed, 0, packedBytes, 0));
            }
        }
        top.putInt(Frame.checksum(top.array(), 0, top.position(), 0));
        file.write(0, top.flip());
    }

    private static void verify(StorageFile plain, SealedFile sealed) throws IOException {
        long size = plain.size();
        ByteBuffer there = ByteBuffer.allocate((int) Math.min(BLOCK_BYTES, size));
        ByteBuffer here = ByteBuffer.allocate(there.capacity());
        for (long at = 0; at < size; at += BLOCK_BYTES) {
            int length = (int) Math.min(BLOCK_BYTES, size - at);
            fill(there.clear().limit(length), plain, at);
            fill(here.clear().limit(length), sealed, at);
            if (!there.flip().equals(here.flip())) {
                throw new DamagedFileException("a compressed segment is not what was compressed");
            }
        }
    }
}
