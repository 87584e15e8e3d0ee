package io.ccmux.server.loop;

import java.util.Optional;

import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.render.Hit;

/** What the mouse of a client did last: which button is down, whether it is dragged, how often it was clicked. */
final class MouseState {
    private Optional<MouseEvent> last = Optional.empty();
    private Optional<Hit> dragFrom = Optional.empty();
    private int button;
    private int clicks;
    private long pressedMicros;

    Optional<MouseEvent> last() {
        return last;
    }

    void last(MouseEvent event) {
        last = Optional.of(event);
    }

    /** The button of the last press, from 0. */
    int button() {
        return button;
    }

    /** Counts a press; returns how many there were at this place in short succession, 3 at most. */
    int pressed(MouseEvent event, long micros, long withinMicros) {
        boolean again = last.filter(before -> before.column() == event.column() && before.row() == event.row())
                .isPresent() && button == event.button() && micros - pressedMicros <= withinMicros;
        clicks = again ? Math.min(3, clicks + 1) : 1;
        button = event.button();
        pressedMicros = micros;
        return clicks;
    }

    void drag(Hit from) {
        if (dragFrom.isEmpty()) {
            dragFrom = Optional.of(from);
        }
    }

    boolean dragged() {
        return dragFrom.isPresent();
    }

    void released() {
        dragFrom = Optional.empty();
    }
}
