package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Locale;

/** What feeding a terminal brought to light: a question to answer, or something a user may want to know. */
public sealed interface TerminalNotice {
    /** Bytes the program waits for; to be written to it as they are. */
    record Reply(byte[] bytes) implements TerminalNotice {}

    record Bell() implements TerminalNotice {}

    record TitleChanged(String title) implements TerminalNotice {}

    /** ESC k: the program wants its window to be called so; empty to be called as if it had never said anything. */
    record WindowNamed(String name) implements TerminalNotice {}

    /** OSC 7: where the program says it is; an absolute path. */
    record DirectoryChanged(String path) implements TerminalNotice {}

    /** OSC 52: the program wants this on the clipboard. The selection is of the letters {@code c p q s 0-7}. */
    record Clipboard(String selection, byte[] bytes) implements TerminalNotice {}

    /** OSC 52 with a question mark: the program wants to read the clipboard. */
    record ClipboardAsked(String selection) implements TerminalNotice {
        public byte[] answer(byte[] text) {
            return ("\033]52;" + selection + ";" + Base64.getEncoder().encodeToString(text) + "\033\\")
                    .getBytes(US_ASCII);
        }
    }

    /** OSC 9, 99 and 777: a text for the user. */
    record Notification(String title, String text) implements TerminalNotice {}

    /** OSC 9;4: state 0 none, 1 running, 2 failed, 3 without end, 4 paused; per cent done. */
    record Progress(int state, int percent) implements TerminalNotice {}

    /** OSC 133: A prompt, B command line, C output, D end with the exit status (-1 if not told). */
    record PromptMark(char kind, int exit) implements TerminalNotice {}

    /** {@link Terminal#modes()} is no longer what it was. */
    record ModesChanged() implements TerminalNotice {}

    /** The alternate screen came or went. */
    record ScreenSwitched(boolean alternate) implements TerminalNotice {}

    /** A colour of the palette or one of the special ones was set or reset. */
    record PaletteChanged() implements TerminalNotice {}

    /** DCS tmux; … : bytes for the terminals of the clients, if the user lets them through. */
    record Passthrough(byte[] bytes) implements TerminalNotice {}

    /** An image, sixels or kitty's, as the whole sequence, and the cell it begins in: as {@link Passthrough}. */
    record Image(byte[] sequence, int x, int y) implements TerminalNotice {}

    /**
     * A colour was asked for that the program has not set: answer with the client's, or with the fallback.
     *
     * @param slot of a {@link Palette}
     * @param fallback 0xrrggbb, to be used if nothing better is known
     * @param bell whether the question ended in BEL and so must the answer
     * @param indexed whether it was OSC 4 that asked
     */
    record ColourAsked(int slot, int fallback, boolean bell, boolean indexed) implements TerminalNotice {
        public byte[] answer(int rgb) {
            String colour = String.format(Locale.ROOT, "rgb:%1$02x%1$02x/%2$02x%2$02x/%3$02x%3$02x", rgb >> 16 & 255,
                    rgb >> 8 & 255, rgb & 255);
            return ("\033]" + name() + ";" + colour + (bell ? "\007" : "\033\\")).getBytes(US_ASCII);
        }

        /** The numbers that the question began with. */
        private String name() {
            if (slot < Palette.FOREGROUND) {
                return "4;" + slot;
            }
            if (slot < Palette.SPECIAL) {
                return "" + (10 + slot - Palette.FOREGROUND);
            }
            int special = slot - Palette.SPECIAL;
            return indexed ? "4;" + (Palette.FOREGROUND + special) : "5;" + special;
        }
    }

    /** DSR 996: dark or light? To be answered by what the client's terminal is. */
    record ThemeAsked() implements TerminalNotice {
        public byte[] answer(boolean dark) {
            return (dark ? "\033[?997;1n" : "\033[?997;2n").getBytes(US_ASCII);
        }
    }
}
