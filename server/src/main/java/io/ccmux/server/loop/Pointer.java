package io.ccmux.server.loop;

import java.util.List;
import java.util.Optional;

import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Gestures;
import io.ccmux.server.input.MouseEncoder;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.input.MouseKey;
import io.ccmux.server.input.MouseKey.Place;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.render.Hit;
import io.ccmux.server.render.Range;

/** What the mouse of attached clients does: its gestures become keys, which are bound like others. */
final class Pointer {
    private final Core core;
    private final Keyboard keyboard;
    private final Programs programs;

    Pointer(Core core, Keyboard keyboard, Programs programs) {
        this.core = core;
        this.keyboard = keyboard;
        this.programs = programs;
    }

    void moved(Client client, Display display, MouseEvent event) {
        display.mouseEvent(Optional.of(event));
        boolean bound = display.options().flag("mouse");
        if (!bound && display.overlay().isEmpty()) {
            display.hit(event.column(), event.row()).pane().ifPresent(pane -> pass(client, pane));
            return;
        }
        var hit = display.hit(event.column(), event.row());
        String where = place(hit).map(Place::name).orElse("") + hit.pane().map(PaneId::toString).orElse("");
        display.gestures().on(event, where).ifPresent(gesture -> made(client, display, gesture));
        if (display.gestures().waits()) {
            display.clickTimer(core.timers().after(Gestures.CLICK_MILLIS,
                    () -> display.gestures().expire().ifPresent(gesture -> clicked(client, display, gesture))));
        }
    }

    /** Two clicks were all: programs have heard of both when they were made. */
    private void clicked(Client client, Display display, Gestures.Gesture gesture) {
        display.mouseEvent(Optional.empty());
        made(client, display, gesture);
    }

    private void made(Client client, Display display, Gestures.Gesture gesture) {
        if (client.display().isEmpty()) {
            return;
        }
        var hit = display.hit(gesture.column(), gesture.row());
        var held = display.held();
        boolean drags = gesture.following() || gesture.action() == MouseKey.Action.MOUSE_DRAG_END;
        if (drags && held.isPresent()) {
            dragged(client, display, gesture, held.get());
            return;
        }
        var where = place(hit);
        if (where.isEmpty()) {
            return;
        }
        if (gesture.action() == MouseKey.Action.MOUSE_MOVE && where.get() == Place.PANE) {
            follow(display, hit.pane().orElseThrow());
        }
        boolean begins = gesture.action() == MouseKey.Action.MOUSE_DRAG && hit.range().isEmpty()
                && (where.get() == Place.BORDER || where.get() == Place.PANE || where.get() == Place.SCROLLBAR_SLIDER);
        display.held(begins ? Optional.of(held(display, gesture, hit)) : Optional.empty());
        if (begins && where.get() != Place.PANE) {
            display.mouseEvent().ifPresent(event -> dragged(client, display, new Gestures.Gesture(gesture.action(),
                    gesture.button(), gesture.modifiers(), event.column(), event.row(), false),
                    display.held().orElseThrow()));
            return;
        }
        var pane = hit.pane().or(() -> hit.range().flatMap(target -> meant(display, target)))
                .or(() -> display.activePane().map(Pane::id));
        String range = hit.range().map(Pointer::name).orElse("");
        keyboard.pressed(client, display, gesture.key(where.get()),
                Optional.of(new Scene.MousePlace(pane, range, hit.x(), hit.y())));
    }

    private static Display.Held held(Display display, Gestures.Gesture gesture, Hit hit) {
        var cell = display.windowCell(gesture.column(), gesture.row());
        return new Display.Held(hit, cell.x(), cell.y());
    }

    /** A border or a pane in which a drag began goes on being what is dragged, whatever the mouse is over. */
    private void dragged(Client client, Display display, Gestures.Gesture gesture, Display.Held held) {
        var begun = held.begun();
        var now = display.windowCell(gesture.column(), gesture.row());
        boolean ends = gesture.action() == MouseKey.Action.MOUSE_DRAG_END;
        display.held(ends ? Optional.empty() : Optional.of(new Display.Held(begun, now.x(), now.y())));
        var pane = begun.pane().flatMap(core.mux()::find);
        if (pane.isEmpty()) {
            return;
        }
        if (begun.kind() == Hit.Kind.SCROLLBAR_SLIDER) {
            var area = core.mux().area(core.mux().window(pane.get().window()), pane.get().id());
            keyboard.pressed(client, display, gesture.key(Place.SCROLLBAR_SLIDER), Optional.of(new Scene.MousePlace(
                    begun.pane(), "", begun.x(), Math.clamp(now.y() - begun.y() - area.y(), 0, area.rows() - 1))));
        } else if (begun.kind() == Hit.Kind.BORDER) {
            keyboard.pressed(client, display, gesture.key(Place.BORDER), Optional.of(new Scene.MousePlace(
                    begun.pane(), "", now.x(), now.y(), held.x(), held.y())));
        } else if (!ends && wantsMouse(pane.get())) {
            pass(client, pane.get().id());
        } else {
            var area = core.mux().area(core.mux().window(pane.get().window()), pane.get().id());
            keyboard.pressed(client, display, gesture.key(Place.PANE), Optional.of(new Scene.MousePlace(begun.pane(),
                    "", Math.clamp(now.x() - area.x(), 0, area.columns() - 1),
                    Math.clamp(now.y() - area.y(), 0, area.rows() - 1))));
        }
    }

    /** With {@code focus-follows-mouse} the pane that the mouse is over is the active one. */
    private void follow(Display display, PaneId pane) {
        var session = core.mux().session(display.session());
        if (session.options().flag("focus-follows-mouse")) {
            session.currentWindow().flatMap(core.mux()::find).filter(window -> !window.active().equals(pane))
                    .ifPresent(
                            window -> core.ledger().commit(List.of(new WindowEvent.PaneSelected(window.id(), pane))));
        }
    }

    private boolean wantsMouse(Pane pane) {
        return core.modes().mode(pane.id()).isEmpty()
                && !tracking(pane).equals(MouseEncoder.Tracking.OFF);
    }

    private static MouseEncoder.Tracking tracking(Pane pane) {
        return MouseEncoder.Tracking.valueOf(pane.terminal().modes().mouse().name());
    }

    private static Optional<Place> place(Hit hit) {
        return switch (hit.kind()) {
            case PANE -> Optional.of(Place.PANE);
            case BORDER -> Optional.of(hit.range().filter(target -> target.kind() == Range.Kind.CONTROL)
                    .map(Pointer::place).orElse(Place.BORDER));
            case STATUS -> Optional.of(hit.range().map(Pointer::place).orElse(Place.STATUS_DEFAULT));
            case SCROLLBAR_UP -> Optional.of(Place.SCROLLBAR_UP);
            case SCROLLBAR_SLIDER -> Optional.of(Place.SCROLLBAR_SLIDER);
            case SCROLLBAR_DOWN -> Optional.of(Place.SCROLLBAR_DOWN);
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
            case PANE -> "pane";
            case WINDOW -> "window";
            case SESSION -> "session";
            case USER -> target.text();
            case CONTROL -> "control" + target.number();
        };
    }

    /** The pane that a part of the status line stands for: itself, or the active one of its window or session. */
    private Optional<PaneId> meant(Display display, Range.Target target) {
        var mux = core.mux();
        return switch (target.kind()) {
            case PANE -> mux.find(new PaneId(target.number())).map(Pane::id);
            case WINDOW -> mux.find(display.session()).flatMap(session -> session.window(target.number()))
                    .flatMap(mux::find).map(Window::active);
            case SESSION -> mux.find(new SessionId(target.number())).flatMap(Session::currentWindow)
                    .flatMap(mux::find).map(Window::active);
            case LEFT, RIGHT, USER, CONTROL -> Optional.empty();
        };
    }

    /** The client's last mouse report, for the program of a pane if it wants such. */
    void pass(Client client, PaneId id) {
        var event = client.display().flatMap(Display::mouseEvent);
        var corner = client.display().flatMap(display -> display.corner(id));
        var pane = core.mux().find(id);
        if (event.isEmpty() || corner.isEmpty() || pane.isEmpty()) {
            return;
        }
        byte[] bytes = MouseEncoder.encode(event.get().relativeTo(corner.get().x(), corner.get().y()),
                tracking(pane.get()),
                MouseEncoder.Encoding.valueOf(pane.get().terminal().modes().mouseEncoding().name()));
        if (bytes.length > 0) {
            programs.write(id, bytes);
        }
    }
}
