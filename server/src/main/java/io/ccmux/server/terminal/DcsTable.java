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
        void run(Emulator emulator, Params params, byte[] string);
    }

    /** A function of this kind; those that are not in the table are swallowed. */
    record Function(String name, String sequence, String what, Action action) {
        void run(Emulator emulator, Params params, byte[] string) {
            action.run(emulator, params, string);
        }

        /** Whether an ESC in this string that another one follows belongs to it, as far as the string goes. */
        boolean doublesEscapes(byte[] string, int length) {
            return sequence.equals("t") && startsPassthrough(string, length);
        }
    }

    // @formatter:off
    private static final List<Function> FUNCTIONS = List.of(
            new Function("DECRQSS",   "$q", "report a setting: m r s t \" q\" \"p \"q *| *x $|; 0 if it would be longer than 64 bytes", (t, p, s) -> Reports.setting(t, new String(s, UTF_8))),
            new Function("XTGETTCAP", "+q", "report terminfo capabilities",        (t, p, s) -> Reports.capabilities(t, new String(s, UTF_8))),
            new Function("TMUX",      "t",  "tmux; passes the rest to the terminals outside, if the user lets it", DcsTable::passthrough),
            new Function("SIXEL",     "q",  "an image; to the terminals outside, if the user lets it", DcsTable::sixel));
    // @formatter:on

    /** Not a DCS, but as one: APC, of which those that begin with G are images of kitty. */
    static final Function APPLICATION = new Function("KITTY", "G",
            "an image of kitty; to the terminals outside, if the user lets it; its placeholders are text",
            (t, p, s) -> image(t, s.length > 0 && s[0] == 'G' ? "_" : "", s));

    /** The string is swallowed. */
    static final Function NONE = new Function("", "", "", (terminal, params, string) -> {});

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

    private static void passthrough(Emulator terminal, Params params, byte[] string) {
        if (startsPassthrough(string, string.length)) {
            byte[] bytes = Arrays.copyOfRange(string, PASSTHROUGH.length, string.length);
            terminal.notices.add(new TerminalNotice.Passthrough(bytes));
        }
    }

    private static void sixel(Emulator terminal, Params params, byte[] string) {
        image(terminal, "P" + params.text() + "q", string);
    }

    /** Nothing is passed on that could end the string for the terminal outside: it is all of ASCII. */
    private static void image(Emulator terminal, String start, byte[] string) {
        boolean clean = !start.isEmpty();
        for (int i = 0; i < string.length && clean; i++) {
            clean = string[i] >= ' ' && string[i] < 0x7F || string[i] == '\n' || string[i] == '\r';
        }
        if (clean) {
            String sequence = "\033" + start + new String(string, UTF_8) + "\033\\";
            terminal.notices.add(new TerminalNotice.Image(sequence.getBytes(UTF_8), terminal.x, terminal.y));
        }
    }

    static List<ControlFunction> functions() {
        Stream<ControlFunction> functions = FUNCTIONS.stream()
                .map(f -> new ControlFunction("DCS", f.sequence, f.name, f.what, Status.WORKS));
        return Stream.concat(functions, Stream.of(new ControlFunction("other strings", "APC G", APPLICATION.name,
                APPLICATION.what, Status.WORKS))).toList();
    }
}
