package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class WidthTest {
    @Test
    void isOneForWhatWesternTextIsMadeOf() {
        for (int codePoint : new int[]{' ', 'a', '~', 0xAD, 0xE9, 0x3B1, 0x416, 0x2500, 0xFF71, 0xE000, 0xF0000}) {
            assertEquals(1, Width.of(codePoint), Integer.toHexString(codePoint));
        }
    }

    @Test
    void isTwoForIdeographsSyllablesAndEmoji() {
        for (int codePoint : new int[]{0x1100, 0x115F, 0x3042, 0x4E00, 0xAC00, 0xFF21, 0x1F600, 0x20000, 0x231A,
            0x1F1E9,
            0x1F3FD}) {
            assertEquals(2, Width.of(codePoint), Integer.toHexString(codePoint));
        }
    }

    @Test
    void isNoneForMarksAndInvisibleOnes() {
        for (int codePoint : new int[]{0, 0x1B, 0x7F, 0x9F, 0x300, 0x488, 0x200B, 0x200C, 0x200D, 0x1161, 0x11AB,
            0xFE0F,
            0xFEFF, 0xE0001, 0x2028}) {
            assertEquals(0, Width.of(codePoint), Integer.toHexString(codePoint));
        }
    }

    @Test
    void ofAmbiguousOnesIsUpToTheUser() {
        int properties = Width.properties(0xA1);
        assertEquals(1, Width.width(properties, false));
        assertEquals(2, Width.width(properties, true));
        assertEquals(1, Width.width(Width.properties(0xE000), true));
    }

    @Test
    void growsByVariationOnlyForEmojiThatAreText() {
        assertTrue(Width.widenedByVariation(0x2764));
        assertTrue(Width.widenedByVariation('1'));
        assertFalse(Width.widenedByVariation('a'));
        assertFalse(Width.widenedByVariation(0x4E00));
    }
}
