package io.ccmux.server.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * All there is to know about a terminal, immutable: one that is made of it goes on as the first would have. It is cheap
 * to make, since the sealed blocks of history are shared with the terminal, and can be encoded on any thread.
 *
 * <pre>
 *  image = version (1 byte) | varint: bytes of the state | state | varint: blocks | block...
 *  state = see {@link StateImage}
 *  block = varint: bytes of the lines | varint: lines | varint: length of each line | string: the lines, see
 *          {@link LineWriter}; compressed if they are fewer bytes than the first number says
 * </pre>
 *
 * <p>In chunks, because a record of the journal has a limit: they are that, cut anywhere.
 */
public record TerminalImage(byte[] state, List<HistoryBlock> history) {
    /**
     * Bytes of a chunk of the encoded form. Small, so that those that are being written when garbage is collected have
     * room among the young: larger ones became old one after the other, until all of the heap had to be collected.
     */
    public static final int CHUNK_BYTES_MAX = 32 << 10;
    private static final int VERSION = 1;

    public TerminalImage {
        history = List.copyOf(history);
    }

    /** Equal terminals encode to equal bytes. */
    public List<byte[]> encode() {
        List<byte[]> encoded = new ArrayList<>();
        chunks().forEachRemaining(encoded::add);
        return encoded;
    }

    /** How many chunks there are. */
    public int chunkCount() {
        long bytes = 1L + ByteSink.varintBytes(state.length) + state.length + ByteSink.varintBytes(history.size());
        for (HistoryBlock block : history) {
            bytes += block.encodedBytes();
        }
        return Math.toIntExact((bytes + CHUNK_BYTES_MAX - 1) / CHUNK_BYTES_MAX);
    }

    /** The chunks one after the other, each made when it is asked for. */
    public Iterator<byte[]> chunks() {
        ByteSink sink = new ByteSink(state.length + 64);
        sink.u8(VERSION);
        sink.sized(state);
        sink.varint(history.size());
        Iterator<HistoryBlock> blocks = history.iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sink.length() > 0 || blocks.hasNext();
            }

            @Override
            public byte[] next() {
                while (sink.length() < CHUNK_BYTES_MAX && blocks.hasNext()) {
                    blocks.next().write(sink);
                }
                byte[] chunk = Arrays.copyOf(sink.array(), Math.min(CHUNK_BYTES_MAX, sink.length()));
                sink.discard(chunk.length);
                return chunk;
            }
        };
    }

    /** @throws CorruptImageException if these are not the chunks of an image, in order */
    public static TerminalImage decode(List<byte[]> chunks) throws CorruptImageException {
        ByteSink whole = new ByteSink(chunks.stream().mapToInt(chunk -> chunk.length).sum());
        chunks.forEach(chunk -> whole.raw(chunk, 0, chunk.length));
        ByteSource source = new ByteSource(whole.array(), 0, whole.length());
        int version = source.u8();
        if (version != VERSION) {
            throw new CorruptImageException("an image of version " + version + "; this is version " + VERSION);
        }
        byte[] state = source.sized();
        List<HistoryBlock> history = new ArrayList<>();
        for (int left = source.count(); left > 0; left--) {
            history.add(HistoryBlock.read(source));
        }
        if (source.left() != 0) {
            throw new CorruptImageException(source.left() + " bytes after the end of an image");
        }
        TerminalImage image = new TerminalImage(state, history);
        StateImage.check(image);
        return image;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TerminalImage that && Arrays.equals(state, that.state) && history.equals(that.history);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(state);
    }
}
