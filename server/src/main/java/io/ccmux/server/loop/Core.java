package io.ccmux.server.loop;

import io.ccmux.server.mux.Mux;

/** What all parts of the session thread share: the state and its ledger, the outside, what waits and what is timed. */
record Core(Mux mux, Ledger ledger, Outside outside, Gate written, Gate synced, Timers timers, Jobs jobs,
        Clients clients, Modes modes, Facts facts, Log log) {

    /** Something happened that hooks or clients in control mode may want to know. */
    void raise(Occasion occasion) {
        ledger.occasions().raise(occasion);
    }

    /** Runs a deed that nobody may see before all of the present state is written. */
    void afterWritten(Runnable deed) {
        written.after(ledger.appended(), deed);
    }
}
