package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The control functions written DCS, numbers, perhaps an intermediate, a final byte, and a string up to ST. */
final class DcsTable {
    /** What the string of a passthrough starts with, after the final byte t. */
    private static final byte[] PASSTHROUGH = "mux;".getBytes(UTF_8);

    private interface Action {
        void run(Emulator emulator, byte[] string);
    }

    /** A function of this kind; those that are not in the table are swallowed. */
    record Function(String name, String sequence, String what, Action action) {
        void run(Emulator emulator, byte[] string) {
            action.run(emulator, string);
        }

        /** Whether an ESC in this string that another one follows belongs to it, as far as the string goes. */
        boolean doublesEscapes(byte[] string, int length) {
            return sequence.equals("t") && startsPassthrough(string, length);
        }
    }

    // @formatter:off
    private static final List<Function> FUNCTIONS = List.of(
            new Function("DECRQSS",   "$q", "report a setting: m r s t \" q\" \"p \"q *| $|; 0 if it would be longer than 64 bytes", (t, s) -> Reports.setting(t, new String(s, UTF_8))),
            new Function("XTGETTCAP", "+q", "report terminfo capabilities",        (t, s) -> Reports.capabilities(t, new String(s, UTF_8))),
            new Function("TMUX",      "t",  "tmux; passes the rest to the terminals outside, if the user lets it", DcsTable::passthrough));
    // @formatter:on

    /** The string is swallowed. */
    static final Function NONE = new Function("", "", "", (terminal, string) -> {});

    private DcsTable() {}

    /** The function of these bytes, or {@link #NONE}. */
    static Function function(int prefix, int intermediate, int last) {
        if (prefix != 0) {
            return NONE;
        }
        String sequence = (intermediate == 0 ? "" : Character.toString(intermediate)) + (char) last;
        return FUNCTIONS.stream().filter(f -> f.sequence.equals(sequence)).findFirst().orElse(NONE);
    }

    private static boolean startsPassthrough(byte[] string, int length) {
        return length >= PASSTHROUGH.length
                && Arrays.equals(string, 0, PASSTHROUGH.length, PASSTHROUGH, 0, PASSTHROUGH.length);
    }

    private static void passthrough(Emulator terminal, byte[] string) {
        if (startsPassthrough(string, string.length)) {
            byte[] bytes = Arrays.copyOfRange(string, PASSTHROUGH.length, string.length);
            terminal.notices.add(new TerminalNotice.Passthrough(bytes));
        }
    }

    static List<ControlFunction> functions() {
        ControlFunction sixel = new ControlFunction("DCS", "q", "SIXEL", "an image", Status.SWALLOWED);
        Stream<ControlFunction> functions = FUNCTIONS.stream()
                .map(f -> new ControlFunction("DCS", f.sequence, f.name, f.what, Status.WORKS));
        return Stream.concat(functions, Stream.of(sixel)).toList();
    }
}
