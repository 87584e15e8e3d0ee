package io.ccmux.server.command;

import io.ccmux.config.KeyNames;
import io.ccmux.config.OptionException;
import io.ccmux.config.OptionTable;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.PaneId;

/** Styles that commands give panes as options of theirs. */
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
}
