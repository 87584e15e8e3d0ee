package io.ccmux.server;

import io.ccmux.persistence.Entry;
import io.ccmux.persistence.RecoveryRefusedException;
import io.ccmux.persistence.RecoveryReport;
import io.ccmux.persistence.Replay;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.terminal.TerminalSettings;

/** The state that the journal makes again. Loading is nothing but applying; what comes to light is dropped. */
final class LoadedState implements Replay {
    private static final int HISTORY_LINES = 50_000;

    private final boolean strict;
    private final RecordExtensions extensions;
    private Mux mux;
    private long lastMicros;

    /** @param strict whether a state from which something is missing is not wanted */
    LoadedState(boolean strict, RecordExtensions extensions) {
        this.strict = strict;
        this.extensions = extensions;
        this.mux = empty();
    }

    private Mux empty() {
        return new Mux(TerminalSettings.standard(HISTORY_LINES, new ZstdBlocks()), DefaultKeys.TABLES,
                extensions.states());
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

    @Override
    public void judged(RecoveryReport report) throws RecoveryRefusedException {
        if (strict && report.damaged()) {
            throw new RecoveryRefusedException("recovery refused: " + report.findings().stream()
                    .filter(finding -> finding.row().loss()).findFirst().orElseThrow().text());
        }
    }

    Mux mux() {
        return mux;
    }

    /** When the last thing that is known happened, microseconds since 1970; 0 if nothing ever did. */
    long lastMicros() {
        return lastMicros;
    }
}
