package io.ccmux.server;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import io.ccmux.config.OptionValue;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.loop.LoopBench;
import io.ccmux.server.loop.LoopBench.Seat;
import io.ccmux.server.loop.OutsideTwin;
import io.ccmux.server.loop.Restart;
import io.ccmux.server.loop.Revivals;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.LayoutPreset;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/**
 * What the state itself costs, as a table with the target beside each figure (SPEC P19). Not a test: run its main with
 * the heap and the collector of the server.
 */
final class ModelBenchmark {
    private static final int ROUNDS = 41;
    private static final int OPTIONS = 200;
    private static final int PANES = 12;
    private static final int LINES = 10_000;
    private static final Size SIZE = new Size(200, 50);

    private final LoopBench.Tasks thread = new LoopBench.Tasks();
    private final Mux mux;
    private final LoopBench bench;
    /** What was read, so that Java does not find out that nobody wants it. */
    private long sink;

    private ModelBenchmark() {
        var state = new LoadedState(false, RecordExtensions.installed());
        mux = state.mux();
        bench = new LoopBench(thread, OutsideTwin::new, _ -> new LoopBench.Found(mux, 0,
                new Restart.Circumstances(true, "", 0, "", new Revivals(revivals -> {}))));
    }

    public static void main(String... arguments) {
        new ModelBenchmark().run();
    }

    private void run() {
        ask("new-session", "-d", "-x", "200", "-y", "50");
        for (int i = 1; i < PANES; i++) {
            ask("new-window", "-d");
        }
        System.out.printf("%-58s %14s   %s%n", "", "measured", "target");
        options();
        output();
        layouts();
        search();
    }

    private static void row(String what, double nanos, String target) {
        System.out.printf("%-58s %14s   %s%n", what, String.format("%.2f us", nanos / 1e3), target);
    }

    /** How long one of so many takes, in nanoseconds: the median of some rounds, after as many that do not count. */
    private static double nanos(int times, IntConsumer one) {
        var rounds = new ArrayList<Double>();
        for (int round = 0; round < 2 * ROUNDS; round++) {
            long start = System.nanoTime();
            for (int i = 0; i < times; i++) {
                one.accept(i);
            }
            rounds.add((System.nanoTime() - start) / (double) times);
        }
        return rounds.subList(ROUNDS, 2 * ROUNDS).stream().sorted().toList().get(ROUNDS / 2);
    }

    private void options() {
        var session = mux.sessions().iterator().next().id();
        var holder = new OptionEvent.Holder.OfSession(session);
        var names = IntStream.range(0, OPTIONS).mapToObj(i -> "@option" + i).toList();
        row("set one of " + OPTIONS + " options of a session", nanos(2_000, i -> mux.apply(
                new OptionEvent.Assigned(holder, names.get(i % OPTIONS), new OptionValue.Text("value" + i)), i)),
                "< 3 us");
        row("read one of them", nanos(20_000,
                i -> sink += mux.session(session).options().string(names.get(i % OPTIONS)).length()), "< 5 us");
        row("read one that nobody has set", nanos(20_000,
                i -> sink += mux.session(session).options().number("history-limit")), "< 5 us");
        row("find a pane, its window and its title", nanos(20_000, i -> {
            var pane = mux.pane(new PaneId(i % PANES));
            sink += mux.window(pane.window()).name().length() + pane.terminal().title().length();
        }), "< 5 us");
    }

    private void output() {
        byte[] bytes = "\033[32mok\033[m  64 bytes of what a build prints, colour and all....\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        row("apply " + bytes.length + " bytes of output", nanos(5_000,
                i -> mux.apply(new PaneEvent.Output(new PaneId(i % PANES), bytes), i)), "< 10 us");
    }

    private void layouts() {
        var panes = IntStream.range(0, PANES).mapToObj(PaneId::new).toList();
        var dimension = new LayoutPreset.Dimension("80", "24");
        var request = new LayoutPreset.Request(panes, SIZE, dimension, new LayoutPreset.Dimension("0", "0"), 0);
        row("lay " + PANES + " panes out tiled", nanos(2_000,
                i -> sink += LayoutPreset.TILED.arrange(request).leaves().size()), "< 1,000 us");
        var layout = LayoutPreset.TILED.arrange(request);
        row("split one of them", nanos(2_000, i -> sink += layout.split(panes.get(i % PANES), new PaneId(99),
                new Layout.Place(Layout.Direction.TOP_BOTTOM, 0, false, false)).map(split -> 1).orElse(0)),
                "< 1,000 us");
        row("look one of them up", nanos(20_000,
                i -> sink += layout.area(panes.get(i % PANES)).orElseThrow().columns()), "< 100 us");
        var single = List.of(Layout.single(new PaneId(0), SIZE), Layout.single(new PaneId(0), new Size(100, 30)));
        row("apply a layout to a window", nanos(500,
                i -> mux.apply(new WindowEvent.LaidOut(new WindowId(0), single.get(i % 2)), i)), "< 1,000 us");
    }

    /** The whole command, from its words to its answer. */
    private void search() {
        var text = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            text.append("line ").append(i).append(" of what a program has printed").append("\r\n");
        }
        mux.apply(new PaneEvent.Forgotten(new PaneId(0)), 0);
        mux.apply(new PaneEvent.Output(new PaneId(0), ("needle\r\n" + text).getBytes(StandardCharsets.US_ASCII)), 0);
        row("search " + LINES + " lines for a word in the first", nanos(1, i -> {
            ask("copy-mode", "-t", "%0");
            ask("send-keys", "-t", "%0", "-X", "search-backward", "needle");
            ask("send-keys", "-t", "%0", "-X", "cancel");
        }), "< 10,000 us");
        if (!mux.pane(new PaneId(0)).terminal().title().isEmpty()) {
            System.out.println(Map.of("read", sink));
        }
    }

    private Seat ask(String... words) {
        var seat = bench.ask(words);
        while (thread.step()) {
            // until it is answered
        }
        if (seat.status() > 0) {
            throw new IllegalStateException(String.join(" ", words));
        }
        return seat;
    }
}
