package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.ccmux.config.Argument;
import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;
import io.ccmux.server.mux.Described;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/**
 * Whatever a command changes, it changes by events: deciding leaves the state alone, the state is another one exactly
 * when there were events, and the events that {@link Mux#events()} tells make the state again that the command left.
 */
class EveryCommandJournaledTest {

    @Test
    void everyCommandHasASample() {
        var names = new TreeSet<>(CommandTable.specs().stream().map(Spec::name).toList());
        assertEquals(names, new TreeSet<>(Sample.TABLE.keySet()));
    }

    @TestFactory
    Stream<DynamicTest> stateChangesByEventsAlone() {
        return Sample.TABLE.entrySet().stream().sorted(java.util.Map.Entry.comparingByKey())
                .flatMap(row -> row.getValue().stream())
                .map(sample -> DynamicTest.dynamicTest(sample.line(), () -> check(sample)));
    }

    private static void check(Sample sample) throws CommandException {
        var bench = furnished();
        String before = described(bench.mux);
        CommandTable.decide(words(sample.line()), bench.scene(), bench.mux);
        assertEquals(before, described(bench.mux), "deciding changed the state");

        int events = bench.events.size();
        var result = bench.line(sample.line());
        assertEquals("", result.error());
        var journaled = bench.events.subList(events, bench.events.size());
        String after = described(bench.mux);
        if (sample.changes()) {
            assertNotEquals(before, after, () -> "nothing changed by " + journaled);
        } else {
            assertEquals(List.of(), journaled);
        }
        assertEquals(journaled.isEmpty(), before.equals(after), "events that change nothing, or changes without");
        assertEquals(after, described(again(bench.mux)));
    }

    /** The whole state as text. */
    private static String described(Mux mux) {
        return String.join("\n", Described.all(mux.events()));
    }

    /** A state made from the events that are said to make it again. */
    private static Mux again(Mux mux) {
        var copy = new Mux(TerminalSettings.standard(2000, BlockCompressor.NONE), mux.defaultKeys());
        mux.events().forEach(event -> copy.apply(event, 0));
        return copy;
    }

    private static List<String> words(String line) {
        try {
            return Words.parse(line, Surroundings.NONE).commands().getFirst().arguments().stream()
                    .map(Argument::text).toList();
        } catch (WordsException unreadable) {
            throw new IllegalArgumentException(line, unreadable);
        }
    }

    /** Two sessions, four windows, six panes that have printed, buffers, keys and an attached client. */
    private static Bench furnished() {
        var bench = new Bench();
        bench.world = effect -> switch (effect) {
            case Effect.Shell shell -> new Outcome.Finished(0, "x\n".getBytes(StandardCharsets.UTF_8));
            case Effect.ReadFile file -> new Outcome.Read("rename-window -t a:0 sourced\n"
                    .getBytes(StandardCharsets.UTF_8));
            case Effect.Prompt prompt -> new Outcome.Failed("");
            default -> new Outcome.Done();
        };
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
        bench.must("split-window", "-h", "-t", "a:0");
        bench.must("split-window", "-v", "-t", "a:0");
        bench.must("new-window", "-d", "-t", "a:1");
        bench.must("new-window", "-t", "a:2");
        bench.must("select-window", "-t", "a:0");
        bench.must("new-session", "-d", "-s", "b", "-x", "100", "-y", "30");
        bench.must("move-window", "-s", "b:0", "-t", "b:3");
        bench.must("set-buffer", "-b", "one", "1");
        bench.must("set-buffer", "-b", "two", "2");
        bench.must("bind-key", "-n", "F6", "list-keys");
        bench.must("bind-key", "-T", "own", "x", "list-keys");
        var text = "line\r\n".repeat(50).getBytes(StandardCharsets.UTF_8);
        bench.apply(bench.mux.panes().stream().map(pane -> new PaneEvent.Output(pane.id(), text)).toList());
        bench.pane = java.util.Optional.of(new PaneId(0));
        bench.client("/dev/pts/0", new Size(80, 24));
        bench.must("attach-session", "-t", "a");
        return bench;
    }
}
