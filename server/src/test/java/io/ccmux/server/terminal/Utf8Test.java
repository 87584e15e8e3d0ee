package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Malformed input is replaced as table 3-7 of the Unicode standard and its maximal subparts say. */
final class Utf8Test {
    private static final int[] INTERESTING = {0x41, 0x7E, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF,
        0xE0,
        0xE1, 0xED, 0xEF, 0xF0, 0xF1, 0xF4, 0xF5, 0xFF};

    /** The well-formed sequences: pairs of the least and the highest byte. */
    private static final int[][] WELL_FORMED = {{0x00, 0x7F}, {0xC2, 0xDF, 0x80, 0xBF},
        {0xE0, 0xE0, 0xA0, 0xBF, 0x80, 0xBF},
        {0xE1, 0xEC, 0x80, 0xBF, 0x80, 0xBF}, {0xED, 0xED, 0x80, 0x9F, 0x80, 0xBF},
        {0xEE, 0xEF, 0x80, 0xBF, 0x80, 0xBF},
        {0xF0, 0xF0, 0x90, 0xBF, 0x80, 0xBF, 0x80, 0xBF}, {0xF1, 0xF3, 0x80, 0xBF, 0x80, 0xBF, 0x80, 0xBF},
        {0xF4, 0xF4, 0x80, 0x8F, 0x80, 0xBF, 0x80, 0xBF}};

    @Test
    void replacesEachMaximalSubpartOnce() {
        Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = new byte[1 + random.nextInt(8)];
            for (int k = 0; k < bytes.length; k++) {
                bytes[k] = (byte) INTERESTING[random.nextInt(INTERESTING.length)];
            }
            assertEquals(reference(bytes), decoded(bytes), "seed 7, string " + i);
        }
    }

    @Test
    void decodesWholeCharactersAsInPieces() {
        Random random = new Random(8);
        for (int i = 0; i < 50_000; i++) {
            int codePoint = 0x80 + random.nextInt(0x110000 - 0x80);
            if (codePoint >= 0xD800 && codePoint <= 0xDFFF) {
                continue;
            }
            byte[] bytes = Character.toString(codePoint).getBytes(UTF_8);
            int whole = Utf8.whole(bytes, 0, bytes.length);
            assertEquals(Character.toString(codePoint), decoded(bytes));
            assertEquals(bytes.length, Utf8.length(codePoint));
            assertEquals(whole == Utf8.MORE ? Utf8.MORE : codePoint, whole);
            assertEquals(Utf8.MORE, Utf8.whole(bytes, 0, bytes.length - 1));
        }
    }

    private static String reference(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length;) {
            int longest = 0;
            boolean whole = false;
            for (int[] row : WELL_FORMED) {
                int matched = 0;
                while (2 * matched < row.length && at + matched < bytes.length
                        && (bytes[at + matched] & 255) >= row[2 * matched]
                        && (bytes[at + matched] & 255) <= row[2 * matched + 1]) {
                    matched++;
                }
                whole |= 2 * matched == row.length;
                longest = Math.max(longest, matched);
            }
            text.append(whole ? new String(bytes, at, longest, UTF_8) : "\ufffd");
            at += Math.max(1, longest);
        }
        return text.toString();
    }

    private static String decoded(byte[] bytes) {
        Utf8 utf8 = new Utf8();
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length;) {
            if (bytes[at] >= 0) {
                text.append(utf8.pending() ? "\ufffd" : "");
                utf8.reset();
                text.append((char) bytes[at++]);
                continue;
            }
            int codePoint = utf8.next(bytes[at] & 255);
            if (codePoint == Utf8.MALFORMED) {
                text.append('\ufffd');
                continue;
            }
            if (codePoint != Utf8.MORE) {
                text.appendCodePoint(codePoint);
            }
            at++;
        }
        return text.append(utf8.pending() ? "\ufffd" : "").toString();
    }
}
