package io.ccmux.server.terminal;

import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The control functions written ESC, perhaps an intermediate, and a final byte. */
final class EscTable {
    private static final int FINALS = 128;
    private static final int INTERMEDIATES = 17;

    private record Function(String name, String sequence, String what, Consumer<Emulator> action) {}

    private static final Consumer<Emulator> NOTHING = terminal -> {};

    // @formatter:off
    private static final List<Function> FUNCTIONS = List.of(
            esc("DECBI",   "6",  "back index: left, columns scroll at the left margin", t -> t.scrolls.backIndex()),
            esc("DECSC",   "7",  "save the cursor",                                     t -> t.screens.saveCursor()),
            esc("DECRC",   "8",  "restore the cursor",                                  t -> t.screens.restoreCursor()),
            esc("DECFI",   "9",  "forward index: right, columns scroll at the right margin", t -> t.scrolls.forwardIndex()),
            esc("DECPAM",  "=",  "application keypad",         t -> t.modes.set(Mode.APPLICATION_KEYPAD, true)),
            esc("DECPNM",  ">",  "numeric keypad",             t -> t.modes.set(Mode.APPLICATION_KEYPAD, false)),
            esc("IND",     "D",  "index: down, lines scroll at the bottom margin",      t -> t.motions.index()),
            esc("NEL",     "E",  "next line",                                           t -> t.motions.nextLine()),
            esc("HTS",     "H",  "set a tab stop",                                      t -> t.tabs.set(t.x)),
            esc("RI",      "M",  "reverse index: up, lines scroll at the top margin",   t -> t.motions.reverseIndex()),
            esc("SS2",     "N",  "G2 for one character",                                t -> t.charsets.shiftOnce(2)),
            esc("SS3",     "O",  "G3 for one character",                                t -> t.charsets.shiftOnce(3)),
            esc("SPA",     "V",  "protect from erasure",       t -> t.edits.protectFromErasure(true)),
            esc("EPA",     "W",  "protect no more",            t -> t.edits.protectFromErasure(false)),
            esc("DECID",   "Z",  "identify: as DA1",                                    Reports::primaryAttributes),
            esc("ST",      "\\", "end of a string; nothing by itself",                  NOTHING),
            esc("RIS",     "c",  "full reset; the history is kept unless the user wants otherwise", t -> t.screens.reset()),
            esc("LS2",     "n",  "G2 from now on",                                      t -> t.charsets.shift(2)),
            esc("LS3",     "o",  "G3 from now on",                                      t -> t.charsets.shift(3)),
            esc("DECALN",  "#8", "fill the screen with E",                              t -> t.edits.alignmentPattern()),
            esc("DECDHL",  "#3", "double height: ignored",                              NOTHING),
            esc("DECDHL",  "#4", "double height: ignored",                              NOTHING),
            esc("DECSWL",  "#5", "single width: what it is anyway",                     NOTHING),
            esc("DECDWL",  "#6", "double width: ignored",                               NOTHING),
            esc("S7C1T",   " F", "7-bit answers: what they are anyway",                 NOTHING),
            esc("S8C1T",   " G", "8-bit answers: ignored",                              NOTHING),
            esc("DOCS",    "%G", "UTF-8: what it is anyway",                            NOTHING),
            esc("DOCS",    "%@", "not UTF-8: ignored",                                  NOTHING));

    /** A string of its own, and those that name a set: their final byte is looked up by {@link Charsets}. */
    private static final List<ControlFunction> OTHERS = List.of(
            new ControlFunction("ESC", "k", "SCREEN", "name of the window up to ST or BEL, if allow-rename lets it",
                    Status.WORKS),
            designation("(", "G0"), designation(")", "G1"), designation("*", "G2"), designation("+", "G3"));
    // @formatter:on

    private static final Function[] BY_KEY = index();

    private EscTable() {}

    private static Function esc(String name, String sequence, String what, Consumer<Emulator> action) {
        return new Function(name, sequence, what, action);
    }

    private static Function[] index() {
        Function[] byKey = new Function[INTERMEDIATES * FINALS];
        for (Function function : FUNCTIONS) {
            String sequence = function.sequence;
            int intermediate = sequence.length() == 1 ? 0 : sequence.charAt(0);
            byKey[key(intermediate, sequence.charAt(sequence.length() - 1))] = function;
        }
        return byKey;
    }

    private static int key(int intermediate, int last) {
        return (intermediate == 0 ? 0 : intermediate - 0x1F) * FINALS + last;
    }

    /** Does what the sequence asks for; nothing if it is unknown. */
    static void run(int intermediate, int last, Emulator emulator) {
        int set = intermediate < '(' || intermediate > '+' ? -1 : intermediate - '(';
        if (set >= 0) {
            emulator.charsets.designate(set, (char) last);
            return;
        }
        Function function = BY_KEY[key(intermediate, last)];
        if (function != null) {
            function.action.accept(emulator);
        }
    }

    private static ControlFunction designation(String sequence, String set) {
        return new ControlFunction("ESC", sequence, "SCS", set + ": 0 DEC graphics, A British, any other ASCII",
                Status.WORKS);
    }

    static List<ControlFunction> functions() {
        Stream<ControlFunction> functions = FUNCTIONS.stream().map(
                f -> new ControlFunction("ESC", f.sequence, f.name, f.what, Status.of(!f.action.equals(NOTHING))));
        return Stream.concat(functions, OTHERS.stream()).toList();
    }
}
