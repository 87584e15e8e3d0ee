package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Optional;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.WindowEvent;

/** Makes a pane beside another one, running the user's shell unless told otherwise. */
final class SplitWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("split-window", "splitw", "[-bdfhIkvPZ] [-c start-directory] [-e environment] [-F format] "
                + "[-l size] [-m message] [-p percentage] [-s style] [-S active-border-style] "
                + "[-R inactive-border-style] [-t target-pane] [shell-command [argument ...]]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var beside = call.place(mux, 't');
        var window = beside.window();
        var pane = mux.nextPane();
        var space = Splitting.place(call, beside, call.expand().at(beside));
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        var layout = window.layout().split(beside.pane().id(), pane, space)
                .orElseThrow(() -> new CommandException("no space for new pane", events));
        events.add(opened(call, mux, beside, layout));
        events.addAll(PaneStyle.all(call, pane));
        events.addAll(EmptyPanes.silence(call, pane));
        events.addAll(PaneOrder.laidOut(window, layout, space.full()
                ? PaneOrder.atEnd(window.panes(), pane, space.before())
                : PaneOrder.beside(window.panes(), beside.pane().id(), pane, space.before())));
        if (!call.has('d')) {
            events.add(new WindowEvent.PaneSelected(window.id(), pane));
        }
        if (call.has('Z')) {
            events.add(new WindowEvent.Zoomed(window.id(), true));
        }
        return NewPanes.start(events, pane, "create pane failed: ", (outcome, now) -> EmptyPanes.filled(call,
                print(call, now, beside, pane), pane));
    }

    private static Event opened(Call call, Mux mux, Targets.Place beside, Layout layout) {
        var session = beside.session();
        var pane = mux.nextPane();
        return new PaneEvent.Opened(pane, beside.window().id(),
                new Recipes(mux, call.scene(), Optional.of(session)).paneLaunch(call),
                layout.area(pane).orElseThrow().size(),
                session.options().number("history-limit"));
    }

    /** What {@code -P} prints of a new pane. */
    static Decision print(Call call, Mux mux, Targets.Place beside, PaneId pane) {
        var place = NewPanes.place(mux, beside.session().id(), pane);
        return call.has('P') && place.isPresent()
                ? Decision.print(call.expand().at(place.get()).text(call.value('F').orElse(DefaultFormats.NEW_WINDOW)))
                : Decision.NOTHING;
    }
}
