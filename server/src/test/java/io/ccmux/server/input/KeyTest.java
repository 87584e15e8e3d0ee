package io.ccmux.server.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;

class KeyTest {
    private static String canonical(String name) {
        return Key.canonical(name).orElse("-");
    }

    @Test
    void hasTheNamesOfTmux() {
        assertEquals("C-b", canonical("^b"));
        assertEquals("C-b", canonical("^B"));
        assertEquals("C-B", canonical("C-B"));
        assertEquals("C-M-S-Up", canonical("S-M-c-up"));
        assertEquals("C-Up", canonical("^Up"));
        assertEquals("Space", canonical(" "));
        assertEquals("C-Space", canonical("C-Space"));
        assertEquals("PPage", canonical("PageUp"));
        assertEquals("DC", canonical("delete"));
        assertEquals("BTab", canonical("BTab"));
        assertEquals("KP/", canonical("KP/"));
        assertEquals("F12", canonical("f12"));
        assertEquals("F20", canonical("F20"));
        assertEquals("A", canonical("0x41"));
        assertEquals("-", canonical("-"));
        assertEquals("C--", canonical("C--"));
        assertEquals("M-{", canonical("M-{"));
        assertEquals("é", canonical("é"));
        assertEquals("\uD83D\uDE00", canonical("\uD83D\uDE00"));
        assertEquals("Enter", canonical("Enter"));
        assertEquals("C-[", canonical("C-["));
        assertEquals("WheelUpPane", canonical("wheeluppane"));
        assertEquals("C-MouseDown1Status", canonical("C-MouseDown1Status"));
        assertEquals("MouseDragEnd3ScrollbarSlider", canonical("MouseDragEnd3ScrollbarSlider"));
        assertEquals("MouseDown1Control9", canonical("MouseDown1Control9"));
        assertEquals("User7", canonical("User7"));
    }

    @Test
    void refusesOtherNames() {
        for (String wrong : List.of("NoKey", "", "C-", "X-a", "ab", "\t", "0x", "0x110000", "F99", "MouseDown4Pane",
                "MouseDown1", "User9999")) {
            assertEquals(Optional.empty(), Key.parse(wrong), wrong);
        }
    }

    @Test
    void readsBackTheNameOfEveryKey() {
        for (int modifiers = 0; modifiers <= Key.MODIFIERS; modifiers++) {
            for (int code = ' '; code < 127; code++) {
                assertSame(new Key(code, modifiers));
            }
            for (var table : DefaultKeys.TABLES.tables().values()) {
                for (Key key : table.keySet()) {
                    assertSame(key.with(modifiers));
                }
            }
            for (MouseKey.Action action : MouseKey.Action.values()) {
                for (MouseKey.Place place : MouseKey.Place.values()) {
                    assertSame(new MouseKey(action, action.hasButton() ? 11 : 0, place).key(modifiers));
                }
            }
        }
    }

    private static void assertSame(Key key) {
        assertEquals(Optional.of(key), Key.parse(key.name()), key.name());
    }

    @Test
    void isOrderedByModifiersFirst() {
        TreeSet<Key> keys = new TreeSet<>(List.of(Key.UP, Key.of('z'), new Key('a', Key.CTRL), new Key('b', Key.META)));
        assertEquals("[z, Up, M-b, C-a]", keys.toString());
        assertTrue(Key.of('a').isCharacter() && !Key.UP.isCharacter() && !Key.UP.isMouse());
    }
}
