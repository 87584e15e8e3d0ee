package io.ccmux.server.loop;

import java.util.Optional;

/** The line that a client is shown over its status line for a while. */
final class MessageLine {
    private final Core core;
    private final Runnable changed;
    private String text = "";
    private boolean stays;
    private long timer;

    MessageLine(Core core, Runnable changed) {
        this.core = core;
        this.changed = changed;
    }

    Optional<String> text() {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /**
     * @param millis     for how long, or 0 for until a key is pressed
     * @param throughKeys whether keys leave it there
     */
    void show(String line, int millis, boolean throughKeys) {
        core.timers().cancel(timer);
        text = line;
        stays = throughKeys;
        changed.run();
        if (millis > 0) {
            timer = core.timers().after(millis, this::clear);
        }
    }

    private void clear() {
        core.timers().cancel(timer);
        text = "";
        changed.run();
    }

    /** A key was pressed; returns whether the message takes it. */
    boolean takesKey() {
        if (text.isEmpty() || stays) {
            return !text.isEmpty();
        }
        clear();
        return false;
    }
}
