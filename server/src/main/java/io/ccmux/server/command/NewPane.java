package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Optional;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Makes a pane that floats over the others of its window, running the user's shell unless told otherwise. */
final class NewPane implements Command {
    /** How far each floating pane is from the one made before it. */
    private static final int STEP_COLUMNS = 4;
    private static final int STEP_ROWS = 2;

    @Override
    public Spec spec() {
        return new Spec("new-pane", "newp", "[-bdfhIkPvZ] [-c start-directory] [-e environment] [-F format] "
                + "[-l size] [-m message] [-p percentage] [-s style] [-S active-border-style] "
                + "[-R inactive-border-style] [-x width] [-y height] [-X x-position] [-Y y-position] "
                + "[-t target-pane] [shell-command [argument ...]]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var over = call.place(mux, 't');
        var window = over.window();
        var pane = mux.nextPane();
        var layout = window.layout().floated(pane, area(call, over));
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        events.add(new PaneEvent.Opened(pane, window.id(),
                new Recipes(mux, call.scene(), Optional.of(over.session())).paneLaunch(call),
                layout.area(pane).orElseThrow().size(), over.session().options().number("history-limit")));
        events.addAll(PaneStyle.all(call, pane));
        events.addAll(EmptyPanes.silence(call, pane));
        events.addAll(PaneOrder.laidOut(window, layout, PaneOrder.atEnd(window.panes(), pane, false)));
        if (!call.has('d')) {
            events.add(new WindowEvent.PaneSelected(window.id(), pane));
        }
        if (call.has('Z')) {
            events.add(new WindowEvent.Zoomed(window.id(), true));
        }
        return NewPanes.start(events, pane, "create pane failed: ",
                (outcome, now) -> EmptyPanes.filled(call, SplitWindow.print(call, now, over, pane), pane));
    }

    /** Half of the window in its middle, each a step away from the one before, unless the call says otherwise. */
    private static Rectangle area(Call call, Targets.Place over) throws CommandException {
        var window = over.window();
        int whole = window.size().columns();
        int high = window.size().rows();
        int columns = cells(call, over, 'x', whole, Math.max(1, whole / 2));
        int rows = cells(call, over, 'y', high, Math.max(1, high / 2));
        int step = steps(window);
        return new Rectangle(cells(call, over, 'X', whole, (whole - columns) / 2 + step * STEP_COLUMNS),
                cells(call, over, 'Y', high, (high - rows) / 2 + step * STEP_ROWS), columns, rows);
    }

    private static int steps(Window window) {
        return window.layout().floating().size() % STEP_COLUMNS;
    }

    static int cells(Call call, Targets.Place place, char flag, int whole, int usual) throws CommandException {
        return call.has(flag)
                ? Cells.of(call.expand().at(place).text(call.value(flag).orElse("")), 0, Integer.MAX_VALUE, whole,
                        "size or position ")
                : usual;
    }
}
