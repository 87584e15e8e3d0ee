package io.ccmux.server.input;

import java.util.Optional;

/**
 * Makes of one client's mouse reports what keys are bound to: presses, drags, and clicks that come in twos and threes.
 *
 * <pre>
 *   press               MouseDown, and a second press of the button within the time: SecondClick, a third: TripleClick
 *   no third in time    DoubleClick, where the second was
 *   move with a button  MouseDrag, where the button was pressed first; then only DRAGGING, for who follows the drag
 *   release             MouseUp, or MouseDragEnd after a drag
 * </pre>
 *
 * <p>The caller has the clock: while {@link #waits()}, it calls {@link #expire()} {@link #CLICK_MILLIS} after the last
 * press.
 */
public final class Gestures {
    /** How long a press may be followed by another that counts with it. */
    public static final int CLICK_MILLIS = 300;

    private MouseEvent last = new MouseEvent(MouseEvent.NO_BUTTON, 0, 0, 0, true);
    private MouseEvent click = last;
    private String clicked = "";
    private int clicks;
    private int dragged;

    /**
     * Something the mouse did, at a cell of the client; what is there is for the caller to say.
     *
     * @param following whether it goes on with a drag that was told before
     */
    public record Gesture(MouseKey.Action action, int button, int modifiers, int column, int row, boolean following) {

        /** The key for it when {@code place} is what is at its cell. */
        public Key key(MouseKey.Place place) {
            return new MouseKey(action, button, place).key(modifiers);
        }
    }

    /**
     * What a report comes to; nothing for moves that change nothing and for buttons nobody can bind.
     *
     * @param where names what the mouse is over: clicks on different things are no double click
     */
    public Optional<Gesture> on(MouseEvent event, String where) {
        MouseEvent before = last;
        last = event;
        if (event.hovers()) {
            return dragged != 0 ? dragEnd(event) : Optional.of(gesture(MouseKey.Action.MOUSE_MOVE, 0, event));
        }
        if (event.moves()) {
            return drag(event, before);
        }
        if (event.wheel()) {
            boolean up = event.button() == MouseEvent.WHEEL_UP;
            return Optional.of(gesture(up ? MouseKey.Action.WHEEL_UP : MouseKey.Action.WHEEL_DOWN, 0, event));
        }
        boolean release = event.release() || event.button() == MouseEvent.NO_BUTTON;
        if (dragged != 0) {
            return dragEnd(event);
        }
        return release ? release(event, before) : press(event, where);
    }

    /** Whether another press may still change what the last ones were. */
    public boolean waits() {
        return clicks > 0;
    }

    /** The time for another press is over: two were a double click. */
    public Optional<Gesture> expire() {
        int counted = clicks;
        clicks = 0;
        return counted == 2
                ? Optional.of(gesture(MouseKey.Action.DOUBLE_CLICK, number(click.button()), click))
                : Optional.empty();
    }

    private Optional<Gesture> press(MouseEvent event, String where) {
        int button = number(event.button());
        if (button == 0) {
            return Optional.empty();
        }
        boolean again = clicks > 0 && event.button() == click.button() && where.equals(clicked);
        clicked = where;
        clicks = again ? clicks + 1 : 1;
        click = event;
        MouseKey.Action action = switch (clicks) {
            case 1 -> MouseKey.Action.MOUSE_DOWN;
            case 2 -> MouseKey.Action.SECOND_CLICK;
            default -> MouseKey.Action.TRIPLE_CLICK;
        };
        clicks = clicks == 3 ? 0 : clicks;
        return Optional.of(gesture(action, button, event));
    }

    private Optional<Gesture> release(MouseEvent event, MouseEvent before) {
        int button = number(event.button() == MouseEvent.NO_BUTTON ? before.button() : event.button());
        return button == 0 ? Optional.empty() : Optional.of(gesture(MouseKey.Action.MOUSE_UP, button, event));
    }

    private Optional<Gesture> drag(MouseEvent event, MouseEvent before) {
        int button = number(event.button() & ~MouseEvent.DRAG);
        boolean still = event.column() == before.column() && event.row() == before.row();
        if (button == 0 || (still && dragged != 0)) {
            return Optional.empty();
        }
        boolean following = dragged != 0;
        dragged = button;
        clicks = 0;
        MouseEvent at = following ? event : before;
        return Optional.of(new Gesture(MouseKey.Action.MOUSE_DRAG, button, event.modifiers(), at.column(), at.row(),
                following));
    }

    private Optional<Gesture> dragEnd(MouseEvent event) {
        int button = dragged;
        dragged = 0;
        return Optional.of(gesture(MouseKey.Action.MOUSE_DRAG_END, button, event));
    }

    private static Gesture gesture(MouseKey.Action action, int button, MouseEvent event) {
        return new Gesture(action, button, event.modifiers(), event.column(), event.row(), false);
    }

    /** The number by which a button is called; 0 for what has none. */
    private static int number(int bits) {
        return switch (bits) {
            case 0, 1, 2 -> bits + 1;
            case 66, 67 -> bits - 60;
            case 128, 129, 130, 131 -> bits - 120;
            default -> 0;
        };
    }
}
