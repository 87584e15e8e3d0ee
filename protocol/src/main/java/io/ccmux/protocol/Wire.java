package io.ccmux.protocol;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The parts that control messages are made of: texts, lists, maps and sizes, each with its length checked. */
final class Wire {
    private Wire() {}

    static void text(Output out, String text) {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    static String text(Input in) {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    /** A varint length and that many bytes. */
    private static void bytes(Output out, byte[] bytes) {
        out.writeVarInt(bytes.length, true);
        out.writeBytes(bytes);
    }

    private static byte[] bytes(Input in) {
        return in.readBytes(count(in, Integer.MAX_VALUE));
    }

    static void texts(Output out, List<String> texts) {
        out.writeVarInt(texts.size(), true);
        for (String text : texts) {
            text(out, text);
        }
    }

    static List<String> texts(Input in, int max) {
        int count = count(in, max);
        List<String> texts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            texts.add(text(in));
        }
        return List.copyOf(texts);
    }

    static void map(Output out, Map<String, String> map) {
        out.writeVarInt(map.size(), true);
        for (Map.Entry<String, String> entry : map.entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    static Map<String, String> map(Input in, int max) {
        int count = count(in, max);
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            map.put(text(in), text(in));
        }
        return map;
    }

    static void size(Output out, WindowSize size) {
        out.writeVarInt(size.columns(), true);
        out.writeVarInt(size.rows(), true);
        out.writeVarInt(size.xPixels(), true);
        out.writeVarInt(size.yPixels(), true);
    }

    static WindowSize size(Input in) {
        return new WindowSize(natural(in), natural(in), natural(in), natural(in));
    }

    /** A number that is not negative. */
    static int natural(Input in) {
        int value = in.readVarInt(true);
        if (value < 0) {
            throw new KryoException("negative number");
        }
        return value;
    }

    /** A count of things that take a byte or more each: never more than there are bytes left, nor than {@code max}. */
    private static int count(Input in, int max) {
        int count = in.readVarInt(true);
        if (count < 0 || count > left(in) || count > max) {
            throw new KryoException("count " + Integer.toUnsignedString(count) + " is out of range");
        }
        return count;
    }

    private static int left(Input in) {
        return in.limit() - in.position();
    }
}
