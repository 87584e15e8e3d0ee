package io.ccmux.server.loop;

import io.ccmux.config.Options;
import io.ccmux.server.input.Binding;

/** Where a client stands in its key tables: in the root table, after the prefix, or repeating a key. */
final class KeyState {
    private final Core core;
    private final Runnable changed;
    private String table = "";
    private boolean repeating;
    private long timer;
    private long typedMicros;
    private boolean pastes;
    private boolean pasting;

    KeyState(Core core, Runnable changed) {
        this.core = core;
        this.changed = changed;
    }

    /** The table for the next key; empty for the root table. */
    String table() {
        return table;
    }

    boolean repeating() {
        return repeating;
    }

    /**
     * A key has come from the terminal; a third one so soon after the others was pasted.
     *
     * @param millis how soon, or 0 if nothing is taken for pasted
     */
    void typed(long micros, int millis) {
        boolean soon = millis > 0 && micros - typedMicros < millis * 1_000L;
        pasting = soon && pastes;
        pastes = soon;
        typedMicros = micros;
    }

    /** The key that came was dealt with; what follows from commands is no paste. */
    void handled() {
        pasting = false;
    }

    boolean pasting() {
        return pasting;
    }

    void use(String other) {
        core.timers().cancel(timer);
        table = other;
        repeating = false;
        changed.run();
    }

    void leave() {
        use("");
    }

    /** The prefix was pressed; with {@code prefix-timeout} it is forgotten after a while. */
    void prefix() {
        use("prefix");
        int millis = core.mux().serverOptions().number("prefix-timeout");
        if (millis > 0) {
            timer = core.timers().after(millis, this::leave);
        }
    }

    /** A binding of the table was used: the table is left, unless the key may be repeated for a while. */
    void used(Binding binding, Options session) {
        core.timers().cancel(timer);
        int usual = session.number("repeat-time");
        int first = session.number("initial-repeat-time");
        if (binding.repeat() && usual > 0) {
            timer = core.timers().after(repeating || first == 0 ? usual : first, this::leave);
            repeating = true;
        } else if (!table.isEmpty()) {
            leave();
        }
    }
}
