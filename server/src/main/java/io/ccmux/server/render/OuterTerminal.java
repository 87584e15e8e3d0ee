package io.ccmux.server.render;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

import io.ccmux.server.render.TerminalFeatures.Feature;
import io.ccmux.server.terminal.Modes.MouseTracking;
import io.ccmux.server.terminal.Palette;

/** The terminal of a client beyond its picture: what to tell it at the start, at the end, and in between. */
public final class OuterTerminal {
    /** Characters of a title that are passed on. */
    private static final int TITLE_CHARS_MAX = 1024;

    private static final String ALTERNATE_SCREEN = "\u001b[?1049h";
    private static final String MAIN_SCREEN = "\u001b[?1049l";

    private TerminalFeatures features;
    private MouseTracking mouse = MouseTracking.OFF;
    private String title = "";
    private boolean strokes;

    public OuterTerminal(TerminalFeatures features) {
        this.features = features;
    }

    /** What is switched on once for all the time that the terminal is ours, and how it is switched off again. */
    private record Held(Feature feature, String on, String off) {}

    private static final List<Held> HELD = List.of(
            new Held(Feature.TITLE, "\u001b[22;0;0t", "\u001b[23;0;0t"),
            new Held(Feature.PASTE, "\u001b[?2004h", "\u001b[?2004l"),
            new Held(Feature.FOCUS, "\u001b[?1004h", "\u001b[?1004l"),
            new Held(Feature.EXTENDED_KEYS, "\u001b[>4;2m", "\u001b[>4m"),
            new Held(Feature.KITTY_KEYS, "\u001b[>1u", "\u001b[<u"));

    /** Takes the terminal over: its alternate screen, no wrapping, keys that can be told apart. */
    public byte[] enter() {
        StringBuilder out = new StringBuilder(features.has(Feature.ONE_SCREEN) ? "" : ALTERNATE_SCREEN);
        out.append("\u001b[?1h\u001b=\u001b[?7l");
        HELD.stream().filter(held -> features.has(held.feature())).forEach(held -> out.append(held.on()));
        mouse = MouseTracking.OFF;
        strokes = false;
        title = "";
        return bytes(out);
    }

    /** The terminal can do more than was known; switches on what is held. */
    public byte[] learn(TerminalFeatures more) {
        StringBuilder out = new StringBuilder();
        HELD.stream().filter(held -> more.has(held.feature()) && !features.has(held.feature()))
                .forEach(held -> out.append(held.on()));
        features = more;
        return bytes(out);
    }

    /**
     * What puts the terminal right again, whatever it was told since {@link #enter}. The client keeps it from the
     * start, for the day the server is gone.
     */
    public byte[] leave() {
        StringBuilder out = new StringBuilder("\u001b[?2026l\u001b[r\u001b[m");
        if (features.has(Feature.HYPERLINKS)) {
            out.append("\u001b]8;;\u001b\\");
        }
        if (features.has(Feature.MOUSE)) {
            out.append("\u001b[?1006l\u001b[?1003l\u001b[?1002l\u001b[?1000l");
        }
        HELD.stream().filter(held -> features.has(held.feature())).forEach(held -> out.append(held.off()));
        out.append("\u001b[?7h\u001b[?1l\u001b>");
        if (features.has(Feature.CURSOR_STYLE)) {
            out.append("\u001b[0 q");
        }
        if (features.has(Feature.CURSOR_COLOUR)) {
            out.append(cursorColour(Palette.UNSET));
        }
        out.append("\u001b[?25h\u001b[H\u001b[2J");
        return bytes(features.has(Feature.ONE_SCREEN) ? out : out.append(MAIN_SCREEN));
    }

    /** Makes it report what the mouse does; nothing if it already reports that. */
    public byte[] mouse(MouseTracking wanted) {
        if (wanted == mouse || !features.has(Feature.MOUSE)) {
            return new byte[0];
        }
        mouse = wanted;
        String off = "\u001b[?1006l\u001b[?1003l\u001b[?1002l\u001b[?1000l";
        return bytes(switch (wanted) {
            case OFF -> new StringBuilder(off);
            case X10, NORMAL -> new StringBuilder(off).append("\u001b[?1006h\u001b[?1000h");
            case BUTTON -> new StringBuilder(off).append("\u001b[?1006h\u001b[?1000h\u001b[?1002h");
            case ANY -> new StringBuilder(off).append("\u001b[?1006h\u001b[?1000h\u001b[?1002h\u001b[?1003h");
        });
    }

    /** Makes it report keys that are held down and let go, or presses only. */
    public byte[] strokes(boolean wanted) {
        if (wanted == strokes || !features.has(Feature.KITTY_KEYS)) {
            return new byte[0];
        }
        strokes = wanted;
        return bytes(new StringBuilder(wanted ? "\u001b[=3u" : "\u001b[=1u"));
    }

    /** Gives its window a title; control characters are left out. */
    public byte[] title(String wanted) {
        if (wanted.equals(title) || !features.has(Feature.TITLE)) {
            return new byte[0];
        }
        title = wanted;
        StringBuilder out = new StringBuilder("\u001b]0;");
        wanted.codePoints().limit(TITLE_CHARS_MAX).filter(c -> c >= 0x20 && (c < 0x7f || c >= 0xa0))
                .forEach(c -> out.appendCodePoint(c < 0x7f || !features.has(Feature.ASCII) ? c : '_'));
        return out.append("\u001b\\").toString().getBytes(UTF_8);
    }

    /**
     * Puts text on its clipboard.
     *
     * @param selection the letters of OSC 52, or empty for the usual one
     */
    public byte[] clipboard(String selection, byte[] text) {
        if (!features.has(Feature.CLIPBOARD)) {
            return new byte[0];
        }
        String letters = selection.chars().allMatch(c -> "cpqs01234567".indexOf(c) >= 0) ? selection : "";
        return ("\u001b]52;" + letters + ";" + Base64.getEncoder().encodeToString(text) + "\u001b\\")
                .getBytes(ISO_8859_1);
    }

    /** Asks for its clipboard; the answer comes as input. */
    public byte[] askClipboard() {
        return features.has(Feature.CLIPBOARD) ? bytes(new StringBuilder("\u001b]52;;?\u001b\\")) : new byte[0];
    }

    /** Gives its cursor a colour, 0xrrggbb, or its own. */
    static String cursorColour(int rgb) {
        return rgb == Palette.UNSET
                ? "\u001b]112\u001b\\"
                : String.format(Locale.ROOT, "\u001b]12;rgb:%02x/%02x/%02x\u001b\\", rgb >> 16, rgb >> 8 & 255,
                        rgb & 255);
    }

    /** Somebody else's bytes, after which cursor and pen are what they were. */
    public static byte[] aside(byte[] sequence) {
        return framed("\u001b7", sequence, "\u001b8");
    }

    /** Bytes for a cell, counted from 0. */
    public static byte[] at(int x, int y, byte[] sequence) {
        return framed("\u001b[" + (y + 1) + ";" + (x + 1) + "H", sequence, "");
    }

    private static byte[] framed(String before, byte[] sequence, String after) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(before.getBytes(ISO_8859_1));
        out.writeBytes(sequence);
        out.writeBytes(after.getBytes(ISO_8859_1));
        return out.toByteArray();
    }

    public byte[] bell() {
        return new byte[]{7};
    }

    private static byte[] bytes(StringBuilder ascii) {
        return ascii.toString().getBytes(ISO_8859_1);
    }
}
