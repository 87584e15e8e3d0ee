package io.ccmux.server;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ccmux.persistence.Checkpoint;
import io.ccmux.persistence.Durability;
import io.ccmux.persistence.Persistence;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Told;
import io.ccmux.server.format.Warning;
import io.ccmux.server.journal.EventJournal;
import io.ccmux.server.loop.ClientSender;
import io.ccmux.server.loop.Inbox;
import io.ccmux.server.loop.Outside;
import io.ccmux.server.loop.Report;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;
import io.netty.channel.EventLoop;

/**
 * The world as it is: the journal on disk, programs on terminals, clients on the socket, threads for what takes time.
 */
final class LiveOutside implements Outside {
    private static final Logger LOG = LoggerFactory.getLogger(LiveOutside.class);
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final EventLoop eventLoop;
    private final Inbox inbox;
    private final Persistence persistence;
    private final EventJournal journal;
    private final Panes panes;
    private final BackgroundJobs jobs;
    private final PaneFilters filters;
    private final Path state;
    private final Runnable ending;
    private ClientSender clients;
    private Slack slack;
    private Reconfiguration reconfiguration;
    private boolean ended;

    /**
     * @param state  the directory
     * @param ending what to do when the loop says that the server ends
     */
    LiveOutside(EventLoop eventLoop, Inbox inbox, Persistence persistence, EventJournal journal, Panes panes,
            Path state, Runnable ending) {
        this.eventLoop = eventLoop;
        this.inbox = inbox;
        this.persistence = persistence;
        this.journal = journal;
        this.panes = panes;
        this.jobs = new BackgroundJobs(inbox::post);
        this.filters = new PaneFilters(inbox);
        this.state = state;
        this.ending = ending;
    }

    void connect(ClientSender sender, Reconfiguration configurations, Slack memory) {
        clients = sender;
        reconfiguration = configurations;
        slack = memory;
    }

    static long now() {
        var now = Instant.now();
        return now.getEpochSecond() * MICROS_PER_SECOND + now.getNano() / 1_000;
    }

    @Override
    public long micros() {
        return now();
    }

    // ---- journal ---------------------------------------------------------------------------

    @Override
    public long append(long micros, List<Event> events) {
        return journal.append(micros, events);
    }

    @Override
    public void submit(boolean replyWaits) {
        journal.submit(replyWaits);
    }

    @Override
    public boolean repliesAwaitSync() {
        // Also when the disk is in trouble: that is reported, and a reply must not be faster than the report.
        return persistence.durability() == Durability.STRICT;
    }

    @Override
    public boolean keepsUp() {
        return persistence.keepsUp();
    }

    @Override
    public boolean checkpointDue() {
        return persistence.checkpointDue();
    }

    @Override
    public void checkpoint(long job) {
        journal.checkpoint(micros()).whenComplete((done, failure) -> inbox.post(
                new Report.JobDone(job, outcome(done, failure))));
    }

    @Override
    public void rejoin() {
        journal.rejoin(micros()).whenComplete((done, failure) -> {
            if (failure == null) {
                inbox.post(new Report.DiskReturned());
            } else {
                LOG.warn("the journal cannot begin anew yet: {}", failure.getMessage());
            }
        });
    }

    @Override
    public void forget(Set<PaneId> panes, long job) {
        journal.forget(micros(), panes).whenComplete((done, failure) -> inbox.post(
                new Report.JobDone(job, outcome(done, failure))));
    }

    private static Outcome outcome(Checkpoint done, Throwable failure) {
        return failure == null
                ? new Outcome.Reported(true, new Told(List.of(), StatusLines.facts(done)))
                : new Outcome.Failed("checkpoint failed: " + failure.getMessage());
    }

    @Override
    public void reload(long job) {
        jobs.run(job, () -> reconfiguration.read(inbox::post));
    }

    // ---- panes -----------------------------------------------------------------------------

    @Override
    public void spawn(PaneId pane, int run, Program program) {
        panes.spawn(pane, run, program);
    }

    @Override
    public void write(PaneId pane, byte[] bytes) {
        panes.write(pane, bytes);
    }

    @Override
    public void resize(PaneId pane, Size size) {
        panes.resize(pane, size);
    }

    @Override
    public void signal(PaneId pane, int signal) {
        panes.signal(pane, signal);
    }

    @Override
    public void hangUp(PaneId pane) {
        panes.hangUp(pane);
    }

    @Override
    public void hush() {
        panes.hush();
    }

    @Override
    public boolean readPanes(int bytesMax) {
        return panes.read(bytesMax);
    }

    @Override
    public void look(Map<PaneId, Long> pids, long job) {
        jobs.look(pids, job);
    }

    @Override
    public void pipe(PaneId pane, String command, boolean output, boolean input) {
        filters.start(pane, command, output, input);
    }

    @Override
    public void feedPipe(PaneId pane, byte[] bytes) {
        filters.feed(pane, bytes);
    }

    @Override
    public void closePipe(PaneId pane) {
        filters.close(pane);
    }

    // ---- clients ---------------------------------------------------------------------------

    @Override
    public void send(ClientId client, ServerMessage message) {
        clients.send(client, message);
        if (message instanceof ServerMessage.Print(int request, int stream, byte[] bytes)) {
            slack.worked(bytes.length);
        }
    }

    @Override
    public boolean writable(ClientId client) {
        return clients.writable(client);
    }

    @Override
    public void close(ClientId client) {
        clients.close(client);
    }

    // ---- jobs ------------------------------------------------------------------------------

    @Override
    public void shell(long job, Effect.Shell shell) {
        jobs.shell(job, shell);
    }

    @Override
    public void readFile(long job, String path, int bytesMax) {
        jobs.readFile(job, path, bytesMax);
    }

    @Override
    public void findFiles(long job, String pattern) {
        jobs.findFiles(job, pattern);
    }

    @Override
    public void link(long job, String path, String target) {
        jobs.link(job, path, target);
    }

    @Override
    public void writeFile(long job, String path, byte[] bytes, boolean append) {
        jobs.writeFile(job, path, bytes, append);
    }

    @Override
    public void timer(long timer, long millis) {
        eventLoop.schedule(() -> inbox.add(new Report.Tick(timer)), millis, TimeUnit.MILLISECONDS);
    }

    // ---- the server ------------------------------------------------------------------------

    @Override
    public void stop() {
        if (!ended) {
            ended = true;
            ending.run();
        }
    }

    @Override
    public Optional<Warning> warning() {
        return StatusLines.warning(persistence.durability());
    }

    @Override
    public void status(long job) {
        jobs.run(job, () -> new Outcome.Reported(true, StatusLines.of(persistence, state)));
    }
}
