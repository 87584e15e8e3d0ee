package io.ccmux.server.terminal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A control function as the manual lists it.
 *
 * @param family ESC, CSI, OSC, DCS, or the kind of mode
 * @param sequence what follows the family's introducer, as in {@code ?$p}
 * @param name its mnemonic
 * @param what it does here, and where that is less than elsewhere
 * @param status whether it does anything
 */
public record ControlFunction(String family, String sequence, String name, String what, Status status) {
    /** What becomes of it: it works, it asks for what is always so or never, or it is swallowed and has no effect. */
    public enum Status {
        WORKS, FIXED, SWALLOWED;

        static Status of(boolean works) {
            return works ? WORKS : SWALLOWED;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The strings that no table has, for nothing is done with them. */
    private static final List<ControlFunction> STRINGS = List.of(
            new ControlFunction("other strings", "APC", "APC", "for an application", Status.SWALLOWED),
            new ControlFunction("other strings", "PM", "PM", "for the user", Status.SWALLOWED),
            new ControlFunction("other strings", "SOS", "SOS", "of whatever kind", Status.SWALLOWED));

    /** All of them, family by family. */
    public static List<ControlFunction> all() {
        return Stream
                .of(Controls.functions(), EscTable.functions(), CsiTable.functions(), Sgr.functions(),
                        ModeTable.functions(), OscTable.functions(), DcsTable.functions(), STRINGS)
                .flatMap(List::stream).toList();
    }
}
