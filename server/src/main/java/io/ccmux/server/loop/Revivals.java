package io.ccmux.server.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.ccmux.server.mux.PaneId;

/** What became of each pane when the server came back; told anew whenever more is known. */
public final class Revivals {
    /** What became of a pane. */
    public enum Result {
        /** Its shell, or its command, was started and has not answered yet. */
        STARTING,
        /** Its shell runs. */
        SHELL,
        /** Its command runs again. */
        RERUN,
        /** Its command waits for Enter. */
        HELD,
        /** It stays without a program. */
        NONE,
        /** Its program had ended before; so does the pane. */
        CLOSED,
        /** Its program could not be started; the recipe stays. */
        FAILED
    }

    /** @param detail what there is to add, or empty: the command that waits, why it failed, another directory */
    public record Revival(PaneId pane, int run, Result result, String detail) {}

    private final Map<PaneId, Revival> revivals = new LinkedHashMap<>();
    private final Consumer<List<Revival>> told;
    private int starting;
    private boolean begun;

    /** @param told hears of all panes, again when the last one that starts has done so */
    public Revivals(Consumer<List<Revival>> told) {
        this.told = told;
    }

    void add(PaneId pane, int run, Result result, String detail) {
        var before = revivals.put(pane, new Revival(pane, run, result, detail));
        if (result == Result.STARTING) {
            starting++;
        } else if (before != null && before.result() == Result.STARTING) {
            starting--;
        }
        if (begun && starting == 0) {
            tell();
        }
    }

    /** All panes have been looked at. */
    void begun() {
        begun = true;
        tell();
    }

    private void tell() {
        told.accept(List.copyOf(revivals.values()));
    }
}
