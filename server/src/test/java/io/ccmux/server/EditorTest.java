package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.ccmux.server.input.KeyTables;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

class EditorTest {
    private static String options(Mux mux) {
        return mux.serverOptions().string("editor") + " " + mux.sessionOptions().choice("status-keys") + " "
                + mux.windowOptions().choice("mode-keys");
    }

    private static Mux after(Map<String, String> environment) {
        var mux = new Mux(TerminalSettings.standard(100, BlockCompressor.NONE), KeyTables.EMPTY);
        Editor.of(environment).events(mux).forEach(event -> mux.apply(event, 0));
        return mux;
    }

    @Test
    void givesViKeysToThoseWhoUseVi() {
        assertEquals("/usr/bin/vi emacs emacs", options(after(Map.of())));
        assertEquals("/opt/vim vi vi", options(after(Map.of("EDITOR", "/opt/vim"))));
        assertEquals("nano emacs emacs", options(after(Map.of("VISUAL", "nano", "EDITOR", "vim"))));
        assertEquals("/home/vivian/ed emacs emacs", options(after(Map.of("EDITOR", "/home/vivian/ed"))));
    }

    @Test
    void changesNothingThatSomebodySet() {
        var mux = after(Map.of("EDITOR", "vim"));
        assertEquals(0, Editor.of(Map.of("EDITOR", "emacs -nw")).events(mux).size());
        assertEquals("vim vi vi", options(mux));
    }
}
