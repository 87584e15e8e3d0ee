package io.ccmux.persistence;

import com.esotericsoftware.kryo.io.Input;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a {@link RecordType}'s reader takes the fields of a record from; the counterpart of {@link RecordOutput}.
 * Every length is compared with what is left before anything is allocated.
 */
public final class RecordInput {
    private final Input in;
    private final int version;

    RecordInput(Input in, int version) {
        this.in = in;
        this.version = version;
    }

    /** The version the record was written in: the reader's own or an older one. */
    public int version() {
        return version;
    }

    public int varint() {
        return in.readVarInt(true);
    }

    public long varlong() {
        return in.readVarLong(true);
    }

    public int signed() {
        return in.readVarInt(false);
    }

    public long fixed64() {
        return in.readLong();
    }

    public int u8() {
        return in.readByteUnsigned();
    }

    public boolean bool() {
        int value = in.readByteUnsigned();
        if (value > 1) {
            throw new CorruptRecordException(value + " is not a boolean");
        }
        return value == 1;
    }

    public String text() {
        int length = length();
        int start = in.position();
        in.setPosition(start + length);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.getBuffer(), start, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new CorruptRecordException("text that is not UTF-8", e);
        }
    }

    public byte[] bytes() {
        return in.readBytes(length());
    }

    /** The bytes up to the end of the record. */
    public byte[] span() {
        return in.readBytes(left());
    }

    public <E> List<E> list(RecordType.Reader<E> reader) {
        int count = length();
        List<E> items = new ArrayList<>(Math.min(count, 1024));
        for (int i = 0; i < count; i++) {
            items.add(reader.read(this));
        }
        return List.copyOf(items);
    }

    /** Bytes not read yet. */
    public int left() {
        return in.limit() - in.position();
    }

    private int length() {
        int length = in.readVarInt(true);
        if (length < 0 || length > left()) {
            throw new CorruptRecordException("a length of " + length + " where " + left() + " bytes are left");
        }
        return length;
    }
}
