package io.ccmux.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

/** What compiled descriptions of terminals say. */
class TerminfoEntryTest {
    private static final String NAMES = "xx|a terminal\0";
    private static final int STRINGS = 356;

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();

    private void u16(int... values) {
        for (int value : values) {
            file.write(value);
            file.write(value >> 8);
        }
    }

    private void number(boolean wide, int value) {
        u16(value);
        if (wide) {
            u16(value >> 16);
        }
    }

    private void texts(String texts) {
        file.writeBytes(texts.getBytes(ISO_8859_1));
    }

    private void even() {
        if (file.size() % 2 == 1) {
            file.write(0);
        }
    }

    /** A terminal with colours, coloured erasing and a mouse, and a few capabilities of its own. */
    private byte[] entry(boolean wide, int colours) {
        u16(wide ? 01036 : 0432, NAMES.length(), 29, 14, STRINGS, 4);
        texts(NAMES);
        file.writeBytes(new byte[28]);
        file.write(1);
        even();
        for (int i = 0; i < 14; i++) {
            number(wide, i == 13 ? colours : -1);
        }
        for (int i = 0; i < STRINGS; i++) {
            u16(i == 355 ? 0 : 0xffff);
        }
        texts("\033[M\0");
        even();
        u16(2, 1, 2, 7, 30);
        file.write(new byte[]{1, 0}, 0, 2);
        number(wide, 1);
        u16(0, 0xffff);
        u16(0, 3, 6, 10, 13);
        texts("\033]52\0Tc\0XX\0RGB\0Ms\0YY\0");
        return file.toByteArray();
    }

    @Test
    void tellColoursAndWhatElseThereIs() {
        assertEquals(Set.of("bce", "colors=256", "kmous", "Tc", "RGB", "Ms"),
                new HashSet<>(TerminfoEntry.capabilities(entry(false, 256))));
    }

    @Test
    void mayHaveWideNumbers() {
        assertEquals(Set.of("bce", "colors=16777216", "kmous", "Tc", "RGB", "Ms"),
                new HashSet<>(TerminfoEntry.capabilities(entry(true, 1 << 24))));
    }

    @Test
    void tellNoMoreThanIsThereIfTheyAreCut() {
        byte[] whole = entry(true, 256);
        for (int length = 0; length < whole.length; length++) {
            List<String> cut = TerminfoEntry.capabilities(Arrays.copyOf(whole, length));
            assertTrue(cut.size() <= 6, "cut at " + length);
            assertEquals(length > 54, cut.contains("bce"), "cut at " + length);
        }
    }

    @Test
    void mayBeNoiseWithoutHarm() {
        for (long seed = 0; seed < 2000; seed++) {
            byte[] noise = new byte[12 + new Random(seed).nextInt(4000)];
            new Random(seed).nextBytes(noise);
            noise[0] = 0x1e;
            noise[1] = 0x02;
            TerminfoEntry.capabilities(noise);
        }
        assertEquals(List.of(), TerminfoEntry.capabilities("#!/bin/sh\n# no entry\n".getBytes(ISO_8859_1)));
    }
}
