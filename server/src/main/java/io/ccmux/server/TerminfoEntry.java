package io.ccmux.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A compiled description of a terminal, see term(5).
 *
 * <pre>
 *  u16 0432: numbers have 16 bits, or 01036: 32
 *  | u16 each: bytes of names, count of booleans, of numbers, of strings, bytes of texts
 *  | names | booleans, u8 each | 0 if the offset is odd | numbers | offsets of strings, u16 each | texts
 *
 *  and perhaps, from an even offset on, what has a name of its own:
 *  | u16 each: count of booleans, of numbers, of strings, of all offsets, bytes of texts
 *  | booleans | 0 if the offset is odd | numbers | offsets of strings | offsets of names | texts
 * </pre>
 *
 * <p>Lower bytes come first. What is missing has an offset or a number of all bits. Names are counted from behind the
 * last of the strings.
 */
final class TerminfoEntry {
    private static final int MAGIC = 0432;
    private static final int MAGIC_WIDE = 01036;
    private static final int HEADER_BYTES = 12;
    private static final int EXTENDED_HEADER_BYTES = 10;
    /** Longer names are cut; no capability that matters has one. */
    private static final int NAME_BYTES_MAX = 32;
    private static final int BACK_COLOUR_ERASE = 28;
    private static final int MAX_COLOURS = 13;
    private static final int TO_STATUS_LINE = 135;
    private static final int KEY_MOUSE = 355;

    private final ByteBuffer bytes;
    private final int numberBytes;
    private final List<String> has = new ArrayList<>();

    private TerminfoEntry(ByteBuffer bytes, int numberBytes) {
        this.bytes = bytes;
        this.numberBytes = numberBytes;
    }

    /** Where the parts of either half are. */
    private record Layout(int booleans, int numbers, int strings, int numbersAt, int offsetsAt) {}

    /**
     * What it says the terminal has, of what matters here, in the words of {@code terminal-overrides}; nothing of what
     * is beyond the end of a file that was cut.
     */
    static List<String> capabilities(byte[] file) {
        var bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        int magic = file.length < HEADER_BYTES ? 0 : bytes.getShort(0);
        if (magic != MAGIC && magic != MAGIC_WIDE) {
            return List.of();
        }
        var entry = new TerminfoEntry(bytes, magic == MAGIC ? Short.BYTES : Integer.BYTES);
        entry.read();
        return List.copyOf(entry.has);
    }

    private void read() {
        int booleansAt = HEADER_BYTES + u16(2);
        var layout = layout(booleansAt, u16(4), u16(6), u16(8));
        if (layout.booleans > BACK_COLOUR_ERASE && u8(booleansAt + BACK_COLOUR_ERASE) == 1) {
            has.add("bce");
        }
        int colours = layout.numbers > MAX_COLOURS ? number(layout, MAX_COLOURS) : -1;
        if (colours > 0) {
            has.add("colors=" + colours);
        }
        string(layout, TO_STATUS_LINE, "tsl");
        string(layout, KEY_MOUSE, "kmous");
        int end = even(layout.offsetsAt + 2 * layout.strings + u16(10));
        if (end + EXTENDED_HEADER_BYTES <= bytes.limit()) {
            readNamed(end);
        }
    }

    private void string(Layout layout, int index, String word) {
        if (index < layout.strings && present(layout.offsetsAt + 2 * index)) {
            has.add(word);
        }
    }

    private void readNamed(int at) {
        int booleansAt = at + EXTENDED_HEADER_BYTES;
        var layout = layout(booleansAt, u16(at), u16(at + 2), u16(at + 4));
        int namesAt = layout.offsetsAt + 2 * layout.strings;
        int textsAt = layout.offsetsAt + 2 * u16(at + 6);
        if (textsAt > bytes.limit()) {
            return;
        }
        int texts = textsAt;
        for (int i = 0; i < layout.strings; i++) {
            int offset = layout.offsetsAt + 2 * i;
            texts = present(offset) ? Math.max(texts, endOfText(textsAt + u16(offset)) + 1) : texts;
        }
        int all = layout.booleans + layout.numbers + layout.strings;
        for (int i = 0; i < all; i++) {
            if (named(layout, booleansAt, i)) {
                int name = texts + u16(namesAt + 2 * i);
                has.add(text(name, Math.min(endOfText(name), name + NAME_BYTES_MAX)));
            }
        }
    }

    private boolean named(Layout layout, int booleansAt, int index) {
        int number = index - layout.booleans;
        int string = number - layout.numbers;
        return number < 0
                ? u8(booleansAt + index) == 1
                : string < 0 ? number(layout, number) > 0 : present(layout.offsetsAt + 2 * string);
    }

    private Layout layout(int booleansAt, int booleans, int numbers, int strings) {
        int numbersAt = even(booleansAt + booleans);
        return new Layout(booleans, numbers, strings, numbersAt, numbersAt + numbers * numberBytes);
    }

    private static int even(int at) {
        return at + (at & 1);
    }

    private int number(Layout layout, int index) {
        int at = layout.numbersAt + index * numberBytes;
        return numberBytes == Short.BYTES ? (short) u16(at) : u16(at) | u16(at + 2) << 16;
    }

    private boolean present(int offset) {
        return (short) u16(offset) >= 0;
    }

    /** 0 beyond the end. */
    private int u8(int at) {
        return at < bytes.limit() ? bytes.get(at) & 0xff : 0;
    }

    private int u16(int at) {
        return u8(at) | u8(at + 1) << 8;
    }

    private int endOfText(int at) {
        int end = at;
        while (u8(end) != 0) {
            end++;
        }
        return end;
    }

    private String text(int from, int to) {
        return from >= bytes.limit() ? "" : new String(bytes.array(), from, to - from, ISO_8859_1);
    }
}
