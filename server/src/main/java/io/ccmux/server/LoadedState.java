package io.ccmux.server;

import io.ccmux.persistence.Entry;
import io.ccmux.persistence.Replay;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.terminal.TerminalSettings;

/** The state that the journal makes again. Loading is nothing but applying; what comes to light is dropped. */
final class LoadedState implements Replay {
    private static final int HISTORY_LINES = 50_000;

    private Mux mux = empty();
    private long lastMicros;

    private static Mux empty() {
        return new Mux(TerminalSettings.standard(HISTORY_LINES, new ZstdBlocks()), DefaultKeys.TABLES);
    }

    @Override
    public void begin() {
        mux = empty();
        lastMicros = 0;
    }

    @Override
    public void apply(Entry entry) {
        mux.apply(EventTypes.event(entry.record()), entry.wallMicros());
        lastMicros = Math.max(lastMicros, entry.wallMicros());
    }

    Mux mux() {
        return mux;
    }

    /** When the last thing that is known happened, microseconds since 1970; 0 if nothing ever did. */
    long lastMicros() {
        return lastMicros;
    }
}
