package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;

/**
 * A terminal: bytes in, screen out. It reads no clock and writes to nobody: what is to be told outside are notices,
 * and the time comes with the bytes. Not safe for use by several threads.
 */
public final class Terminal {
    /** Synchronised output that lasts longer is over. */
    private static final long SYNCHRONISED_MICROS_MAX = 1_000_000;
    /** A string that has not ended for longer will not. */
    private static final long STRING_MICROS_MAX = 5_000_000;

    private final Emulator emulator;
    private final Parser parser;
    private Modes modes;
    private long mistakes;
    /** The last answer to {@link #image}, until something changes. */
    private Optional<TerminalImage> image = Optional.empty();

    public Terminal(int columns, int rows, TerminalSettings settings) {
        this(new Emulator(Math.max(1, columns), Math.max(1, rows), settings));
    }

    private Terminal(Emulator emulator) {
        this(emulator, new Parser(emulator));
    }

    private Terminal(Emulator emulator, Parser parser) {
        this.emulator = emulator;
        this.parser = parser;
        modes = view();
    }

    /**
     * The terminal an image was made of. Its history limit is the image's.
     *
     * @throws IllegalArgumentException if the image was not made by {@link #image} or {@link TerminalImage#decode}
     */
    public static Terminal of(TerminalImage image, TerminalSettings settings) {
        try {
            StateImage.Restored restored = StateImage.restore(image, settings);
            return new Terminal(restored.emulator(), restored.parser());
        } catch (CorruptImageException corrupt) {
            throw new IllegalArgumentException(corrupt);
        }
    }

    public TerminalImage image() {
        if (image.isEmpty()) {
            image = Optional.of(new TerminalImage(StateImage.write(emulator, parser), emulator.history.blocks()));
        }
        return image.get();
    }

    /** @param micros when it was printed, for the lines' stamps and the limits that are times */
    public void feed(byte[] bytes, int offset, int length, long micros) {
        emulator.micros = micros;
        emulator.printed |= length > 0;
        emulator.sweep();
        try {
            parser.feed(bytes, offset, offset + length);
        } catch (RuntimeException mistake) {
            mistakes++;
            parser.reset();
        }
        changed();
    }

    /** How often the parser had to be reset because of a mistake in it. */
    public long mistakes() {
        return mistakes;
    }

    private void changed() {
        image = Optional.empty();
        emulator.changes.next();
        Modes now = view();
        if (!now.equals(modes)) {
            modes = now;
            emulator.notices.add(new TerminalNotice.ModesChanged());
        }
    }

    private Modes view() {
        return emulator.modes.view(emulator.keyboard.flags());
    }

    /** Rewraps the main screen; what does not fit on the alternate one is hidden until there is room. */
    public void resize(int columns, int rows) {
        if (columns == emulator.columns && rows == emulator.rows) {
            return;
        }
        emulator.sweep();
        emulator.screens.resize(Math.max(1, columns), Math.max(1, rows));
        emulator.modes.synchronise(false, 0);
        if (emulator.is(Mode.RESIZE_REPORTS)) {
            Reports.size(emulator);
        }
        changed();
    }

    /** What feeding brought to light since this was called last. */
    public List<TerminalNotice> takeNotices() {
        return emulator.notices.take();
    }

    /** Whether the program has left something open that {@link #expire} will end: output held back, a string. */
    public boolean waits() {
        return emulator.is(Mode.SYNCHRONISED) || parser.inString();
    }

    /** Ends what has lasted too long: synchronised output, an unterminated string. Returns whether there was any. */
    public boolean expire(long micros) {
        boolean output = emulator.is(Mode.SYNCHRONISED)
                && micros - emulator.modes.synchronisedSince() > SYNCHRONISED_MICROS_MAX;
        boolean string = parser.inString() && micros - parser.stringSince() > STRING_MICROS_MAX;
        if (output) {
            emulator.modes.synchronise(false, 0);
        }
        if (string) {
            parser.reset();
        }
        if (output || string) {
            changed();
        }
        return output || string;
    }

    /** The screen that shows. */
    public Screen screen() {
        return emulator.screen();
    }

    /** The primary screen, even while the alternate one shows. */
    public Screen mainScreen() {
        return emulator.screens.main();
    }

    public boolean alternate() {
        return !emulator.screens.onMain();
    }

    /** The first row between the margins. */
    public int marginTop() {
        return emulator.top;
    }

    /** The last row between the margins. */
    public int marginBottom() {
        return emulator.bottom - 1;
    }

    /** The column in which the main screen was left for the alternate one that shows; -1 if none shows. */
    public int leftAtX() {
        return alternate() ? emulator.screens.leftAt().x() : -1;
    }

    /** The row in which that was. */
    public int leftAtY() {
        return alternate() ? emulator.screens.leftAt().y() : -1;
    }

    public Scrollback history() {
        return emulator.history;
    }

    public Modes modes() {
        return modes;
    }

    public int cursorX() {
        return emulator.x;
    }

    public int cursorY() {
        return emulator.y;
    }

    public int columns() {
        return emulator.columns;
    }

    public int rows() {
        return emulator.rows;
    }

    public String title() {
        return emulator.titles.title();
    }

    /** What OSC 7 told last, as a path, or "". */
    public String directory() {
        return emulator.directory;
    }

    public Palette palette() {
        return emulator.palette;
    }

    /** Grows with every change that can be seen. */
    public long version() {
        return emulator.changes.count();
    }

    /**
     * A new program takes over: no mode of the last one holds. If that one printed anything, the separator stands
     * below it on a line of its own.
     */
    public void beginRun(String separator) {
        parser.reset();
        emulator.screens.endRun();
        if (emulator.printed && !separator.isEmpty()) {
            belowText();
            print(PlainText.of(separator, Titles.BYTES_MAX) + "\r\n");
        }
        emulator.printed = false;
        changed();
    }

    private void belowText() {
        int last = Math.max(emulator.y, emulator.screens.main().filled() - 1);
        emulator.moveTo(0, last);
        if (emulator.screens.main().row(last).used() > 0) {
            emulator.motions.nextLine();
        }
    }

    private void print(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        parser.feed(bytes, 0, bytes.length);
    }

    /** The same program goes on after a gap: only an unfinished sequence is forgotten. */
    public void adopt() {
        parser.reset();
        changed();
    }

    public void clearHistory() {
        emulator.history.clear();
        changed();
    }

    /** Bytes of memory that {@link #forgetOldest} could give back, called again and again. */
    public long spareBytes() {
        return emulator.history.sealedBytes();
    }

    /** Forgets the oldest lines of the history, some hundred of them. */
    public void forgetOldest() {
        emulator.history.forgetBlock();
        changed();
    }

    /** Whether {@link #trim} would change anything. */
    public boolean trims() {
        return emulator.screens.trimmable() > 0;
    }

    /** The rows below the cursor go, and rows come back from the history instead, as many as there are. */
    public void trim() {
        emulator.sweep();
        emulator.screens.trim();
        changed();
    }

    /** As if the program had sent RIS. */
    public void reset() {
        parser.reset();
        emulator.screens.reset();
        changed();
    }

    public void historyLimit(int lines) {
        emulator.history.limit(lines);
        changed();
    }

    /** From now on these options hold. */
    public void obey(TerminalOptions options) {
        emulator.options = options;
    }

    /** The title, from somebody else than the program. */
    public void retitle(String title) {
        emulator.titles.title(PlainText.of(title, Titles.BYTES_MAX));
        changed();
    }

    /** The bytes of the sequence that is not finished yet. */
    public byte[] pendingInput() {
        return parser.pending();
    }
}
