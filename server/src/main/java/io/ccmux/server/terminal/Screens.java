package io.ccmux.server.terminal;

import java.util.function.Consumer;

/** The two screens: the main one, whose lines go to the history, and the alternate one. Each has a saved cursor. */
final class Screens {
    private final Emulator emulator;
    private Screen main;
    /** There is none until a program asks for it. */
    private Alternate alternate;
    private boolean onMain = true;
    private SavedCursor mainSaved = SavedCursor.HOME;
    private SavedCursor alternateSaved = SavedCursor.HOME;
    /** Where the cursor was when the main screen was left. */
    private SavedCursor mainLeft = SavedCursor.HOME;
    /** The margins of the main screen while it does not show; the alternate one starts without. */
    private Margins mainMargins;
    /** The kitty keyboard flags of the screen that does not show. */
    private Keyboard otherKeyboard = new Keyboard();

    Screens(Emulator emulator) {
        this.emulator = emulator;
        main = new Screen(emulator.columns, emulator.rows, emulator.looks, emulator.changes);
        mainMargins = Margins.whole(emulator);
    }

    Screen current() {
        return onMain ? main : alternate.screen();
    }

    Screen main() {
        return main;
    }

    boolean onMain() {
        return onMain;
    }

    /** DECSC. */
    void saveCursor() {
        if (onMain) {
            mainSaved = SavedCursor.of(emulator);
        } else {
            alternateSaved = SavedCursor.of(emulator);
        }
    }

    /** DECRC. */
    void restoreCursor() {
        saved().restore(emulator);
    }

    /** Where the cursor was when the main screen was left. */
    SavedCursor leftAt() {
        return mainLeft;
    }

    SavedCursor saved() {
        return onMain ? mainSaved : alternateSaved;
    }

    /** Modes 47 and 1047. */
    void switchTo(boolean toMain) {
        if (toMain == onMain || !toMain && !emulator.options.alternateScreen()) {
            return;
        }
        if (onMain) {
            mainLeft = SavedCursor.of(emulator);
            mainMargins = Margins.of(emulator);
            emulator.wholeScreen();
            alternate = alternate == null ? new Alternate(emulator) : alternate;
        }
        onMain = toMain;
        if (onMain) {
            mainMargins.restore(emulator);
        }
        emulator.keyboard.exchange(otherKeyboard);
        emulator.printer.breakCluster();
        emulator.changes.next();
        emulator.notices.add(new TerminalNotice.ScreenSwitched(!onMain));
    }

    /** Mode 1049: the cursor is saved, and the alternate screen is clear. */
    void enterAlternate() {
        if (onMain && emulator.options.alternateScreen()) {
            saveCursor();
            switchTo(false);
            alternate.clear(emulator.pen.blank());
        }
    }

    /** Mode 1049 off; on the main screen it restores the cursor only. */
    void leaveAlternate() {
        boolean ignored = onMain && !emulator.options.alternateScreen();
        switchTo(true);
        alternate = null;
        if (!ignored) {
            restoreCursor();
        }
    }

    /** Mode 1047 off. */
    void leaveAlternateCleared() {
        switchTo(true);
        alternate = null;
    }

    /** Before the main screen is cleared: what it shows goes to the history. */
    void keepFilledRows() {
        if (onMain) {
            int filled = main.filled();
            for (int y = 0; y < filled; y++) {
                emulator.history.push(main.row(y));
            }
            emulator.history.endLine();
        }
    }

    /** DECSTR: what a program can have left behind that makes the next one misbehave. */
    void softReset() {
        emulator.modes.softReset();
        emulator.wholeScreen();
        emulator.pen.set(StyleTable.PLAIN, Style.DEFAULT);
        emulator.charsets.reset();
        emulator.keyboard.reset();
        if (onMain) {
            mainSaved = SavedCursor.HOME;
        } else {
            alternateSaved = SavedCursor.HOME;
        }
    }

    /** What ends with the program: everything but the screen, the history and the titles. */
    void endRun() {
        if (!onMain) {
            switchTo(true);
            emulator.moveTo(Math.min(mainLeft.x(), emulator.columns - 1), Math.min(mainLeft.y(), emulator.rows - 1));
        }
        alternate = null;
        emulator.modes.reset();
        emulator.wholeScreen();
        emulator.pen.set(StyleTable.PLAIN, Style.DEFAULT);
        emulator.pen.link(Link.NONE);
        emulator.charsets.reset();
        emulator.tabs.reset();
        emulator.palette.reset();
        emulator.keyboard.reset();
        otherKeyboard = new Keyboard();
        emulator.printer.reset();
        mainSaved = SavedCursor.HOME;
        alternateSaved = SavedCursor.HOME;
    }

    /** RIS. */
    void reset() {
        endRun();
        if (emulator.options.scrollOnClear() && !emulator.settings.resetClearsHistory()) {
            keepFilledRows();
        }
        emulator.titles.forgetStack();
        emulator.pen.forgetNumbers();
        main.clear(0);
        emulator.history.endLine();
        if (emulator.settings.resetClearsHistory()) {
            emulator.history.clear();
        }
        emulator.moveTo(0, 0);
    }

    /** Rows have been erased up to the top or bottom edge, or have left there: no hidden ones come back. */
    void forgetHidden(boolean above, boolean below) {
        if (!onMain) {
            alternate.forget(above, below);
        }
    }

    void forEachRow(Consumer<Row> action) {
        for (int y = 0; y < emulator.rows; y++) {
            action.accept(main.row(y));
            main.row(y).beyond.ifPresent(action);
        }
        if (alternate != null) {
            alternate.forEachRow(action);
        }
    }

    /** Makes both screens that large; the margins are at the edges then. */
    void resize(int columns, int rows) {
        SavedCursor cursor = onMain ? SavedCursor.of(emulator) : mainLeft;
        Reflow reflow = new Reflow(main, emulator.history, emulator.changes);
        reflow.cursor(cursor);
        reflow.saved(mainSaved);
        main = reflow.run(columns, rows);
        mainSaved = reflow.saved();
        int shift = alternate == null ? 0 : alternate.resize(columns, rows, onMain ? 0 : emulator.y);
        emulator.columns = columns;
        emulator.rows = rows;
        emulator.wholeScreen();
        mainMargins = Margins.whole(emulator);
        if (onMain) {
            SavedCursor moved = reflow.cursor();
            emulator.moveTo(moved.x(), moved.y());
            emulator.pendingWrap = moved.pendingWrap();
        } else {
            mainLeft = reflow.cursor();
            emulator.moveTo(Math.min(emulator.x, columns - 1), Math.clamp((long) emulator.y + shift, 0, rows - 1));
        }
    }

    /** How many rows can be taken from below the cursor and given back from the history. */
    int trimmable() {
        return onMain ? Math.min(emulator.rows - 1 - emulator.y, emulator.history.rows()) : 0;
    }

    /** Takes them; the alternate screen has no history. */
    void trim() {
        int rows = emulator.rows;
        int left = rows - trimmable();
        if (left == rows) {
            return;
        }
        emulator.scrolls.unlink(left);
        for (int y = left; y < rows; y++) {
            main.clear(y, 0);
        }
        resize(emulator.columns, left);
        resize(emulator.columns, rows);
        emulator.printer.breakCluster();
    }

    void write(ByteSink sink, LineWriter lines) {
        sink.bool(onMain);
        mainSaved.write(sink);
        alternateSaved.write(sink);
        otherKeyboard.write(sink);
        for (int y = 0; y < main.rows(); y++) {
            lines.write(Wrap.whole(main.row(y)));
        }
        boolean margined = !onMain && !mainMargins.equals(Margins.whole(emulator));
        int form = alternate == null ? Alternate.NONE : alternate.form();
        sink.varint(margined ? form + Alternate.BETWEEN_HIDDEN : form);
        if (alternate != null) {
            alternate.write(sink, lines);
        }
        if (!onMain) {
            mainLeft.write(sink);
        }
        if (margined) {
            mainMargins.write(sink);
        }
    }

    void read(ByteSource source, LineReader lines) throws CorruptImageException {
        onMain = source.bool();
        mainSaved = SavedCursor.read(source);
        alternateSaved = SavedCursor.read(source);
        otherKeyboard.read(source);
        readMain(lines);
        int written = source.number(2 * Alternate.BETWEEN_HIDDEN);
        boolean margined = written > Alternate.BETWEEN_HIDDEN;
        int form = margined ? written - Alternate.BETWEEN_HIDDEN : written;
        if (form != Alternate.NONE) {
            alternate = new Alternate(emulator);
            alternate.read(form, source, lines);
        }
        if (!onMain) {
            mainLeft = SavedCursor.read(source);
        }
        if (margined) {
            mainMargins = Margins.read(source, emulator);
        }
        if (!onMain && alternate == null) {
            throw new CorruptImageException("the screen that shows is missing");
        }
    }

    private void readMain(LineReader lines) throws CorruptImageException {
        for (int y = 0; y < main.rows(); y++) {
            Row row = lines.read(main.columns());
            boolean whole = main.columns() == 1 && row.capacity() == 2 && Cell.wide(row.cell(0));
            if (row.capacity() != main.columns() && !whole) {
                throw new CorruptImageException("a row that is wider than the screen");
            }
            main.replace(y, whole ? Wrap.row(row, 0, 2, 2, 1) : row);
        }
    }
}
