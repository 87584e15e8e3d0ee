package io.ccmux.server.terminal;

import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.List;

/** The control characters, which work in the midst of a sequence too. */
final class Controls {
    private static final List<ControlFunction> FUNCTIONS = List.of(c0("05", "ENQ", "nobody answers", false),
            c0("07", "BEL", "rings; ends an OSC", true), c0("08", "BS", "cursor left", true),
            c0("09", "HT", "to the next tab stop", true),
            c0("0A", "LF", "down, lines scroll at the bottom margin", true),
            c0("0B", "VT", "as LF", true), c0("0C", "FF", "as LF", true), c0("0D", "CR", "to the left margin", true),
            c0("0E", "SO", "G1 from now on (LS1)", true), c0("0F", "SI", "G0 from now on (LS0)", true),
            c0("18", "CAN", "breaks a sequence or string off", true),
            c0("1A", "SUB", "breaks a sequence or string off", true),
            c0("1B", "ESC", "starts a sequence, and ends a string", true),
            c0("7F", "DEL", "nothing, wherever it comes", false));

    private Controls() {}

    private static ControlFunction c0(String code, String name, String what, boolean works) {
        return new ControlFunction("control character", code, name, what, Status.of(works));
    }

    static List<ControlFunction> functions() {
        return FUNCTIONS;
    }

    static void execute(Emulator emulator, int control) {
        switch (control) {
            case 0x07 -> emulator.notices.bell();
            case 0x08 -> emulator.motions.back(1);
            case 0x09 -> emulator.motions.tab();
            case 0x0A, 0x0B, 0x0C -> emulator.motions.lineFeed();
            case 0x0D -> emulator.motions.carriageReturn();
            case 0x0E -> emulator.charsets.shift(1);
            case 0x0F -> emulator.charsets.shift(0);
            default -> {
                // all others mean nothing: NUL fills, CAN and SUB have done their work
            }
        }
    }
}
