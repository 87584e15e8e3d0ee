package io.ccmux.server.journal;

import java.util.Set;
import java.util.function.UnaryOperator;

import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;

/**
 * What stays in the journal's past of panes that are to be forgotten: that they printed, not what.
 *
 * @param panes whose output goes, and with it the images and titles made of it
 */
public record Forgetting(Set<PaneId> panes) implements UnaryOperator<Object> {
    private static final byte[] NOTHING = {};

    @Override
    public Object apply(Object record) {
        if (record instanceof PaneEvent.Output(var pane, var bytes) && panes.contains(pane) && bytes.length > 0) {
            return new PaneEvent.Output(pane, NOTHING);
        }
        if (record instanceof PaneEvent.Imaged imaged && panes.contains(imaged.pane())) {
            return new PaneEvent.HistoryCleared(imaged.pane());
        }
        return record instanceof PaneEvent.Retitled(var pane, var title) && panes.contains(pane) && !title.isEmpty()
                ? new PaneEvent.Retitled(pane, "")
                : record;
    }
}
