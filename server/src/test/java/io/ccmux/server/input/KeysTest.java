package io.ccmux.server.input;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeysTest {
    private static final int SEQUENCES = 3000;

    /** What the bytes say; {@code ^[} stands for escape. */
    private static String read(String text) {
        Keys keys = new Keys();
        byte[] bytes = bytes(text);
        List<InputEvent> events = new ArrayList<>(keys.feed(bytes, 0, bytes.length));
        if (keys.pending()) {
            events.addAll(keys.expire());
        }
        return show(events);
    }

    private static byte[] bytes(String text) {
        return text.replace("^[", "\u001b").getBytes(StandardCharsets.UTF_8);
    }

    private static String show(List<InputEvent> events) {
        return events.stream().map(event -> switch (event) {
            case InputEvent.Pressed(Key key, Stroke stroke) -> key.name() + switch (stroke) {
                case PRESS -> "";
                case REPEAT -> " held";
                case RELEASE -> " up";
            };
            case InputEvent.Pasted pasted -> "paste(" + new String(pasted.text(), StandardCharsets.UTF_8)
                    + (pasted.first() ? "" : " continued") + (pasted.last() ? "" : " more") + ")";
            case InputEvent.Moused(MouseEvent mouse) -> "mouse(" + mouse.button() + "," + mouse.modifiers() + ","
                    + mouse.column() + "," + mouse.row() + (mouse.release() ? ",up" : "") + ")";
            case InputEvent.Focused(boolean in) -> in ? "in" : "out";
            case InputEvent.Answered(Answer answer) -> answer.toString();
        }).collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"a => a", "^[a => M-a", "^[ => Escape", "^[^[ => M-Escape",
        "^[[A => Up", "^[OA => Up", "^[^[[A => M-Up", "^[^[OA => M-Up", "^[[1;5C => C-Right", "^[[1;8D => C-M-S-Left",
        "^[[Z => BTab", "^[[1;2Z => BTab", "^[[H => Home", "^[[1~ => Home", "^[[7~ => Home", "^[[3;3~ => M-DC",
        "^[[5~ => PPage", "^[[15;2~ => S-F5", "^[OP => F1", "^[O5Q => C-F2", "^[[1;2R => S-F3", "^[[24~ => F12",
        "^[[34~ => F20", "^[[[B => F2", "^[[a => S-Up", "^[Oa => C-Up", "^[[2^ => C-IC", "^[[3$ => S-DC",
        "^[Oj => KP*", "^[Op => KP0", "^[OM => KPEnter", "^[[E => KP5", "é^[é => é M-é",
        "\u2014\uD83D\uDE00 => \u2014 \uD83D\uDE00", "^[[I^[[O => in out", "^[[ => M-[", "^[[1; => M-[ 1 ;",
        "^[O => M-O"})
    void readsKeys(String text, String keys) {
        assertEquals(keys, read(text));
    }

    @Test
    void readsControlCharacters() {
        assertEquals("C-Space C-a C-h Tab C-j Enter C-\\ C-_ BSpace", read("\0\u0001\b\t\n\r\u001c\u001f\u007f"));
        assertEquals("M-BSpace C-M-a C-M-Space M-Enter", read("^[\u007f^[\u0001^[\0^[\r"));
    }

    @ParameterizedTest
    @CsvSource(delimiterString = " => ", value = {"^[[97;5u => C-a", "^[[27;5;97~ => C-a", "^[[27;6;65~ => C-S-a",
        "^[[97;2u => A", "^[[97:65;2u => A", "^[[49:33;2u => !", "^[[13;2u => S-Enter", "^[[9;2u => BTab",
        "^[[9;5u => C-Tab", "^[[127;5u => C-BSpace", "^[[27u => Escape", "^[[32;5u => C-Space", "^[[97;3u => M-a",
        "^[[57399u => KP0", "^[[57414;5u => C-KPEnter", "^[[57376u => F13", "^[[57419;2u => S-Up",
        "^[[97;5:1u => C-a", "^[[97;5:2u => C-a held", "^[[97;5:3u => C-a up", "^[[1;5:3A => C-Up up",
        "^[[97;1:3u => a up", "^[[13~ => F3", "^[[1;5:2A => C-Up held", "^[[97;;97u => a",
        "^[[228;5u => C-ä"})
    void readsExtendedKeys(String text, String keys) {
        assertEquals(keys, read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"^[[97;9u", "^[[57358u", "^[[999~", "^[[?1;2X",
        "^[]0;title\u0007",
        "^[]10;red^[\\", "^[P1+r^[\\", "^[_Gi=1;OK^[\\", "^[[<0;1M", "^[[0n"})
    void leavesOutWhatIsNothingToUs(String text) {
        assertEquals("x", read(text + "x"));
    }

    @Test
    void readsTheMouse() {
        assertEquals("mouse(0,0,9,4)", read("^[[<0;10;5M"));
        assertEquals("mouse(0,0,9,4,up)", read("^[[<0;10;5m"));
        assertEquals("mouse(65,2,299,99)", read("^[[<81;300;100M"));
        assertEquals("mouse(34,5,0,0)", read("^[[<46;1;1M"));
        assertEquals("mouse(0,0,0,0) mouse(3,0,1,1,up) mouse(64,0,0,0) mouse(35,0,0,0)",
                read("^[[M !!^[[M#\"\"^[[M`!!^[[MC!!"));
    }

    @Test
    void readsAnswers() {
        assertEquals("PrimaryAttributes[parameters=[62, 22, 52]]", read("^[[?62;22;52c"));
        assertEquals("SecondaryAttributes[parameters=[41, 354, 0]]", read("^[[>41;354;0c"));
        assertEquals("Version[name=XTerm(354)]", read("^[P>|XTerm(354)^[\\"));
        assertEquals("CursorPosition[row=5, column=3]", read("^[[5;3R"));
        assertEquals("Colour[which=11, rgb=1193046]", read("^[]11;rgb:1212/3434/5656\u0007"));
        assertEquals("PaletteColour[index=4, rgb=16711935]", read("^[]4;4;rgb:ff/00/ff^[\\"));
        assertEquals("Mode[mode=2026, state=2]", read("^[[?2026;2$y"));
        assertEquals("KeyboardFlags[flags=1]", read("^[[?1u"));
        assertEquals("PixelSize[cell=true, height=17, width=8]", read("^[[6;17;8t"));
        assertEquals("Clipboard[selection=c, base64=aGk=]", read("^[]52;c;aGk=^[\\"));
        assertEquals("Theme[dark=true]", read("^[[?997;1n"));
    }

    @Test
    void takesAPasteAsOneThing() {
        assertEquals("a paste(x\u001b[A\u001b[201y\n) b", read("a^[[200~x^[[A^[[201y\n^[[201~b"));
        assertEquals("paste()", read("^[[200~^[[201~"));
    }

    @Test
    void cutsALongPaste() {
        Keys keys = new Keys();
        byte[] text = new byte[Keys.PASTE_BYTES_MAX * 2 + 5];
        Arrays.fill(text, (byte) 'p');
        List<InputEvent> events = new ArrayList<>(keys.feed(bytes("^[[200~"), 0, 6));
        for (int i = 0; i < text.length; i += 1000) {
            events.addAll(keys.feed(text, i, Math.min(1000, text.length - i)));
        }
        events.addAll(keys.feed(bytes("^[[201~"), 0, 6));
        List<InputEvent.Pasted> pieces = events.stream().map(InputEvent.Pasted.class::cast).toList();
        assertEquals(List.of(Keys.PASTE_BYTES_MAX, Keys.PASTE_BYTES_MAX, 5),
                pieces.stream().map(piece -> piece.text().length).toList());
        assertEquals("[true, false, false][false, false, true]",
                pieces.stream().map(InputEvent.Pasted::first).toList().toString()
                        + pieces.stream().map(InputEvent.Pasted::last).toList());
    }

    @Test
    void waitsForTheRestOfAKey() {
        Keys keys = new Keys();
        assertEquals("", show(keys.feed(bytes("^[["), 0, 2)));
        assertTrue(keys.pending());
        assertEquals("Up x", show(keys.feed(bytes("Ax"), 0, 2)));
        assertFalse(keys.pending());
        assertEquals("", show(keys.expire()));
        assertEquals("", show(keys.feed(new byte[]{(byte) 0xc3}, 0, 1)));
        assertEquals("é", show(keys.feed(new byte[]{(byte) 0xa9}, 0, 1)));
    }

    @Test
    void waitsLongerForAnAnswerAndThenForgetsIt() {
        Keys keys = new Keys();
        keys.feed(bytes("^[]11;rgb:"), 0, 9);
        int times = 0;
        while (keys.pending()) {
            assertEquals("", show(keys.expire()));
            times++;
        }
        assertEquals(50, times);
        assertEquals("a", show(keys.feed(bytes("a"), 0, 1)));
    }

    @Test
    void knowsTheKeysOfTheUser() {
        Keys keys = new Keys();
        keys.userKeys(new TreeMap<>(Map.of(0, "\u001b[99;1~", 3, "xyz")));
        assertEquals("User0 User3 w", show(keys.feed(bytes("^[[99;1~xyzw"), 0, 11)));
        assertEquals("", show(keys.feed(bytes("xy"), 0, 2)));
        assertEquals("x y", show(keys.expire()));
    }

    @Test
    void leavesOutWhatIsNotUtf8() {
        Keys keys = new Keys();
        byte[] bytes = {'a', (byte) 0xff, 'b', (byte) 0xc3, 'c', (byte) 0xed, (byte) 0xa0, (byte) 0x80, 'd',
            (byte) 0x80};
        assertEquals("a b c d", show(keys.feed(bytes, 0, bytes.length)));
    }

    @Test
    void saysTheSameHoweverTheBytesAreCut() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] samples = {"a", "é", "\uD83D\uDE00", "^[[A", "^[OP", "^[[1;5C", "^[a", "^[[<0;10;5M", "^[[M !!",
            "^[[97;5u",
            "^[[200~hello^[[20^[[201~", "^[]11;rgb:1/2/3\u0007", "^[P>|x^[\\", "^[[?1;2c", "^[[I", "\t", "\0", "^[[[A"};
        for (int round = 0; round < SEQUENCES; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                text.append(samples[random.nextInt(samples.length)]);
            }
            byte[] bytes = bytes(text.toString());
            Keys cut = new Keys();
            List<InputEvent> events = new ArrayList<>();
            for (int at = 0; at < bytes.length;) {
                int count = Math.min(1 + random.nextInt(4), bytes.length - at);
                events.addAll(cut.feed(bytes, at, count));
                at += count;
            }
            assertEquals(read(text.toString()), show(events), () -> "seed " + seed + ": " + text);
        }
    }

    @Test
    void survivesGarbageAndKeepsUp() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Keys keys = new Keys();
        byte[] alphabet = bytes("^[^[^[[[[]OPM<;:0123456789~u$R\u0007\\Aa \0é");
        for (int round = 0; round < SEQUENCES; round++) {
            byte[] bytes = new byte[1 + random.nextInt(40)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = random.nextInt(10) == 0
                        ? (byte) random.nextInt()
                        : alphabet[random.nextInt(alphabet.length)];
            }
            keys.feed(bytes, 0, bytes.length);
            for (int i = 0; i < 60 && keys.pending(); i++) {
                keys.expire();
            }
            assertFalse(keys.pending(), () -> "seed " + seed);
        }
    }

    @Test
    void readsBackWhatTheEncoderWrites() {
        int[] levels = {0, 2};
        for (int level : levels) {
            for (int kitty : new int[]{0, 1, 8, 31}) {
                KeyboardModes modes = new KeyboardModes(level == 0, false, level, level == 2, kitty,
                        KeyboardModes.PLAIN.backspace());
                for (String name : List.of("a", "A", "é", "Up", "S-Up", "C-M-S-Left", "F1", "F5", "S-F12", "Home",
                        "C-End",
                        "DC", "M-PPage", "Tab", "BTab", "Enter", "Escape", "Space", "BSpace", "C-a", "M-a", "C-M-a",
                        "M-Enter", "M-BSpace", "C-Space", "C-\\", "C-_", "M-A", "!", "M-!", "F13", "C-F20")) {
                    byte[] bytes = KeyEncoder.encode(Key.parse(name).orElseThrow(), modes);
                    Keys keys = new Keys();
                    List<InputEvent> events = new ArrayList<>(keys.feed(bytes, 0, bytes.length));
                    events.addAll(keys.expire());
                    assertEquals(name, show(events), () -> name + " with " + modes);
                }
            }
        }
    }

    @Test
    void takesOutMarksOfPastesWithinPastes() {
        byte[] evil = bytes("a^[[20^[[201~1~b");
        assertEquals("^[[200~ab^[[201~", text(KeyEncoder.paste(new InputEvent.Pasted(evil, true, true), true)));
        assertArrayEquals(evil, KeyEncoder.paste(new InputEvent.Pasted(evil, true, true), false));
        assertEquals("^[[200~x", text(KeyEncoder.paste(new InputEvent.Pasted(bytes("x"), true, false), true)));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\u001b", "^[");
    }
}
