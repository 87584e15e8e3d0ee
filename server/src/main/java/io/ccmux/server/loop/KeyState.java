package io.ccmux.server.loop;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.Stroke;
import io.ccmux.server.mux.PaneId;

/** Where a client stands in its key tables: in the root table, after the prefix, or repeating a key. */
final class KeyState {
    /** Keys that are held down at once. */
    private static final int KEYS_DOWN_MAX = 64;

    private final Core core;
    private final Runnable changed;
    private String table = "";
    private boolean repeating;
    private long timer;
    private long typedMicros;
    private boolean pastes;
    private boolean pasting;
    private Stroke stroke = Stroke.PRESS;
    /** Keys by their codes, and the panes whose programs got them; most terminals never tell that they are up. */
    private final Map<Integer, PaneId> down = new HashMap<>();

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

    /** What is happening to the key that is being dealt with. */
    void stroke(Stroke now) {
        stroke = now;
    }

    Stroke stroke() {
        return stroke;
    }

    /** A pane's program gets the key. */
    void forwarded(Key key, PaneId pane) {
        if (down.size() >= KEYS_DOWN_MAX) {
            down.clear();
        }
        down.put(key.code(), pane);
    }

    /** A key is up: the pane whose program got it. */
    Optional<PaneId> letGo(Key key) {
        return Optional.ofNullable(down.remove(key.code()));
    }

    /** The key that came was dealt with; what follows from commands is no paste. */
    void handled() {
        stroke = Stroke.PRESS;
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
