package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ccmux.server.input.KeyTables;
import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Window;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/** Whatever commands are given, the model stays one that can be drawn, closed and checkpointed. */
class ModelTest {
    private static final int STEPS = 150;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void holdsTogetherAfterEveryCommand(long seed) {
        var bench = new Bench();
        var commands = new RandomCommands(seed, bench.mux);
        bench.must("new-session", "-d", "-s", "a", "-x", "120", "-y", "50");
        for (int step = 0; step < STEPS; step++) {
            var words = commands.next();
            var result = bench.run(words);
            String when = "seed " + seed + " step " + step + ": " + String.join(" ", words) + " -> " + result;
            check(bench.mux, when);
            if (step % 30 == 29) {
                assertEquals(picture(bench.mux), picture(again(bench.mux)), when);
            }
        }
    }

    private static void check(Mux mux, String when) {
        mux.sessions().forEach(session -> check(mux, session, when));
        mux.windows().forEach(window -> check(mux, window, when));
        for (var pane : mux.panes()) {
            assertTrue(mux.window(pane.window()).panes().contains(pane.id()), when);
        }
    }

    private static void check(Mux mux, Session session, String when) {
        assertTrue(session.currentWindow().isPresent(), when);
        assertTrue(session.windows().keySet().containsAll(session.last()), when);
        assertTrue(!session.last().contains(session.current()), when);
        session.windows().values().forEach(mux::window);
        mux.group(session).forEach(member -> assertEquals(session.windows(), member.windows(), when));
    }

    private static void check(Mux mux, Window window, String when) {
        assertTrue(!mux.holders(window.id()).isEmpty(), when);
        assertEquals(new HashSet<>(window.panes()), new HashSet<>(window.layout().panes()), when);
        assertEquals(window.panes().size(), window.layout().panes().size(), when);
        assertEquals(window.size(), window.layout().size(), when);
        assertTrue(window.panes().contains(window.active()) && !window.last().contains(window.active()), when);
        assertTrue(window.panes().containsAll(window.last()), when);
        assertTrue(!window.zoomed() || window.panes().size() > 1, when);
        for (var leaf : window.layout().leaves()) {
            assertEquals(mux.area(window, leaf.pane()).size(), mux.pane(leaf.pane()).size(), when);
            assertEquals(window.id(), mux.pane(leaf.pane()).window(), when);
            assertTrue(leaf.area().columns() > 0 && leaf.area().rows() > 0, when);
        }
    }

    /** The state that a checkpoint of this one makes. */
    private static Mux again(Mux mux) {
        var other = new Mux(TerminalSettings.standard(2000, BlockCompressor.NONE), KeyTables.EMPTY);
        mux.events().forEach(event -> other.apply(event, 0));
        return other;
    }

    private static List<String> picture(Mux mux) {
        var sessions = mux.sessions().stream().map(session -> session.name() + " " + session.group() + " "
                + session.windows() + " " + session.current() + " " + session.last());
        var windows = mux.windows().stream()
                .map(window -> window.id() + " " + window.name() + " " + window.chosenSize() + " "
                        + LayoutString.of(window.layout()) + " " + window.panes() + " " + window.active() + " "
                        + window.last()
                        + " " + window.zoomed() + " " + window.preset() + " " + window.layoutBefore());
        var panes = mux.panes().stream().map(pane -> pane.id() + " " + pane.window() + " " + pane.size() + " "
                + pane.run() + " " + pane.inputEnabled() + " " + pane.barShown() + " " + mux.marked());
        return Stream.of(sessions, windows, panes).flatMap(lines -> lines).toList();
    }
}
