package io.ccmux.server.loop;

import java.util.Optional;

import io.ccmux.server.command.Scene;
import io.ccmux.server.input.MouseEncoder;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.input.MouseKey;
import io.ccmux.server.input.MouseKey.Action;
import io.ccmux.server.input.MouseKey.Place;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.render.Hit;
import io.ccmux.server.render.Range;

/** What the mouse of attached clients does: its reports become keys, which are bound like others. */
final class Pointer {
    private static final long DOUBLE_CLICK_MICROS = 300_000;

    private final Core core;
    private final Keyboard keyboard;
    private final Programs programs;

    Pointer(Core core, Keyboard keyboard, Programs programs) {
        this.core = core;
        this.keyboard = keyboard;
        this.programs = programs;
    }

    void moved(Client client, Display display, MouseEvent event) {
        var hit = display.hit(event.column(), event.row());
        var state = display.mouseState();
        var action = action(state, event, hit);
        state.last(event);
        if (action.isEmpty()) {
            return;
        }
        var where = place(hit);
        if (where.isEmpty()) {
            return;
        }
        int button = event.wheel() || action.get() == Action.MOUSE_MOVE ? 0 : state.button() + 1;
        var key = new MouseKey(action.get(), button, where.get()).key(event.modifiers());
        var pane = hit.pane().or(() -> display.activePane().map(active -> active.id()));
        String range = hit.range().map(Pointer::name).orElse("");
        keyboard.pressed(client, display, key, Optional.of(new Scene.MousePlace(pane, range, hit.x(), hit.y())));
    }

    private Optional<Action> action(MouseState state, MouseEvent event, Hit hit) {
        if (event.wheel()) {
            return Optional.of((event.button() & 1) == 0 ? Action.WHEEL_UP : Action.WHEEL_DOWN);
        }
        if (event.hovers()) {
            return Optional.of(Action.MOUSE_MOVE);
        }
        if (event.moves()) {
            state.drag(hit);
            return Optional.of(Action.MOUSE_DRAG);
        }
        if (event.release()) {
            boolean dragged = state.dragged();
            state.released();
            return Optional.of(dragged ? Action.MOUSE_DRAG_END : Action.MOUSE_UP);
        }
        int clicks = state.pressed(event, core.outside().micros(), DOUBLE_CLICK_MICROS);
        return Optional.of(switch (clicks) {
            case 1 -> Action.MOUSE_DOWN;
            case 2 -> Action.DOUBLE_CLICK;
            default -> Action.TRIPLE_CLICK;
        });
    }

    private static Optional<Place> place(Hit hit) {
        return switch (hit.kind()) {
            case PANE -> Optional.of(Place.PANE);
            case BORDER -> Optional.of(Place.BORDER);
            case STATUS -> Optional.of(hit.range().map(Pointer::place).orElse(Place.STATUS_DEFAULT));
            case NOWHERE -> Optional.empty();
        };
    }

    private static Place place(Range.Target target) {
        return switch (target.kind()) {
            case LEFT -> Place.STATUS_LEFT;
            case RIGHT -> Place.STATUS_RIGHT;
            case PANE, WINDOW, SESSION, USER -> Place.STATUS;
            case CONTROL -> Place.values()[Place.CONTROL0.ordinal() + Math.clamp(target.number(), 0, 9)];
        };
    }

    private static String name(Range.Target target) {
        return switch (target.kind()) {
            case LEFT -> "left";
            case RIGHT -> "right";
            case PANE -> "%" + target.number();
            case WINDOW -> String.valueOf(target.number());
            case SESSION -> "$" + target.number();
            case USER -> target.text();
            case CONTROL -> "control" + target.number();
        };
    }

    /** The client's last mouse report, for the program of a pane if it wants such. */
    void pass(Client client, PaneId id) {
        var event = client.display().flatMap(display -> display.mouseState().last());
        var pane = core.mux().find(id);
        if (event.isEmpty() || pane.isEmpty()) {
            return;
        }
        var origin = client.display().flatMap(display -> display.corner(id));
        origin.ifPresent(corner -> {
            var modes = pane.get().terminal().modes();
            byte[] bytes = MouseEncoder.encode(event.get().relativeTo(corner.x(), corner.y()),
                    MouseEncoder.Tracking.valueOf(modes.mouse().name()),
                    MouseEncoder.Encoding.valueOf(modes.mouseEncoding().name()));
            if (bytes.length > 0) {
                programs.write(id, bytes);
            }
        });
    }
}
