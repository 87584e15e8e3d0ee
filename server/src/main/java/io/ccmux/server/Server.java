package io.ccmux.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ccmux.persistence.JournalListener;
import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.storage.DiskStorage;
import io.ccmux.protocol.SocketPath;
import io.ccmux.protocol.UserShell;
import io.ccmux.server.format.ServerFacts;
import io.ccmux.server.journal.EventJournal;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.loop.Facts;
import io.ccmux.server.loop.Inbox;
import io.ccmux.server.loop.Report;
import io.ccmux.server.loop.Restart;
import io.ccmux.server.loop.Revivals;
import io.ccmux.server.loop.SessionLoop;
import io.ccmux.server.net.NetLimits;
import io.ccmux.server.net.SocketServer;
import io.ccmux.server.pty.NativeThread;
import io.ccmux.server.pty.Pty4jSystem;
import io.netty.channel.EventLoop;
import io.netty.channel.IoEventLoop;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;

/** A running server: everything that the session thread is connected to, put together in one place. */
final class Server {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String VERSION = "0.1.0";
    private static final long STOP_SECONDS = 20;
    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
    /** Netty wakes a loop with nothing scheduled every second to forget what was cancelled; this lets it sleep. */
    private static final long NOTHING_DAYS = 10_000;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Inbox inbox;
    private final LoadedState state;
    private final Persistence persistence;
    private final Signals signals;
    private SocketServer sockets;

    private Server(Signals signals, Inbox inbox, LoadedState state, Persistence persistence) {
        this.signals = signals;
        this.inbox = inbox;
        this.state = state;
        this.persistence = persistence;
    }

    /** Locks and loads the state, starts the session thread, listens, and brings back what should live. */
    static Server start(ServerArguments arguments, Map<String, String> environment, Signals signals)
            throws IOException {
        var group = new MultiThreadIoEventLoopGroup(1,
                Thread.ofPlatform().name("ccmux-session").factory(), EpollIoHandler.newFactory());
        var eventLoop = group.next();
        eventLoop.schedule(() -> {}, NOTHING_DAYS, TimeUnit.DAYS);
        var inbox = new Inbox(eventLoop, turn -> eventLoop.schedule(turn, 0, TimeUnit.NANOSECONDS));
        var extensions = RecordExtensions.installed();
        var state = new LoadedState(arguments.strictRecovery(), extensions);
        var configuration = Configuration.read(arguments);
        var settings = configuration.persistence(environment);
        var persistence = Persistence.open(settings, DiskStorage.open(arguments.state()), extensions.registry(), state,
                listener(inbox));
        if (arguments.strictRecovery() && persistence.report().readOnly()) {
            persistence.close();
            throw new IOException("recovery refused: nothing can be written to " + arguments.state());
        }
        var server = new Server(signals, inbox, state, persistence);
        server.run(eventLoop, arguments, facts(arguments, environment), configuration);
        return server;
    }

    private void run(IoEventLoop eventLoop, ServerArguments arguments, Facts facts, Configuration configuration)
            throws IOException {
        var slack = new Slack(eventLoop);
        var panes = new Panes(inbox, slack);
        var journal = new EventJournal(persistence, state.mux());
        var outside = new LiveOutside(eventLoop, inbox, persistence, journal, panes, arguments.state(),
                () -> end(eventLoop, journal));
        var loop = new SessionLoop(state.mux(), persistence.status().appendedSerial(), inbox, outside, facts,
                ServerMain::mistake);
        panes.connect(Pty4jSystem.open(eventLoop, panes, ServerMain::mistake), loop);
        sockets = new SocketServer(arguments.socket(), eventLoop, loop, NetLimits.DEFAULT);
        var reconfiguration = new Reconfiguration(arguments, facts.environment(), persistence, configuration);
        outside.connect(sockets, reconfiguration, slack);
        var report = persistence.report();
        String boot = boot();
        var left = RecoveryPage.Left.of(state.mux().continuity(), boot);
        var circumstances = new Restart.Circumstances(!report.unclean(), boot, state.lastMicros(),
                RecoveryPage.news(report),
                new Revivals(revivals -> persistence.publish(RecoveryPage.FILE,
                        new RecoveryPage(report, left, LiveOutside.now(), revivals).bytes())));
        var findings = findings();
        configuration.problems().forEach(LOG::warn);
        findings.forEach(LOG::warn);
        var configured = configured(arguments, facts, configuration);
        onSessionThread(eventLoop, () -> loop.begin(configured, findings, circumstances));
        onSessionThread(eventLoop, slack::begin);
        sockets.listen();
        signals.connect(() -> reconfiguration.read(inbox::post), this::listenAgain);
        stopOnSignals();
    }

    private SessionLoop.Configured configured(ServerArguments arguments, Facts facts, Configuration configuration) {
        var events = Editor.of(facts.environment()).events(state.mux());
        events.addAll(configuration.events(state.mux()));
        return new SessionLoop.Configured(events, List.copyOf(configuration.problems()),
                state.lastMicros() == 0 ? FirstStart.offer(arguments, facts.environment()) : "");
    }

    /** Somebody has removed the socket. */
    private void listenAgain() {
        try {
            sockets.listenAgain();
        } catch (IOException failed) {
            LOG.error("cannot listen again", failed);
        }
    }

    /** What the user should know of the recovery. */
    private List<String> findings() {
        return persistence.report().findings().stream()
                .map(finding -> "recovery, case " + finding.row().letter() + ": " + finding.text()).toList();
    }

    private static void onSessionThread(EventLoop eventLoop, Runnable deed) throws IOException {
        try {
            eventLoop.submit(deed).sync();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while starting", stopped);
        }
    }

    private static JournalListener listener(Inbox inbox) {
        return new JournalListener() {
            @Override
            public void written(long serial) {
                inbox.post(new Report.Written(serial));
            }

            @Override
            public void synced(long serial) {
                inbox.post(new Report.Synced(serial));
            }

            @Override
            public void failed(IOException cause) {
                LOG.error("the journal failed", cause);
                inbox.post(new Report.DiskFailed(String.valueOf(cause.getMessage())));
            }

            @Override
            public void healed() {
                inbox.post(new Report.DiskHealed());
            }

            @Override
            public void checkpointThread() {
                NativeThread.yieldToOthers();
            }

            @Override
            public void slow(long millis) {
                LOG.warn("the disk has not answered for {} ms", millis);
            }
        };
    }

    private static Facts facts(ServerArguments arguments, Map<String, String> environment) throws IOException {
        var server = new ServerFacts(ProcessHandle.current().pid(), arguments.socket().toString(), VERSION,
                LiveOutside.now(), host(), SocketPath.userId(), System.getProperty("user.name"),
                arguments.config().map(Path::toString).orElse(""));
        return new Facts(server, ZoneId.systemDefault(), UserShell.of(environment),
                new Terminfo(environment), environment);
    }

    private static String host() throws IOException {
        return Files.readString(Path.of("/proc/sys/kernel/hostname")).strip();
    }

    /** Names the time since the machine was started; nothing where a system does not say. */
    private static String boot() throws IOException {
        return Files.isReadable(BOOT) ? Files.readString(BOOT).strip() : "";
    }

    /** SIGTERM and SIGINT end the server and keep its sessions. */
    private void stopOnSignals() {
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("ccmux-stop").unstarted(() -> {
            inbox.post(new Report.StopAsked());
            try {
                if (!ended.await(STOP_SECONDS, TimeUnit.SECONDS)) {
                    LOG.error("the server did not end in {} s; it will be recovered", STOP_SECONDS);
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
    }

    private void end(EventLoop eventLoop, EventJournal journal) {
        eventLoop.execute(() -> {
            try {
                journal.stop(LiveOutside.now());
                sockets.close();
            } catch (IOException failed) {
                LOG.error("the last checkpoint failed", failed);
            } finally {
                ended.countDown();
            }
        });
    }

    void await() throws InterruptedException {
        ended.await();
    }
}
