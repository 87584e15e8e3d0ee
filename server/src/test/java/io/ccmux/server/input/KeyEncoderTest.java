package io.ccmux.server.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyEncoderTest {
    private static final Key DELETE = KeyboardModes.PLAIN.backspace();
    private static final KeyboardModes APPLICATION = new KeyboardModes(true, true, 0, false, 0, DELETE);
    private static final KeyboardModes LEVEL_1 = new KeyboardModes(false, false, 1, false, 0, DELETE);
    private static final KeyboardModes LEVEL_2 = new KeyboardModes(false, false, 2, false, 0, DELETE);
    private static final KeyboardModes CSI_U = new KeyboardModes(false, false, 2, true, 0, DELETE);

    /** What the key is written as: escape as {@code ^[}, other controls as {@code ^A}. */
    private static String write(String key, KeyboardModes modes) {
        StringBuilder text = new StringBuilder();
        for (byte b : KeyEncoder.encode(Key.parse(key).orElseThrow(), modes)) {
            if (b >= 0 && b < ' ') {
                text.append('^').append((char) (b + '@'));
            } else if (b == 127) {
                text.append("^?");
            } else {
                text.append((char) (b & 0xff));
            }
        }
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    private static KeyboardModes kitty(int flags) {
        return new KeyboardModes(true, true, 2, false, flags, DELETE);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', delimiterString = " => ", value = {
        "a => a", "é => é", "M-é => ^[é", "C-a => ^A",
        "C-A => ^A", "M-a => ^[a", "0x3 => ^C", "0xa => ^J", "0x0 => ^@", "0x1f => ^_",
        "C-M-a => ^[^A", "C-Space => ^@", "C-@ => ^@", "C-[ => ^[", "C-_ => ^_", "C-/ => ^_", "C-? => ^?", "C-3 => ^[",
        "C-8 => ^?", "C-! => 1", "Enter => ^M", "C-Enter => ^M", "S-Enter => ^M", "M-Enter => ^[^M", "Tab => ^I",
        "BTab => ^[[Z", "C-BTab => ^[[Z", "Escape => ^[", "BSpace => ^?", "M-BSpace => ^[^?", "Up => ^[[A",
        "S-Up => ^[[1;2A", "M-Up => ^[[1;3A", "C-M-S-Up => ^[[1;8A", "Home => ^[[1~", "C-Home => ^[[1;5H",
        "End => ^[[4~", "S-End => ^[[1;2F", "IC => ^[[2~", "C-DC => ^[[3;5~", "PPage => ^[[5~", "F1 => ^[OP",
        "C-F1 => ^[[1;5P", "F5 => ^[[15~", "S-F12 => ^[[24;2~", "KP0 => 0", "KP/ => /", "KPEnter => ^J",
        "FocusIn => ^[[I"})
    void writesKeysAsTmuxDoes(String key, String bytes) {
        assertEquals(bytes, write(key, KeyboardModes.PLAIN));
    }

    @Test
    void writesNothingForWhatIsNotForPrograms() {
        assertEquals("", write("MouseDown1Pane", KeyboardModes.PLAIN));
        assertEquals("", write("User1", KeyboardModes.PLAIN));
        assertEquals("", write("Any", KeyboardModes.PLAIN));
        assertEquals("", write("None", kitty(31)));
    }

    @Test
    void followsApplicationModes() {
        assertEquals("^[OA", write("Up", APPLICATION));
        assertEquals("^[[1;5A", write("C-Up", APPLICATION));
        assertEquals("^[[1~", write("Home", APPLICATION));
        assertEquals("^[Op", write("KP0", APPLICATION));
        assertEquals("^[OM", write("KPEnter", APPLICATION));
    }

    @Test
    void sendsAnotherBackspaceWhenToldSo() {
        KeyboardModes control = new KeyboardModes(false, false, 0, false, 0, new Key('h', Key.CTRL));
        assertEquals("^H", write("BSpace", control));
        assertEquals("^[^H", write("M-BSpace", control));
    }

    @Test
    void tellsModifiersToThoseWhoAsk() {
        assertEquals("^A", write("C-a", LEVEL_1));
        assertEquals("^[a", write("M-a", LEVEL_1));
        assertEquals("^[[27;5;44~", write("C-,", LEVEL_1));
        assertEquals("^[[27;2;13~", write("S-Enter", LEVEL_1));
        assertEquals("^[[27;5;97~", write("C-a", LEVEL_2));
        assertEquals("^[[27;3;97~", write("M-a", LEVEL_2));
        assertEquals("^[[27;2;9~", write("BTab", LEVEL_2));
        assertEquals("a", write("a", LEVEL_2));
        assertEquals("^[[97;5u", write("C-a", CSI_U));
        assertEquals("^[[1;5A", write("C-Up", CSI_U));
    }

    @Test
    void speaksKitty() {
        assertEquals("a", write("a", kitty(1)));
        assertEquals("A", write("A", kitty(1)));
        assertEquals("^[[97;5u", write("C-a", kitty(1)));
        assertEquals("^[[97;6u", write("C-S-a", kitty(1)));
        assertEquals("^[[97;4u", write("M-A", kitty(1)));
        assertEquals("^[[27u", write("Escape", kitty(1)));
        assertEquals("^M", write("Enter", kitty(1)));
        assertEquals("^[[13;2u", write("S-Enter", kitty(1)));
        assertEquals("^[[9;2u", write("BTab", kitty(1)));
        assertEquals("^?", write("BSpace", kitty(1)));
        assertEquals("^[[127;3u", write("M-BSpace", kitty(1)));
        assertEquals("^[[A", write("Up", kitty(1)));
        assertEquals("^[[1;2H", write("S-Home", kitty(1)));
        assertEquals("^[[P", write("F1", kitty(1)));
        assertEquals("^[[13~", write("F3", kitty(1)));
        assertEquals("^[[57376u", write("F13", kitty(1)));
        assertEquals("^[[57414u", write("KPEnter", kitty(1)));
        assertEquals("^[[97u", write("a", kitty(9)));
        assertEquals("^[[97;2u", write("A", kitty(9)));
        assertEquals("^[[97:65;2u", write("A", kitty(13)));
        assertEquals("^[[97;;97u", write("a", kitty(25)));
        assertEquals("^[[97:65;2;65u", write("A", kitty(31)));
        assertEquals("^[[13u", write("Enter", kitty(9)));
    }

    @Test
    void tellsOfKeysHeldAndLetGoWhoWantsToKnow() {
        assertEquals("a", write("a", Stroke.REPEAT, kitty(1)));
        assertEquals("", write("a", Stroke.RELEASE, kitty(1)));
        assertEquals("", write("Up", Stroke.RELEASE, KeyboardModes.PLAIN));
        assertEquals("^[[A", write("Up", Stroke.REPEAT, KeyboardModes.PLAIN));
        assertEquals("a", write("a", Stroke.REPEAT, kitty(3)));
        assertEquals("^[[97;1:3u", write("a", Stroke.RELEASE, kitty(3)));
        assertEquals("", write("Enter", Stroke.RELEASE, kitty(3)));
        assertEquals("^[[13;1:3u", write("Enter", Stroke.RELEASE, kitty(11)));
        assertEquals("^[[1;5:2A", write("C-Up", Stroke.REPEAT, kitty(3)));
        assertEquals("^[[1;1:3A", write("Up", Stroke.RELEASE, kitty(3)));
        assertEquals("^[[5;1:3~", write("PPage", Stroke.RELEASE, kitty(3)));
        assertEquals("^[[97;1:2;97u", write("a", Stroke.REPEAT, kitty(27)));
        assertEquals("^[[97;1:3u", write("a", Stroke.RELEASE, kitty(27)));
    }

    private static String write(String key, Stroke stroke, KeyboardModes modes) {
        return new String(KeyEncoder.encode(Key.parse(key).orElseThrow(), stroke, modes), StandardCharsets.UTF_8)
                .replace("\u001b", "^[").replace("\r", "^M");
    }
}
