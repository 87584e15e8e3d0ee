package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;

/** What a pane that outlives its program says on its last line. */
final class DeadPane {
    private DeadPane() {}

    /** By {@code remain-on-exit-format}; empty if that is. */
    static String text(LiveWorld world, Pane pane, int status, int signal) {
        var holder = world.mux().holders(pane.window()).getFirst();
        int index = holder.index(pane.window()).orElse(-1);
        var subject = Subject.of(world, holder, index, pane).with(Map.of(
                "pane_dead", "1",
                "pane_dead_status", signal == 0 ? Integer.toString(status) : "",
                "pane_dead_signal", signal == 0 ? "" : Integer.toString(signal),
                "pane_dead_time", Long.toString(world.moment().seconds())));
        return new Formats().expandTime(pane.options().string("remain-on-exit-format"), subject);
    }

    /** The text on the last row of the pane, what is there scrolled up. */
    static Event output(Pane pane, String text) {
        String line = "\033[m\033[r\033[" + pane.size().rows() + ";1H\n" + text;
        return new PaneEvent.Output(pane.id(), line.getBytes(StandardCharsets.UTF_8));
    }
}
