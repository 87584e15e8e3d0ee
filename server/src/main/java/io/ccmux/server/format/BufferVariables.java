package io.ccmux.server.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

import io.ccmux.server.mux.Buffers;

/** Variables of a paste buffer, for {@link Subject#with(Map)}. */
public final class BufferVariables {
    /** Characters of a buffer that its sample shows. */
    private static final int SAMPLE_CHARS = 200;

    private BufferVariables() {}

    public static Map<String, String> of(Buffers.Buffer buffer) {
        return Map.of("buffer_name", buffer.name(), "buffer_size", String.valueOf(buffer.bytes().length),
                "buffer_created", Variables.seconds(buffer.createdMicros()), "buffer_sample", sample(buffer.bytes()),
                "buffer_full", new String(buffer.bytes(), UTF_8));
    }

    /** The beginning, control characters written as C would. */
    static String sample(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 4 * SAMPLE_CHARS + 4), UTF_8);
        StringBuilder out = new StringBuilder();
        int i = 0;
        for (int shown = 0; i < text.length() && shown < SAMPLE_CHARS; shown++) {
            int codePoint = text.codePointAt(i);
            visible(codePoint, out);
            i += Character.charCount(codePoint);
        }
        return i < text.length() ? out.append("...").toString() : out.toString();
    }

    private static void visible(int c, StringBuilder out) {
        int named = "\n\r\b\u0007\u000b\t\f\0".indexOf(c);
        if (c == '\\') {
            out.append("\\\\");
        } else if (named >= 0) {
            out.append('\\').append("nrbavtf0".charAt(named));
        } else if (c < 0x20 || c == 0x7f) {
            out.append("\\%03o".formatted(c));
        } else {
            out.appendCodePoint(c);
        }
    }
}
