package io.ccmux.server.terminal;

import java.util.List;
import java.util.stream.Stream;

/**
 * A control function as the manual lists it.
 *
 * @param family ESC, CSI, OSC, DCS, or the kind of mode
 * @param sequence what follows the family's introducer, as in {@code ?$p}
 * @param name its mnemonic
 * @param what it does here, and where that is less than elsewhere
 */
public record ControlFunction(String family, String sequence, String name, String what) {
    /** All of them, family by family. */
    public static List<ControlFunction> all() {
        return Stream.of(EscTable.functions(), CsiTable.functions(), ModeTable.functions(), OscTable.functions(),
                DcsTable.functions()).flatMap(List::stream).toList();
    }
}
