package io.ccmux.server;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ccmux.server.loop.Inbox;
import io.ccmux.server.loop.Outside;
import io.ccmux.server.loop.Report;
import io.ccmux.server.loop.SessionLoop;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.pty.Pty;
import io.ccmux.server.pty.PtyEvents;
import io.ccmux.server.pty.PtyRequest;
import io.ccmux.server.pty.PtySize;
import io.ccmux.server.pty.PtySystem;

/**
 * The programs of panes as the loop knows them, by pane and run, on top of those of a {@link PtySystem}, which knows
 * them by one number. For the session thread only.
 */
final class Panes implements PtyEvents {
    private static final Logger LOG = LoggerFactory.getLogger(Panes.class);
    private static final int RUN_BITS = 32;

    /** A program that was asked for: its terminal once it runs, and what was typed before. */
    private static final class Program {
        final int run;
        final PendingInput pending = new PendingInput();
        Pty pty;
        boolean signalled;
        private boolean dropped;

        Program(int run) {
            this.run = run;
        }

        /** Says once that input is lost. */
        void dropped(PaneId pane) {
            if (!dropped) {
                LOG.warn("the program in {} does not read: input beyond {} bytes is dropped", pane,
                        PendingInput.BYTES_MAX);
            }
            dropped = true;
        }
    }

    private final Inbox inbox;
    private final Slack slack;
    private final Map<PaneId, Program> programs = new HashMap<>();
    private PtySystem system;
    private SessionLoop loop;

    Panes(Inbox inbox, Slack slack) {
        this.inbox = inbox;
        this.slack = slack;
    }

    void connect(PtySystem ptys, SessionLoop sessionLoop) {
        system = ptys;
        loop = sessionLoop;
    }

    // ---- from the loop ---------------------------------------------------------------------

    void spawn(PaneId pane, int run, Outside.Program what) {
        programs.put(pane, new Program(run));
        system.spawn(new PtyRequest(number(pane, run), what.arguments(), what.directory(), what.environment(),
                new PtySize(what.size().columns(), what.size().rows())));
    }

    void write(PaneId pane, byte[] bytes) {
        with(pane, program -> {
            boolean first = program.pending.isEmpty();
            if (!program.pending.add(bytes)) {
                program.dropped(pane);
            } else if (first && program.pty != null) {
                program.pending.flush(program.pty);
            }
        });
    }

    void resize(PaneId pane, Size size) {
        with(pane, program -> {
            if (program.pty != null) {
                program.pty.resize(new PtySize(size.columns(), size.rows()));
            }
        });
    }

    void signal(PaneId pane, int signal) {
        with(pane, program -> {
            program.signalled = true;
            if (program.pty != null) {
                program.pty.kill(signal);
            }
        });
    }

    void hangUp(PaneId pane) {
        var program = programs.remove(pane);
        if (program != null && program.pty != null) {
            program.pty.hangUp();
        }
    }

    boolean read(int bytesMax) {
        return system.read(bytesMax);
    }

    void hush() {
        system.hush();
    }

    private void with(PaneId pane, Consumer<Program> deed) {
        var program = programs.get(pane);
        if (program != null) {
            deed.accept(program);
        }
    }

    private static long number(PaneId pane, int run) {
        return (long) pane.number() << RUN_BITS | run;
    }

    private static PaneId pane(long number) {
        return new PaneId((int) (number >> RUN_BITS));
    }

    private static int run(long number) {
        return (int) number;
    }

    /** The program if the pane still waits for this run of it. */
    private Program current(long number) {
        var program = programs.get(pane(number));
        return program != null && program.run == run(number) ? program : null;
    }

    // ---- from the terminals ----------------------------------------------------------------

    @Override
    public void ready() {
        inbox.wake();
    }

    @Override
    public void started(long number, Pty pty, String directory) {
        var program = current(number);
        if (program == null) {
            pty.hangUp();
            return;
        }
        program.pty = pty;
        inbox.add(new Report.PaneStarted(pane(number), run(number), pty.pid(), pty.tty(), directory));
        program.pending.flush(pty);
    }

    @Override
    public void failed(long number, String message) {
        programs.remove(pane(number));
        inbox.add(new Report.PaneFailed(pane(number), run(number), message));
    }

    @Override
    public void output(long number, byte[] bytes) {
        slack.worked(bytes.length);
        if (current(number) != null) {
            loop.wrote(pane(number), run(number), bytes);
        }
    }

    @Override
    public void writable(long number) {
        var program = current(number);
        if (program != null) {
            program.pending.flush(program.pty);
        }
    }

    @Override
    public void exited(long number, int status, int signal) {
        var program = current(number);
        boolean ours = program == null || program.signalled;
        if (program != null) {
            programs.remove(pane(number));
        }
        inbox.add(new Report.PaneExited(pane(number), run(number), status, signal, ours));
    }
}
