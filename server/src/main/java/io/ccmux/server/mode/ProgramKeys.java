package io.ccmux.server.mode;

import io.ccmux.config.Options;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.KeyboardModes;
import io.ccmux.server.terminal.Modes;

/** How a program in a terminal wants its keys: what it asked the terminal for, as far as options let it. */
public final class ProgramKeys {
    private ProgramKeys() {}

    /** @param server the options of the server */
    public static KeyboardModes modes(Modes modes, Options server) {
        return new KeyboardModes(modes.applicationCursor(), modes.applicationKeypad(),
                server.choice("extended-keys").equals("off") ? 0 : modes.modifyOtherKeys(),
                modes.csiUKeys() || server.choice("extended-keys-format").equals("csi-u"), modes.kittyFlags(),
                Key.parse(server.string("backspace")).orElse(KeyboardModes.PLAIN.backspace()));
    }
}
