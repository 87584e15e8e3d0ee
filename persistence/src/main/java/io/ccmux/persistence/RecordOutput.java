package io.ccmux.persistence;

import com.esotericsoftware.kryo.io.Output;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * Where a {@link RecordType}'s writer puts the fields of a record.
 *
 * <pre>
 *  varint, varlong   7 bits a byte, least significant first, the high bit says that more follow
 *  signed            zigzag, then as varint: small negative numbers stay small
 *  fixed64           8 bytes, least significant first
 *  bool, u8          1 byte
 *  text, bytes       varint length in bytes, then the bytes; text is UTF-8
 *  span              bytes without a length: the last field of a record
 *  list              varint count, then the items, each at least one byte
 * </pre>
 */
public final class RecordOutput {
    private final Output out;

    RecordOutput(Output out) {
        this.out = out;
    }

    /** A number that is rarely negative; a negative one takes 5 bytes. */
    public void varint(int value) {
        out.writeVarInt(value, true);
    }

    /** A number that is rarely negative; a negative one takes 9 bytes. */
    public void varlong(long value) {
        out.writeVarLong(value, true);
    }

    /** A number that is often negative. */
    public void signed(int value) {
        out.writeVarInt(value, false);
    }

    /** A number that uses all its 64 bits: a hash, a random id. */
    public void fixed64(long value) {
        out.writeLong(value);
    }

    public void u8(int value) {
        if ((value & ~0xff) != 0) {
            throw new IllegalArgumentException(value + " is not an unsigned byte");
        }
        out.writeByte((byte) value);
    }

    public void bool(boolean value) {
        out.writeBoolean(value);
    }

    /** A string; one with an unpaired surrogate has no UTF-8 form and is refused. */
    public void text(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (Character.isSurrogate(value.charAt(i))) {
                if (i + 1 == value.length() || !Character.isSurrogatePair(value.charAt(i), value.charAt(i + 1))) {
                    throw new IllegalArgumentException("text with an unpaired surrogate");
                }
                i++;
            }
        }
        bytes(value.getBytes(StandardCharsets.UTF_8));
    }

    public void bytes(byte[] value) {
        bytes(value, 0, value.length);
    }

    public void bytes(byte[] source, int offset, int length) {
        out.writeVarInt(length, true);
        out.writeBytes(source, offset, length);
    }

    /** Bytes up to the end of the record. */
    public void span(byte[] source, int offset, int length) {
        out.writeBytes(source, offset, length);
    }

    public <E> void list(Collection<? extends E> items, RecordType.Writer<E> writer) {
        out.writeVarInt(items.size(), true);
        for (E item : items) {
            int before = out.position();
            writer.write(item, this);
            if (out.position() == before) {
                throw new IllegalArgumentException("an item of a list takes at least one byte");
            }
        }
    }
}
