package io.ccmux.server.terminal;

import io.ccmux.server.terminal.Modes.MouseEncoding;
import io.ccmux.server.terminal.Modes.MouseTracking;
import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The modes SM, RM, DECSET and DECRST switch, and what DECRQM says of them. */
final class ModeTable {
    private static final int UNKNOWN = 0;
    private static final int SET = 1;
    private static final int RESET = 2;
    private static final int ALWAYS_SET = 3;
    private static final int ALWAYS_RESET = 4;

    /** What comes with a mode when it is switched. */
    private interface Switch {
        void to(boolean on, Emulator emulator);
    }

    /** How a mode is, as DECRQM numbers it. */
    private interface Answer {
        int of(Emulator emulator);
    }

    private record Row(String name, boolean ansi, int number, String what, Answer answer, Switch change,
            Optional<Mode> flag) {}

    private static final Switch NOTHING = (on, terminal) -> {};

    // @formatter:off
    private static final List<Row> ROWS = List.of(
            fixed("GATM",    true,  1, "guarded areas are transferred: never", ALWAYS_RESET),
            fixed("KAM",     true,  2, "keyboard locked: never",            ALWAYS_RESET),
            flag("IRM",      true,  4, "insert instead of replace",         Mode.INSERT, NOTHING),
            fixed("SRTM",    true,  5, "status is reported unasked: never", ALWAYS_RESET),
            fixed("VEM",     true,  7, "lines are inserted above: never",   ALWAYS_RESET),
            fixed("HEM",     true, 10, "characters are inserted before: never", ALWAYS_RESET),
            fixed("PUM",     true, 11, "positions are units: never",        ALWAYS_RESET),
            fixed("SRM",     true, 12, "no local echo: always",             ALWAYS_SET),
            fixed("FEAM",    true, 13, "format effectors are stored: never", ALWAYS_RESET),
            fixed("FETM",    true, 14, "format effectors are transferred: never", ALWAYS_RESET),
            fixed("MATM",    true, 15, "several areas are transferred: never", ALWAYS_RESET),
            fixed("TTM",     true, 16, "a transfer ends at the cursor: never", ALWAYS_RESET),
            fixed("SATM",    true, 17, "what was selected is transferred: never", ALWAYS_RESET),
            fixed("TSM",     true, 18, "tab stops belong to a line: never", ALWAYS_RESET),
            fixed("EBM",     true, 19, "what is edited is the screen: never", ALWAYS_RESET),
            flag("LNM",      true, 20, "line feed returns the carriage too", Mode.NEW_LINE, NOTHING),
            flag("DECCKM",   false, 1, "cursor keys as the application wants them", Mode.APPLICATION_CURSOR, NOTHING),
            flag("DECCOLM",  false, 3, "132 columns: with mode 40 the screen is cleared, the size stays", Mode.COLUMNS_132, ModeTable::columns),
            fixed("DECSCLM", false, 4, "smooth scrolling: never",           ALWAYS_RESET),
            flag("DECSCNM",  false, 5, "the whole screen reversed",         Mode.REVERSE_SCREEN, (on, t) -> t.changes.next()),
            flag("DECOM",    false, 6, "rows and columns count from the margins", Mode.ORIGIN, (on, t) -> t.motions.home()),
            flag("DECAWM",   false, 7, "lines wrap at the right margin",    Mode.AUTO_WRAP, NOTHING),
            fixed("DECARM",  false, 8, "keys repeat: always",               ALWAYS_SET),
            mouse("X10",     9, "presses of mouse buttons",                 MouseTracking.X10),
            flag("ATT610",   false, 12, "the cursor blinks",                Mode.CURSOR_BLINK, NOTHING),
            flag("DECTCEM",  false, 25, "the cursor shows",                 Mode.CURSOR_VISIBLE, NOTHING),
            flag("XT132",    false, 40, "DECCOLM may clear the screen",     Mode.COLUMNS_ALLOWED, NOTHING),
            flag("XTMOREFIX", false, 41, "a tab wraps if what is printed next would", Mode.MORE_FIX, NOTHING),
            flag("XTREVWRAP", false, 45, "backspace wraps to the row above", Mode.REVERSE_WRAP, NOTHING),
            custom("XTALT47", 47, "alternate screen",                       t -> !t.screens.onMain(), (on, t) -> t.screens.switchTo(!on)),
            flag("DECNKM",   false, 66, "keypad as the application wants it", Mode.APPLICATION_KEYPAD, NOTHING),
            fixed("DECBKM",  false, 67, "backarrow sends BS: never",        ALWAYS_RESET),
            flag("DECLRMM",  false, 69, "left and right margins",           Mode.MARGINS, ModeTable::margins),
            fixed("DECSDM",  false, 80, "sixel display mode: no sixels",    ALWAYS_RESET),
            mouse("MOUSE",   1000, "presses and releases",                  MouseTracking.NORMAL),
            fixed("HILITE",  false, 1001, "highlight tracking: never",      ALWAYS_RESET),
            mouse("DRAG",    1002, "and movements with a button held",      MouseTracking.BUTTON),
            mouse("MOTION",  1003, "and all movements",                     MouseTracking.ANY),
            flag("FOCUS",    false, 1004, "focus gained and lost is reported", Mode.FOCUS_REPORTS, NOTHING),
            encoding("UTF8MOUSE",  1005, "mouse coordinates in UTF-8",      MouseEncoding.UTF8),
            encoding("SGRMOUSE",   1006, "mouse reports as CSI <",          MouseEncoding.SGR),
            flag("ALTSCROLL", false, 1007, "the wheel sends cursor keys on the alternate screen", Mode.ALTERNATE_SCROLL, NOTHING),
            encoding("URXVTMOUSE", 1015, "mouse reports in decimal",        MouseEncoding.URXVT),
            fixed("PIXELMOUSE", false, 1016, "mouse reports in pixels: never", ALWAYS_RESET),
            flag("XTREVWRAP2", false, 1045, "backspace wraps round the screen", Mode.REVERSE_WRAP_FAR, NOTHING),
            custom("XTALT1047", 1047, "alternate screen, cleared when left", t -> !t.screens.onMain(), ModeTable::alternateCleared),
            custom("XTSAVEC", 1048, "save the cursor, restore it",          t -> !t.screens.saved().equals(SavedCursor.HOME), ModeTable::cursor),
            custom("XTALT1049", 1049, "save the cursor, clear alternate screen", t -> !t.screens.onMain(), ModeTable::alternate),
            flag("PASTE",    false, 2004, "pastes are bracketed",           Mode.BRACKETED_PASTE, NOTHING),
            flag("SYNC",     false, 2026, "nothing is shown until it is off, or a second has passed", Mode.SYNCHRONISED, (on, t) -> t.modes.synchronise(on, t.micros)),
            fixed("GRAPHEME", false, 2027, "grapheme clusters: always",      ALWAYS_SET),
            flag("THEME",    false, 2031, "changes between dark and light are reported", Mode.THEME_REPORTS, NOTHING),
            flag("RESIZE",   false, 2048, "changes of size are reported",   Mode.RESIZE_REPORTS, ModeTable::resizeReports));
    // @formatter:on

    private static final Map<Integer, Row> ANSI = index(true);
    private static final Map<Integer, Row> PRIVATE = index(false);

    private ModeTable() {}

    private static Row flag(String name, boolean ansi, int number, String what, Mode mode, Switch change) {
        Answer answer = terminal -> terminal.is(mode) ? SET : RESET;
        Switch both = (on, terminal) -> {
            terminal.modes.set(mode, on);
            change.to(on, terminal);
        };
        return new Row(name, ansi, number, what, answer, both, Optional.of(mode));
    }

    private static Row fixed(String name, boolean ansi, int number, String what, int state) {
        return new Row(name, ansi, number, what, terminal -> state, NOTHING, Optional.empty());
    }

    private static Row custom(String name, int number, String what, Predicate<Emulator> state, Switch change) {
        Answer answer = terminal -> state.test(terminal) ? SET : RESET;
        return new Row(name, false, number, what, answer, change, Optional.empty());
    }

    private static Row mouse(String name, int number, String what, MouseTracking tracking) {
        return custom(name, number, what, terminal -> terminal.modes.mouse() == tracking, (on, terminal) -> {
            if (on || terminal.modes.mouse() == tracking) {
                terminal.modes.mouse(on ? tracking : MouseTracking.OFF);
            }
        });
    }

    private static Row encoding(String name, int number, String what, MouseEncoding encoding) {
        return custom(name, number, what, terminal -> terminal.modes.encoding() == encoding, (on, terminal) -> {
            if (on || terminal.modes.encoding() == encoding) {
                terminal.modes.encoding(on ? encoding : MouseEncoding.DEFAULT);
            }
        });
    }

    private static Map<Integer, Row> index(boolean ansi) {
        Map<Integer, Row> byNumber = new HashMap<>();
        ROWS.stream().filter(row -> row.ansi == ansi).forEach(row -> byNumber.put(row.number, row));
        return byNumber;
    }

    private static Optional<Row> row(int number, boolean isPrivate) {
        return Optional.ofNullable((isPrivate ? PRIVATE : ANSI).get(number));
    }

    static void set(Emulator terminal, Params params, boolean isPrivate, boolean on) {
        for (int i = 0; i < params.count(); i++) {
            row(params.number(i), isPrivate).ifPresent(row -> row.change.to(on, terminal));
        }
    }

    static void save(Emulator terminal, Params params) {
        for (int i = 0; i < params.count(); i++) {
            row(params.number(i), true).flatMap(Row::flag).ifPresent(terminal.modes::save);
        }
    }

    static void recall(Emulator terminal, Params params) {
        for (int i = 0; i < params.count(); i++) {
            row(params.number(i), true).filter(row -> row.flag.isPresent())
                    .ifPresent(row -> row.change.to(terminal.modes.recall(row.flag.get()), terminal));
        }
    }

    /** DECRQM. */
    static void report(Emulator terminal, int number, boolean isPrivate) {
        int state = row(number, isPrivate).map(row -> row.answer.of(terminal)).orElse(UNKNOWN);
        terminal.notices.reply("\033[" + (isPrivate ? "?" : "") + number + ";" + state + "$y");
    }

    static List<ControlFunction> functions() {
        return ROWS.stream().map(row -> new ControlFunction(row.ansi ? "ANSI mode" : "private mode",
                Integer.toString(row.number), row.name, row.what,
                row.change.equals(NOTHING) ? Status.FIXED : Status.WORKS)).toList();
    }

    /** Those that were set stay if the mode was on already. */
    private static void margins(boolean on, Emulator terminal) {
        if (!on) {
            terminal.wholeWidth();
        }
    }

    private static void columns(boolean on, Emulator terminal) {
        if (terminal.is(Mode.COLUMNS_ALLOWED)) {
            terminal.modes.set(Mode.MARGINS, false);
            terminal.wholeScreen();
            terminal.screens.forgetHidden(true, true);
            terminal.screen().clear(terminal.pen.blank());
            terminal.moveTo(0, 0);
        }
    }

    private static void alternateCleared(boolean on, Emulator terminal) {
        if (on) {
            terminal.screens.switchTo(false);
        } else {
            terminal.screens.leaveAlternateCleared();
        }
    }

    private static void alternate(boolean on, Emulator terminal) {
        if (on) {
            terminal.screens.enterAlternate();
        } else {
            terminal.screens.leaveAlternate();
        }
    }

    private static void cursor(boolean on, Emulator terminal) {
        if (on) {
            terminal.screens.saveCursor();
        } else {
            terminal.screens.restoreCursor();
        }
    }

    private static void resizeReports(boolean on, Emulator terminal) {
        if (on) {
            Reports.size(terminal);
        }
    }
}
