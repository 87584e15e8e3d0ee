package io.ccmux.server.loop;

import java.util.Optional;

import io.ccmux.server.command.Effect;

/** The line that a client is shown over its status line for a while. */
final class MessageLine {
    private final Core core;
    private final Runnable changed;
    private String text = "";
    private boolean stays;
    private boolean freezes;
    private long timer;

    MessageLine(Core core, Runnable changed) {
        this.core = core;
        this.changed = changed;
    }

    Optional<String> text() {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** Whether what programs print is seen only when the line is gone. */
    boolean freezes() {
        return freezes && !text.isEmpty();
    }

    /** @param millis for how long, or 0 for until a key is pressed */
    void show(Effect.Message message, int millis) {
        core.timers().cancel(timer);
        text = message.text();
        stays = message.stays();
        freezes = message.freezes();
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
