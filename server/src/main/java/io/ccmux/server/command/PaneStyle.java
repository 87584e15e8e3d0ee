package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import io.ccmux.config.KeyNames;
import io.ccmux.config.OptionException;
import io.ccmux.config.OptionTable;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.PaneId;

/** Styles that commands give panes as options of theirs, and what such a pane does when its program has ended. */
final class PaneStyle {
    private PaneStyle() {}

    /** @throws CommandException if the text is no style */
    static Event of(PaneId pane, String option, String text) throws CommandException {
        try {
            var value = OptionTable.exact(option).orElseThrow().parse(text, KeyNames.UNCHECKED);
            return new OptionEvent.Assigned(new OptionEvent.Holder.OfPane(pane), option, value);
        } catch (OptionException wrong) {
            throw new CommandException("bad style: " + text);
        }
    }

    /** The options that the call gives the pane: styles, and whether it stays until a key is pressed. */
    static List<Event> all(Call call, PaneId pane) throws CommandException {
        var events = new ArrayList<Event>();
        if (call.has('k')) {
            events.add(of(pane, "remain-on-exit", "key"));
        }
        if (call.has('m')) {
            events.add(of(pane, "remain-on-exit-format", call.value('m').orElseThrow()));
        }
        if (call.has('s')) {
            events.add(of(pane, "window-style", call.value('s').orElseThrow()));
            events.add(of(pane, "window-active-style", call.value('s').orElseThrow()));
        }
        if (call.has('S')) {
            events.add(of(pane, "pane-active-border-style", call.value('S').orElseThrow()));
        }
        if (call.has('R')) {
            events.add(of(pane, "pane-border-style", call.value('R').orElseThrow()));
        }
        return events;
    }
}
