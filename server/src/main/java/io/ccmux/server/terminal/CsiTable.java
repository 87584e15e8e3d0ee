package io.ccmux.server.terminal;

import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.List;

/**
 * The control functions written CSI, perhaps one of {@code < = > ?}, numbers, perhaps an intermediate, and a final
 * byte. A row's sequence is all of that but the numbers.
 */
final class CsiTable {
    private static final int PREFIXES = 5;
    private static final int INTERMEDIATES = 17;
    private static final int FINALS = 64;
    private static final int SGR = 'm';

    /** What a function does with its numbers. */
    private interface Action {
        void run(Emulator emulator, Params params);
    }

    private record Function(String name, String sequence, String what, Action action) {}

    // @formatter:off
    private static final List<Function> FUNCTIONS = List.of(
            csi("ICH",       "@",  "insert blank characters",            (t, p) -> t.edits.insertCharacters(p.amount(0))),
            csi("CUU",       "A",  "cursor up",                          (t, p) -> t.motions.up(p.amount(0))),
            csi("CUD",       "B",  "cursor down",                        (t, p) -> t.motions.down(p.amount(0))),
            csi("CUF",       "C",  "cursor right",                       (t, p) -> t.motions.forward(p.amount(0))),
            csi("CUB",       "D",  "cursor left",                        (t, p) -> t.motions.back(p.amount(0))),
            csi("CNL",       "E",  "next line",                          (t, p) -> t.motions.nextLine(p.amount(0))),
            csi("CPL",       "F",  "previous line",                      (t, p) -> t.motions.previousLine(p.amount(0))),
            csi("CHA",       "G",  "to a column",                        (t, p) -> t.motions.column(p.amount(0))),
            csi("CUP",       "H",  "to a row and column",                (t, p) -> t.motions.position(p.amount(0), p.amount(1))),
            csi("CHT",       "I",  "forward some tab stops",             (t, p) -> t.motions.tab(p.amount(0))),
            csi("ED",        "J",  "erase in display; 3: the history",   (t, p) -> t.edits.eraseDisplay(p.number(0))),
            csi("EL",        "K",  "erase in line",                      (t, p) -> t.edits.eraseLine(p.number(0))),
            csi("IL",        "L",  "insert lines",                       (t, p) -> t.scrolls.insertLines(p.amount(0))),
            csi("DL",        "M",  "delete lines",                       (t, p) -> t.scrolls.deleteLines(p.amount(0))),
            csi("DCH",       "P",  "delete characters",                  (t, p) -> t.edits.deleteCharacters(p.amount(0))),
            csi("SU",        "S",  "scroll up",                          (t, p) -> t.scrolls.up(p.amount(0))),
            csi("SD",        "T",  "scroll down",                        CsiTable::scrollDown),
            csi("ECH",       "X",  "erase characters",                   (t, p) -> t.edits.eraseCharacters(p.amount(0))),
            csi("CBT",       "Z",  "back some tab stops",                (t, p) -> t.motions.backTab(p.amount(0))),
            csi("SD",        "^",  "scroll down, as ECMA-48 first had it", (t, p) -> t.scrolls.down(p.amount(0))),
            csi("HPA",       "`",  "to a column",                        (t, p) -> t.motions.column(p.amount(0))),
            csi("HPR",       "a",  "right, past margins",                (t, p) -> t.motions.columnRelative(p.amount(0))),
            csi("REP",       "b",  "repeat the last character",          (t, p) -> t.printer.repeat(p.amount(0))),
            csi("DA1",       "c",  "primary device attributes",          (t, p) -> Reports.primaryAttributes(t, p)),
            csi("VPA",       "d",  "to a row",                           (t, p) -> t.motions.row(p.amount(0))),
            csi("VPR",       "e",  "down, past margins",                 (t, p) -> t.motions.rowRelative(p.amount(0))),
            csi("HVP",       "f",  "to a row and column",                (t, p) -> t.motions.position(p.amount(0), p.amount(1))),
            csi("TBC",       "g",  "clear tab stops",                    CsiTable::clearTabs),
            csi("SM",        "h",  "set modes",                          (t, p) -> ModeTable.set(t, p, false, true)),
            csi("RM",        "l",  "reset modes",                        (t, p) -> ModeTable.set(t, p, false, false)),
            csi("SGR",       "m",  "how printed text looks",             (t, p) -> Sgr.apply(p, t.pen)),
            csi("DSR",       "n",  "status; cursor position",            (t, p) -> Reports.status(t, p.number(0))),
            csi("DECSTBM",   "r",  "top and bottom margins",             CsiTable::verticalMargins),
            csi("DECSLRM",   "s",  "left and right margins if mode 69 is on; else save the cursor (SCOSC)", CsiTable::horizontalMargins),
            csi("XTWINOPS",  "t",  "report sizes (14 16 18 19), title stack (22 23); all else ignored", Reports::window),
            csi("SCORC",     "u",  "restore the cursor",                 (t, p) -> t.screens.restoreCursor()),
            csi("DECREQTPARM", "x", "terminal parameters",               (t, p) -> Reports.parameters(t, p.number(0))),
            csi("SL",        " @", "scroll left",                        (t, p) -> t.scrolls.left(p.amount(0))),
            csi("SR",        " A", "scroll right",                       (t, p) -> t.scrolls.right(p.amount(0))),
            csi("DECSCUSR",  " q", "shape of the cursor, 0 to 6",        (t, p) -> t.modes.cursorStyle(p.number(0))),
            csi("DECSTR",    "!p", "soft reset",                         (t, p) -> t.screens.softReset()),
            csi("DECSCA",    "\"q", "protect from selective erasure",    CsiTable::protect),
            csi("DECSCL",    "\"p", "conformance level: soft reset only", (t, p) -> t.screens.softReset()),
            csi("DECRQM",    "$p", "report an ANSI mode",                (t, p) -> ModeTable.report(t, p.number(0), false)),
            csi("DECRQM",    "?$p", "report a private mode",             (t, p) -> ModeTable.report(t, p.number(0), true)),
            csi("DECCRA",    "$v", "copy a rectangle",                   (t, p) -> t.rectangles.copy(p)),
            csi("DECFRA",    "$x", "fill a rectangle",                   (t, p) -> t.rectangles.fill(p)),
            csi("DECERA",    "$z", "erase a rectangle",                  (t, p) -> t.rectangles.erase(p)),
            csi("DECSERA",   "${", "erase a rectangle selectively",      (t, p) -> t.rectangles.eraseSelectively(p)),
            csi("DECCARA",   "$r", "change attributes in a rectangle: 0 1 4 5 7 8 22 24 25 27 28", (t, p) -> t.rectangles.change(p)),
            csi("DECRARA",   "$t", "reverse attributes in a rectangle: 0 1 4 5 7 8", (t, p) -> t.rectangles.reverse(p)),
            csi("DECSACE",   "*x", "what these change: 2 rectangles, else all from the first cell to the last", (t, p) -> t.modes.set(Mode.RECTANGLE_EXTENT, p.number(0) == 2)),
            csi("DECRQCRA",  "*y", "checksum of a rectangle, if allow-screen-checksum lets programs know what is on the screen", (t, p) -> t.rectangles.checksum(p)),
            csi("DECIC",     "'}", "insert columns",                     (t, p) -> t.scrolls.insertColumns(p.amount(0))),
            csi("DECDC",     "'~", "delete columns",                     (t, p) -> t.scrolls.deleteColumns(p.amount(0))),
            csi("DECSED",    "?J", "erase in display selectively",       (t, p) -> t.edits.eraseDisplaySelectively(p.number(0))),
            csi("DECSEL",    "?K", "erase in line selectively",          (t, p) -> t.edits.eraseLineSelectively(p.number(0))),
            csi("DECST8C",   "?W", "5: a tab stop every 8 columns",      CsiTable::resetTabs),
            csi("DECSET",    "?h", "set private modes",                  (t, p) -> ModeTable.set(t, p, true, true)),
            csi("DECRST",    "?l", "reset private modes",                (t, p) -> ModeTable.set(t, p, true, false)),
            csi("XTSAVE",    "?s", "save private modes",                 ModeTable::save),
            csi("XTRESTORE", "?r", "restore private modes",              ModeTable::recall),
            csi("XTQMODKEYS", "?m", "report modifyOtherKeys",            (t, p) -> Reports.modifyOtherKeys(t, p.number(0))),
            csi("DECDSR",    "?n", "cursor position (6); dark or light (996); what a VT420 tells of its devices (15 25 26 53 55 56 62 63 75 85)", Reports::privateStatus),
            csi("XTSMGRAPHICS", "?S", "graphics: only the number of colours is reported", Reports::graphics),
            csi("KITTY",     "?u", "report the kitty keyboard flags",    (t, p) -> t.notices.reply("\033[?" + t.keyboard.flags() + "u")),
            csi("KITTY",     ">u", "push kitty keyboard flags",          (t, p) -> t.keyboard.push(p.number(0))),
            csi("KITTY",     "<u", "pop kitty keyboard flags",           (t, p) -> t.keyboard.pop(p.amount(0))),
            csi("KITTY",     "=u", "set kitty keyboard flags",           (t, p) -> t.keyboard.set(p.number(0), p.amount(1))),
            csi("DA2",       ">c", "secondary device attributes",        (t, p) -> Reports.secondaryAttributes(t, p)),
            csi("DA3",       "=c", "tertiary device attributes",         (t, p) -> Reports.tertiaryAttributes(t, p)),
            csi("XTVERSION", ">q", "name and version",                   (t, p) -> Reports.version(t, p)),
            csi("XTMODKEYS", ">m", "modifyOtherKeys (4); others ignored", CsiTable::modifyKeys),
            csi("XTFMTKEYS", ">f", "formatOtherKeys (4): 1 CSI u, 0 CSI 27; others ignored", CsiTable::formatKeys),
            csi("XTMODKEYS", ">n", "modifyOtherKeys off",                CsiTable::unmodifyKeys));
    // @formatter:on

    private static final Function[] BY_KEY = index();

    private CsiTable() {}

    private static Function csi(String name, String sequence, String what, Action action) {
        return new Function(name, sequence, what, action);
    }

    private static Function[] index() {
        Function[] byKey = new Function[PREFIXES * INTERMEDIATES * FINALS];
        for (Function function : FUNCTIONS) {
            String sequence = function.sequence;
            int prefix = sequence.charAt(0) >= '<' && sequence.charAt(0) <= '?' ? sequence.charAt(0) : 0;
            int beforeLast = sequence.length() > (prefix == 0 ? 1 : 2) ? sequence.charAt(sequence.length() - 2) : 0;
            byKey[key(prefix, beforeLast, sequence.charAt(sequence.length() - 1))] = function;
        }
        return byKey;
    }

    private static int key(int prefix, int intermediate, int last) {
        int first = prefix == 0 ? 0 : prefix - '<' + 1;
        int second = intermediate == 0 ? 0 : intermediate - 0x1F;
        return (first * INTERMEDIATES + second) * FINALS + last - 0x40;
    }

    /** Does what the sequence asks for; nothing if it is unknown, or has a colon that only SGR may have. */
    static void run(int prefix, int intermediate, int last, Emulator emulator, Params params) {
        Function function = BY_KEY[key(prefix, intermediate, last)];
        if (function != null && (last == SGR || !params.colons())) {
            function.action.run(emulator, params);
        }
    }

    static List<ControlFunction> functions() {
        return FUNCTIONS.stream().map(f -> new ControlFunction("CSI", f.sequence, f.name, f.what, Status.WORKS))
                .toList();
    }

    /** With five numbers it is mouse tracking of an old kind. */
    private static void scrollDown(Emulator terminal, Params params) {
        if (params.count() <= 1) {
            terminal.scrolls.down(params.amount(0));
        }
    }

    private static void clearTabs(Emulator terminal, Params params) {
        if (params.number(0) == 0) {
            terminal.tabs.clear(terminal.x);
        } else if (params.number(0) == 3) {
            terminal.tabs.clear();
        }
    }

    private static void resetTabs(Emulator terminal, Params params) {
        if (params.number(0) == 5) {
            terminal.tabs.reset();
        }
    }

    private static void verticalMargins(Emulator terminal, Params params) {
        int top = params.amount(0) - 1;
        int bottom = params.number(1) == 0 ? terminal.rows : Math.min(params.number(1), terminal.rows);
        if (top < bottom - 1 || terminal.rows == 1) {
            terminal.top = Math.min(top, terminal.rows - 1);
            terminal.bottom = bottom;
            terminal.motions.home();
        }
    }

    private static void horizontalMargins(Emulator terminal, Params params) {
        if (!terminal.is(Mode.MARGINS)) {
            terminal.screens.saveCursor();
            return;
        }
        int left = params.amount(0) - 1;
        int right = params.number(1) == 0 ? terminal.columns : Math.min(params.number(1), terminal.columns);
        if (left < right - 1) {
            terminal.left = left;
            terminal.right = right;
            terminal.motions.home();
        }
    }

    private static void protect(Emulator terminal, Params params) {
        terminal.modes.set(Mode.ISO_PROTECTION, false);
        if (params.number(0) == 1) {
            terminal.pen.add(Style.PROTECTED);
        } else if (params.number(0) == 0 || params.number(0) == 2) {
            terminal.pen.remove(Style.PROTECTED);
        }
    }

    private static void modifyKeys(Emulator terminal, Params params) {
        if (params.count() == 0 || params.number(0) == 4) {
            terminal.modes.modifyOtherKeys(params.number(1));
        }
    }

    private static void formatKeys(Emulator terminal, Params params) {
        if (params.count() == 0 || params.number(0) == 4) {
            terminal.modes.set(Mode.CSI_U_KEYS, params.number(1) == 1);
        }
    }

    private static void unmodifyKeys(Emulator terminal, Params params) {
        if (params.number(0) == 4) {
            terminal.modes.modifyOtherKeys(0);
        }
    }
}
