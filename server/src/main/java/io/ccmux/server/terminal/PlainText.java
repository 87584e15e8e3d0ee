package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Text that programs send for people to read, without what could harm where it is shown. */
final class PlainText {
    private static final int REPLACEMENT = 0xFFFD;

    private PlainText() {}

    /** Without control characters, and cut before the first character that would be beyond that many bytes. */
    static String of(String text, int bytesMax) {
        StringBuilder plain = new StringBuilder(Math.min(text.length(), bytesMax));
        int bytes = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int codePoint = text.codePointAt(i);
            bytes += codePoint < 0x80 ? 1 : codePoint < 0x800 ? 2 : codePoint < 0x10000 ? 3 : 4;
            if (bytes > bytesMax) {
                break;
            }
            if (!Character.isISOControl(codePoint)) {
                boolean surrogate = codePoint >= 0xD800 && codePoint <= 0xDFFF;
                plain.appendCodePoint(surrogate ? REPLACEMENT : codePoint);
            }
        }
        return plain.toString();
    }

    /** With {@code %41} being A. */
    static String percentDecoded(String text) {
        byte[] source = text.getBytes(UTF_8);
        ByteSink decoded = new ByteSink(source.length);
        for (int i = 0; i < source.length; i++) {
            boolean escape = source[i] == '%' && i + 2 < source.length && hex(source[i + 1]) >= 0
                    && hex(source[i + 2]) >= 0;
            decoded.u8(escape ? hex(source[i + 1]) * 16 + hex(source[i + 2]) : source[i]);
            i += escape ? 2 : 0;
        }
        return new String(decoded.toByteArray(), UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit(digit, 16);
    }
}
