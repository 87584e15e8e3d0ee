package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RecordCodecTest {
    /** A record with a field of every kind. */
    private record Everything(int number, long large, int signed, long hash, boolean flag, int small, String text,
            byte[] bytes, List<String> names, byte[] rest) {}

    private static final RecordType<Everything> EVERYTHING = RecordType.of(9, 1, Everything.class, (record, out) -> {
        out.varint(record.number);
        out.varlong(record.large);
        out.signed(record.signed);
        out.fixed64(record.hash);
        out.bool(record.flag);
        out.u8(record.small);
        out.text(record.text);
        out.bytes(record.bytes);
        out.list(record.names, (name, to) -> to.text(name));
        out.span(record.rest, 0, record.rest.length);
    }, in -> new Everything(in.varint(), in.varlong(), in.signed(), in.fixed64(), in.bool(), in.u8(), in.text(),
            in.bytes(), in.list(RecordInput::text), in.span()));
    private static final RecordRegistry REGISTRY = RecordRegistry.of(List.of(EVERYTHING));

    @Test
    void everyFieldComesBack() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            Everything before = new Everything(random.nextInt(), random.nextLong(), random.nextInt(),
                    random.nextLong(), random.nextBoolean(), random.nextInt(256), "grüße 👋 " + seed,
                    bytes(random), List.of("", "ä", "plain"), bytes(random));
            byte[] payload = written(out -> EVERYTHING.writer().write(before, out));
            Everything after = (Everything) REGISTRY.decode(9, 1, payload, 0, payload.length);
            assertArrayEquals(before.bytes, after.bytes, "seed " + seed);
            assertArrayEquals(before.rest, after.rest, "seed " + seed);
            assertEquals(List.of(before.number, before.large, before.signed, before.hash, before.flag, before.small,
                    before.text, before.names),
                    List.of(after.number, after.large, after.signed, after.hash,
                            after.flag, after.small, after.text, after.names),
                    "seed " + seed);
        }
    }

    @Test
    void garbageIsRefusedWithoutHarm() {
        int refused = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            byte[] payload = bytes(random);
            try {
                REGISTRY.decode(9, 1, payload, 0, payload.length);
            } catch (CorruptRecordException e) {
                refused++;
            }
        }
        assertTrue(refused > 10_000, refused + " refused");
    }

    @Test
    void lengthsAreComparedWithWhatIsLeft() {
        byte[] lie = written(out -> out.varint(Integer.MAX_VALUE));
        for (Consumer<RecordInput> read : List.<Consumer<RecordInput>>of(RecordInput::text, RecordInput::bytes,
                in -> in.list(RecordInput::u8))) {
            assertThrows(CorruptRecordException.class, () -> read.accept(input(lie)));
        }
        byte[] negative = written(out -> out.varint(-1));
        assertThrows(CorruptRecordException.class, () -> input(negative).bytes());
    }

    @Test
    void whatIsLeftOverIsCorrupt() {
        RecordRegistry lines = Notebook.REGISTRY;
        byte[] payload = Arrays.copyOf(written(out -> out.text("line")), 6);
        assertThrows(CorruptRecordException.class, () -> lines.decode(1, 1, payload, 0, 6));
        assertEquals(new Notebook.Line("line"), lines.decode(1, 1, payload, 0, 5));
        assertThrows(CorruptRecordException.class, () -> lines.decode(1, 1, payload, 0, 4));
    }

    @Test
    void textIsUtf8OrRefused() {
        assertThrows(IllegalArgumentException.class, () -> written(out -> out.text("half \ud83d")));
        assertThrows(CorruptRecordException.class, () -> input(new byte[]{2, (byte) 0xc3, (byte) 0x28}).text());
        assertThrows(CorruptRecordException.class, () -> input(new byte[]{2}).bool());
        assertThrows(KryoException.class, () -> input(new byte[0]).bool());
    }

    @Test
    void aNewerVersionOfAnOptionalTypeIsCarriedAlong() {
        byte[] payload = {1, 2, 3};
        assertTrue(Notebook.REGISTRY.reads(7, 3, true));
        assertEquals(new UnknownRecord(7, 3, payload), Notebook.REGISTRY.decode(7, 3, payload, 0, 3));
    }

    @Test
    void anIdOrAClassIsRegisteredOnce() {
        RecordType<String> text = RecordType.of(1, 1, String.class, (record, out) -> out.text(record),
                RecordInput::text);
        RecordType<String> again = RecordType.of(2, 1, String.class, (record, out) -> out.text(record),
                RecordInput::text);
        RecordType<Integer> sameId = RecordType.of(1, 1, Integer.class, (record, out) -> out.varint(record),
                RecordInput::varint);
        assertThrows(IllegalArgumentException.class, () -> RecordRegistry.of(List.of(text, again)));
        assertThrows(IllegalArgumentException.class, () -> RecordRegistry.of(List.of(text, sameId)));
        assertThrows(IllegalArgumentException.class, () -> RecordType.of(255, 1, String.class, text.writer(),
                text.reader()));
    }

    private static RecordInput input(byte[] bytes) {
        return new RecordInput(new Input(bytes), 1);
    }

    private static byte[] written(Consumer<RecordOutput> fields) {
        Output out = new Output(64, 1 << 20);
        fields.accept(new RecordOutput(out));
        return out.toBytes();
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(60)];
        random.nextBytes(bytes);
        return bytes;
    }
}
