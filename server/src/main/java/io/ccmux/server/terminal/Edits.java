package io.ccmux.server.terminal;

import java.util.Arrays;
import java.util.Optional;

/** Cells are erased, inserted and deleted; what is erased keeps the background of the pen. */
final class Edits {
    private final Emulator emulator;

    Edits(Emulator emulator) {
        this.emulator = emulator;
    }

    /** SPA and EPA: what is printed in between only ED, EL and ECH leave alone, as DECSCA's does DECSED and DECSEL. */
    void protectFromErasure(boolean on) {
        emulator.modes.set(Mode.ISO_PROTECTION, true);
        if (on) {
            emulator.pen.add(Style.PROTECTED);
        } else {
            emulator.pen.remove(Style.PROTECTED);
        }
    }

    /** ED: 0 from the cursor on, 1 up to it, 2 all, 3 the history. A pending wrap stays, as with EL. */
    void eraseDisplay(int what) {
        switch (what) {
            case 0 -> {
                emulator.screens.forgetHidden(emulator.x == 0 && emulator.y == 0, true);
                eraseLine(0);
                eraseRows(emulator.y + 1, emulator.rows);
            }
            case 1 -> {
                eraseRows(0, emulator.y);
                eraseLine(1);
            }
            case 2 -> eraseAll();
            case 3 -> emulator.history.clear();
            default -> {
                // others mean nothing
            }
        }
        emulator.printer.breakCluster();
    }

    private void eraseAll() {
        if (emulator.options.scrollOnClear()) {
            emulator.screens.keepFilledRows();
        }
        eraseRows(0, emulator.rows);
    }

    private void eraseRows(int from, int to) {
        if (from < to) {
            emulator.scrolls.unlink(from);
            emulator.screens.forgetHidden(from == 0, to == emulator.rows);
        }
        for (int y = from; y < to; y++) {
            if (emulator.is(Mode.ISO_PROTECTION)) {
                eraseUnprotected(y, 0, emulator.columns);
            } else {
                emulator.screen().clear(y, emulator.pen.blank());
            }
        }
    }

    /** EL: 0 from the cursor on, 1 up to it, 2 all. While a wrap is pending the cursor is behind the last cell. */
    void eraseLine(int what) {
        if (what > 2) {
            return;
        }
        int from = what != 0 ? 0 : emulator.pendingWrap ? emulator.x + 1 : emulator.x;
        int to = what == 1 ? emulator.x + 1 : emulator.columns;
        if (from == 0) {
            emulator.scrolls.unlink(emulator.y);
        }
        if (from < to) {
            erase(from, to);
        }
        if (what != 1) {
            emulator.edit().beyond = Optional.empty();
        }
        emulator.printer.breakCluster();
    }

    /** Blanks cells of the cursor's row; those that SPA protects stay. */
    private void erase(int from, int to) {
        if (emulator.is(Mode.ISO_PROTECTION)) {
            eraseUnprotected(emulator.y, from, to);
        } else {
            emulator.edit().erase(from, to, emulator.pen.blank());
        }
    }

    /** ECH. */
    void eraseCharacters(int count) {
        int to = Math.min(emulator.x + count, emulator.columns);
        erase(emulator.x, to);
        emulator.settle();
    }

    /** ICH. */
    void insertCharacters(int count) {
        insertBlanks(count);
        emulator.settle();
    }

    /** Makes room, as for what is printed in insert mode: only between the margins. */
    void insertBlanks(int count) {
        if (emulator.betweenMargins()) {
            int cells = Math.min(count, emulator.right - emulator.x);
            emulator.edit().insert(emulator.x, emulator.right, cells, emulator.pen.blank());
        }
    }

    /** DCH. */
    void deleteCharacters(int count) {
        if (emulator.betweenMargins()) {
            int cells = Math.min(count, emulator.right - emulator.x);
            emulator.edit().delete(emulator.x, emulator.right, cells, emulator.pen.blank());
        }
        emulator.settle();
    }

    /** DECSED: like ED, but protected cells stay. */
    void eraseDisplaySelectively(int what) {
        int from = what == 0 ? emulator.y : 0;
        int to = what == 1 ? emulator.y + 1 : emulator.rows;
        if (what > 2) {
            return;
        }
        for (int y = from; y < to; y++) {
            boolean here = y == emulator.y;
            int start = here && what == 0 ? emulator.x : 0;
            int end = here && what == 1 ? emulator.x + 1 : emulator.columns;
            eraseSelectively(y, start, end);
        }
        emulator.settle();
    }

    /** DECSEL. */
    void eraseLineSelectively(int what) {
        if (what <= 2) {
            int end = what == 1 ? emulator.x + 1 : emulator.columns;
            eraseSelectively(emulator.y, what == 0 ? emulator.x : 0, end);
            emulator.settle();
        }
    }

    /** Blanks those of the cells that DECSCA does not protect. */
    void eraseSelectively(int y, int from, int to) {
        if (emulator.is(Mode.ISO_PROTECTION)) {
            emulator.edit(y).erase(from, to, emulator.pen.blank());
        } else {
            eraseUnprotected(y, from, to);
        }
    }

    private void eraseUnprotected(int y, int from, int to) {
        Row row = emulator.edit(y);
        int start = from;
        for (int x = from; x < to;) {
            int end = Math.min(row.styleEnd(x), to);
            if (emulator.looks.styles().isProtected(row.styleNumber(x))) {
                if (x > start) {
                    row.erase(start, x, emulator.pen.blank());
                }
                start = end;
            }
            x = end;
        }
        if (to > start) {
            row.erase(start, to, emulator.pen.blank());
        }
    }

    /** DECALN: the screen full of E, margins away, cursor home. */
    void alignmentPattern() {
        emulator.wholeScreen();
        emulator.screens.forgetHidden(true, true);
        byte[] pattern = new byte[emulator.columns];
        Arrays.fill(pattern, (byte) 'E');
        for (int y = 0; y < emulator.rows; y++) {
            Row row = emulator.edit(y);
            row.clear(0);
            row.print(0, pattern, 0, pattern.length, 0);
        }
        emulator.moveTo(0, 0);
    }
}
