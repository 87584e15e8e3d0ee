package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Told;
import io.ccmux.server.format.Warning;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;

/**
 * The outside in memory: a disk that is always fast, programs that always start and print nothing by themselves, shell
 * commands that end at once, and a clock that moves only when a test says so.
 */
public class OutsideTwin implements Outside {
    private record Timer(long number, long atMicros, long order) {}

    protected final Inbox inbox;
    private final PriorityQueue<Timer> timers = new PriorityQueue<>(
            Comparator.comparingLong(Timer::atMicros).thenComparingLong(Timer::order));
    private long micros = 1_795_180_381_000_000L;
    private long serial;
    private long timersSet;
    public final List<Event> journal = new ArrayList<>();
    /** Shell commands in the order in which they were run. */
    public final List<Effect.Shell> shells = new ArrayList<>();
    public final List<Program> spawned = new ArrayList<>();
    /** Why programs cannot be started, by their first argument. */
    public final Map<String, String> failures = new HashMap<>();
    /** Directories that are not there any more. */
    final List<String> gone = new ArrayList<>();
    final Map<PaneId, StringBuilder> typed = new HashMap<>();
    /** Symbolic links by their paths; empty for one that was removed. */
    final Map<String, String> links = new HashMap<>();
    final List<PaneId> pipes = new ArrayList<>();
    final List<ClientId> closed = new ArrayList<>();
    /** What a shell command prints; it succeeds unless what it prints is {@code fail}. */
    public Function<String, String> shell = command -> "";
    public BiConsumer<ClientId, ServerMessage> receiver = (client, message) -> {};
    /** Whether the past is ever forgotten that is to be, and what that is: panes, or all. */
    boolean forgets = true;
    final List<Set<PaneId>> forgotten = new ArrayList<>();
    /** Whether the server before the one that begins had stopped properly. */
    boolean clean = true;
    /** Names the boot of the machine, for a server that begins. */
    String boot = "";
    /** Whether what is submitted is written, without which it does not get to the medium either. */
    boolean writes = true;
    /** Whether what is written gets to the medium. */
    boolean syncs = true;
    Outcome reload = new Outcome.Failed("no configuration here");
    Optional<Warning> warning = Optional.empty();
    public boolean stopped;
    /** Whether clients read what they are sent. */
    public boolean readers = true;

    public OutsideTwin(Inbox inbox) {
        this.inbox = inbox;
    }

    boolean ringsWithin(long millis) {
        return timers.stream().anyMatch(timer -> timer.atMicros() <= micros + millis * 1_000);
    }

    /** Moves the clock, ringing the timers on the way, each in a turn of its own. */
    public final void pass(long millis, Runnable turns) {
        long until = micros + millis * 1_000;
        while (!timers.isEmpty() && timers.peek().atMicros() <= until) {
            var timer = timers.poll();
            micros = Math.max(micros, timer.atMicros());
            inbox.add(new Report.Tick(timer.number()));
            turns.run();
        }
        micros = until;
    }

    @Override
    public long micros() {
        return micros;
    }

    @Override
    public long append(long stamp, List<Event> events) {
        journal.addAll(events);
        serial += events.size();
        return serial;
    }

    @Override
    public void submit(boolean replyWaits) {
        if (writes) {
            inbox.add(new Report.Written(serial));
        }
        if (writes && syncs) {
            inbox.add(new Report.Synced(serial));
        }
    }

    @Override
    public boolean repliesAwaitSync() {
        return true;
    }

    @Override
    public boolean keepsUp() {
        return true;
    }

    @Override
    public boolean checkpointDue() {
        return false;
    }

    @Override
    public void checkpoint(long job) {
        inbox.add(new Report.JobDone(job, new Outcome.Reported(true, new Told(List.of(), Map.of("file", "1.cpt")))));
    }

    @Override
    public void rejoin() {
        inbox.add(new Report.DiskReturned());
    }

    @Override
    public void forget(Set<PaneId> panes, long job) {
        forgotten.add(panes);
        if (!forgets) {
            return;
        }
        inbox.add(new Report.JobDone(job, new Outcome.Reported(true, new Told(List.of(), Map.of("file", "1.cpt")))));
    }

    @Override
    public void reload(long job) {
        inbox.add(new Report.JobDone(job, reload));
    }

    @Override
    public void spawn(PaneId pane, int run, Program program) {
        spawned.add(program);
        String failure = failures.getOrDefault(program.arguments().getFirst(), "");
        if (failure.isEmpty()) {
            inbox.add(new Report.PaneStarted(pane, run, 5000 + pane.number(), "/dev/pts/" + pane.number(),
                    gone.contains(program.directory()) ? "/" : program.directory()));
        } else {
            inbox.add(new Report.PaneFailed(pane, run, failure));
        }
    }

    @Override
    public void write(PaneId pane, byte[] bytes) {
        typed.computeIfAbsent(pane, any -> new StringBuilder()).append(new String(bytes, StandardCharsets.UTF_8));
    }

    @Override
    public void resize(PaneId pane, Size size) {
        // programs here do not care
    }

    @Override
    public void signal(PaneId pane, int signal) {
        // nor do they hear of signals
    }

    @Override
    public void hangUp(PaneId pane) {
        // a test says when programs end
    }

    @Override
    public void hush() {}

    @Override
    public boolean readPanes(int bytesMax) {
        return false;
    }

    @Override
    public void look(Map<PaneId, Long> pids, long job) {
        inbox.add(new Report.AllSeen(job));
    }

    @Override
    public void pipe(PaneId pane, String command, boolean output, boolean input) {
        pipes.add(pane);
    }

    @Override
    public void feedPipe(PaneId pane, byte[] bytes) {
        typed.computeIfAbsent(pane, any -> new StringBuilder());
    }

    @Override
    public void closePipe(PaneId pane) {
        pipes.remove(pane);
    }

    @Override
    public void send(ClientId client, ServerMessage message) {
        receiver.accept(client, message);
    }

    @Override
    public boolean writable(ClientId client) {
        return readers;
    }

    @Override
    public void close(ClientId client) {
        closed.add(client);
        inbox.add(new Report.ClientGone(client));
    }

    @Override
    public void shell(long job, Effect.Shell run) {
        shells.add(run);
        String printed = shell.apply(run.command());
        var outcome = new Outcome.Finished(printed.equals("fail") ? 1 : 0, printed.getBytes(StandardCharsets.UTF_8));
        inbox.add(new Report.JobDone(job, outcome));
    }

    @Override
    public void readFile(long job, String path, int bytesMax) {
        inbox.add(new Report.JobDone(job, new Outcome.Failed("No such file or directory")));
    }

    @Override
    public void findFiles(long job, String pattern) {
        inbox.add(new Report.JobDone(job, new Outcome.Read(new byte[0])));
    }

    @Override
    public void writeFile(long job, String path, byte[] bytes, boolean append) {
        inbox.add(new Report.JobDone(job, new Outcome.Done()));
    }

    @Override
    public void link(long job, String path, String target) {
        links.put(path, target);
        inbox.add(new Report.JobDone(job, new Outcome.Done()));
    }

    @Override
    public void timer(long timer, long millis) {
        timers.add(new Timer(timer, micros + millis * 1_000, ++timersSet));
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public Optional<Warning> warning() {
        return warning;
    }

    @Override
    public void status(long job) {
        inbox.add(new Report.JobDone(job, new Outcome.Reported(true, new Told(List.of("journal: well"),
                Map.of("journal", "well")))));
    }
}
