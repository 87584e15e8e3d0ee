package io.ccmux.server.terminal;

import java.util.List;

/** A terminal: bytes in, screen out. */
public final class Terminal {
    private final Screen screen = new Screen();
    private final Scrollback history = new Scrollback();
    private final Palette palette = new Palette();

    public Terminal(int columns, int rows, TerminalSettings settings) {}

    public static Terminal of(TerminalImage image, TerminalSettings settings) {
        return new Terminal(80, 24, settings);
    }

    public TerminalImage image() {
        return new TerminalImage(new byte[0]);
    }

    /** @param micros when it was printed, for the lines' stamps and the limits that are times */
    public void feed(byte[] bytes, int offset, int length, long micros) {}

    /** Rewraps the main screen; the alternate one is cut. */
    public void resize(int columns, int rows) {}

    /** What feeding brought to light since this was called last. */
    public List<TerminalNotice> takeNotices() {
        return List.of();
    }

    /** Ends what has lasted too long: synchronised output, an unterminated string. Returns whether anything changed. */
    public boolean expire(long micros) {
        return false;
    }

    /** The screen that shows. */
    public Screen screen() {
        return screen;
    }

    /** The primary screen, even while the alternate one shows. */
    public Screen mainScreen() {
        return screen;
    }

    public boolean alternate() {
        return false;
    }

    public Scrollback history() {
        return history;
    }

    public Modes modes() {
        return new Modes(true, 0, false, false, false, false, false, Modes.MouseTracking.OFF,
                Modes.MouseEncoding.DEFAULT, false, false, 0, 0, false, false, false, false, true, false);
    }

    public int cursorX() {
        return 0;
    }

    public int cursorY() {
        return 0;
    }

    public int columns() {
        return screen.columns();
    }

    public int rows() {
        return screen.rows();
    }

    public String title() {
        return "";
    }

    /** What OSC 7 told last, as a path, or "". */
    public String directory() {
        return "";
    }

    public Palette palette() {
        return palette;
    }

    /** Grows with every change that can be seen. */
    public long version() {
        return 0;
    }

    /** A new program takes over: no mode of the last one holds; the separator stands between what they printed. */
    public void beginRun(String separator) {}

    /** The same program goes on after a gap: only an unfinished sequence is forgotten. */
    public void adopt() {}

    public void clearHistory() {}

    /** As if the program had sent RIS. */
    public void reset() {}

    public void historyLimit(int lines) {}

    public void retitle(String title) {}

    /** The bytes of the sequence that is not finished yet. */
    public byte[] pendingInput() {
        return new byte[0];
    }
}
