package io.ccmux.persistence;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Output;
import java.util.List;

/**
 * A growing run of frames: complete but for what {@link Frame#seal} fills in. Whole transactions get in or nothing.
 */
final class FrameEncoder {
    private final RecordRegistry registry;
    private final Output out;
    private final RecordOutput fields;

    /** @param bytesMax the most it holds */
    FrameEncoder(RecordRegistry registry, byte[] buffer, int bytesMax) {
        this.registry = registry;
        this.out = new Output(buffer, bytesMax);
        this.fields = new RecordOutput(out);
    }

    /** Goes on in another buffer, empty. */
    void buffer(byte[] buffer, int bytesMax) {
        out.setBuffer(buffer, bytesMax);
    }

    byte[] bytes() {
        return out.getBuffer();
    }

    int length() {
        return out.position();
    }

    void clear() {
        out.setPosition(0);
    }

    /** Adds records as one transaction that begins with {@code firstSerial}. */
    void transaction(long firstSerial, long wallMicros, List<?> records) {
        if (records.isEmpty()) {
            throw new IllegalArgumentException("a transaction without records");
        }
        int start = out.position();
        boolean whole = false;
        try {
            int last = records.size() - 1;
            for (int i = 0; i <= last; i++) {
                frame(records.get(i), i == last ? Frame.COMMIT : 0,
                        new Place(firstSerial + i, firstSerial, wallMicros));
            }
            whole = true;
        } catch (KryoException e) {
            throw new IllegalArgumentException("a transaction of more bytes than can be held", e);
        } finally {
            if (!whole) {
                out.setPosition(start);
            }
        }
    }

    /** Where and when a frame is. */
    record Place(long serial, long transaction, long wallMicros) {}

    /** Adds one frame. */
    void frame(Object record, int flags, Place place) {
        int start = begin();
        int type;
        int version;
        int optional;
        if (record instanceof UnknownRecord(int itsType, int itsVersion, byte[] payload)) {
            out.writeBytes(payload);
            type = itsType;
            version = itsVersion;
            optional = Frame.OPTIONAL;
        } else {
            RecordType<Object> known = registry.typeOf(record);
            known.writer().write(record, fields);
            type = known.id();
            version = known.version();
            optional = known.optional() ? Frame.OPTIONAL : 0;
        }
        end(start, new Frame.Head(type, version, flags | optional, place.serial, place.transaction, place.wallMicros));
    }

    /** Adds a frame that is there already, to be sealed anew. */
    void copy(byte[] frames, int at, int length) {
        out.writeBytes(frames, at, length);
    }

    /** Adds the frame that ends a checkpoint of {@code count} records. */
    void trailer(long count, long wallMicros) {
        int start = begin();
        fields.fixed64(count);
        end(start, new Frame.Head(Frame.END, 1, Frame.COMMIT, count + 1, 1, wallMicros));
    }

    private int begin() {
        int start = out.position();
        skip(Frame.HEADER_BYTES);
        return start;
    }

    private void end(int start, Frame.Head head) {
        if (head.commit()) {
            skip(Frame.SYNCED_BYTES);
        }
        int length = out.position() - start - Frame.HEADER_BYTES;
        if (length > Frame.PAYLOAD_BYTES_MAX) {
            throw new IllegalArgumentException(
                    "a record of " + length + " bytes, the most is " + Frame.PAYLOAD_BYTES_MAX);
        }
        skip(Frame.CRC_BYTES);
        Frame.putHead(out.getBuffer(), start, length, head);
    }

    private void skip(int bytes) {
        for (int i = 0; i < bytes; i += Integer.BYTES) {
            out.writeInt(0);
        }
    }
}
