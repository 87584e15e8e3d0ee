package io.ccmux.server.command;

import java.util.ArrayList;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.WindowEvent;

/** Shows a list in a pane from which the user chooses: sessions, windows and panes, paste buffers, or clients. */
record Choose(Choose.Form form) implements Command {
    /** What is listed. */
    enum Form {
        TREE, BUFFERS, CLIENTS
    }

    @Override
    public Spec spec() {
        String usage = "[-%s] [-F format] [-f filter] [-K key-format] [-O sort-order] [-t target-pane] [template]";
        return switch (form) {
            case TREE -> new Spec("choose-tree", "", usage.formatted("GNrswZ"));
            case BUFFERS -> new Spec("choose-buffer", "", usage.formatted("NrZ"));
            case CLIENTS -> new Spec("choose-client", "", usage.formatted("NrZ"));
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        if (form == Form.BUFFERS && mux.buffers().all().isEmpty()) {
            return Decision.NOTHING;
        }
        return enter(call, mux, place, mode(call, listing(call, mux, place)));
    }

    /** The events and the effect by which a pane shows a chooser, with {@code -Z} zoomed for as long as that. */
    static Decision enter(Call call, Mux mux, Targets.Place place, Effect.Mode mode) {
        var events = new ArrayList<Event>();
        if (zooms(call, place)) {
            if (!place.window().active().equals(place.pane().id())) {
                events.add(new WindowEvent.PaneSelected(place.window().id(), place.pane().id()));
            }
            events.add(new WindowEvent.Zoomed(place.window().id(), true));
        }
        return Decision.of(events).and(new Effect.EnterMode(place.pane().id(), mode));
    }

    private static boolean zooms(Call call, Targets.Place place) {
        return call.has('Z') && !place.window().zoomed() && place.window().panes().size() > 1;
    }

    /** How the flags that all choosers have say that they list. */
    static Effect.Listing listing(Call call, Mux mux, Targets.Place place) {
        var client = new ClientTargets(mux, call.scene()).current().orElse(call.scene().caller()).id();
        return new Effect.Listing(client, call.value('F').orElse(""), call.value('f').orElse(""),
                call.value('K').orElse(""), call.value('O').orElse(""), call.has('r'), !call.has('N'),
                zooms(call, place));
    }

    private Effect.Mode mode(Call call, Effect.Listing listing) {
        return switch (form) {
            case TREE -> new Effect.Mode.Tree(listing, call.has('s'), call.has('w'), call.has('G'),
                    call.word(0).orElse("switch-client -Zt '%%'"));
            case BUFFERS -> new Effect.Mode.BufferList(listing, call.word(0).orElse("paste-buffer -p -b '%%'"));
            case CLIENTS -> new Effect.Mode.ClientList(listing, call.word(0).orElse("detach-client -t '%%'"));
        };
    }
}
