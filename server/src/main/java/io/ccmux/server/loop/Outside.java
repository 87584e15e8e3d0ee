package io.ccmux.server.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.Effect;
import io.ccmux.server.format.Warning;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;

/**
 * Port: the world as the session thread acts on it. Nothing here waits; what takes time comes back as a
 * {@link Report}.
 */
public interface Outside {
    /** Now, microseconds since 1970. */
    long micros();

    // ---- journal ---------------------------------------------------------------------------

    /** Adds a transaction to the batch of this turn; returns the serial of its last record. */
    long append(long micros, List<Event> events);

    /** Hands the batch over. {@code replyWaits}: somebody waits until it is synced. */
    void submit(boolean replyWaits);

    /** Whether replies have to wait for {@link Report.Synced}. */
    boolean repliesAwaitSync();

    /** Whether the journal takes output as fast as programs print it. */
    boolean keepsUp();

    boolean checkpointDue();

    /** Writes a checkpoint of the present state; reported as done if the job is not 0. */
    void checkpoint(long job);

    /** Begins the journal anew with a checkpoint of the present state; {@link Report.DiskReturned} if that works. */
    void rejoin();

    /**
     * Writes a checkpoint of the present state after which nothing older of these panes stays on disk, or of anything
     * if there are none.
     */
    void forget(Set<PaneId> panes, long job);

    /** Reads the configuration again; {@link Report.Reconfigured} comes before the job is done. */
    void reload(long job);

    // ---- panes -----------------------------------------------------------------------------

    void spawn(PaneId pane, int run, Program program);

    /** What is started: program and arguments, absolute directory, the whole environment, the terminal's size. */
    record Program(List<String> arguments, String directory, Map<String, String> environment, Size size) {}

    void write(PaneId pane, byte[] bytes);

    void resize(PaneId pane, Size size);

    void signal(PaneId pane, int signal);

    /** Cuts the line of a pane that is gone; its program gets SIGHUP. */
    void hangUp(PaneId pane);

    /** Somebody typed and waits for what a program prints: for a moment, those that print without end are not read. */
    void hush();

    /** Reports up to so many bytes of output of all panes, in turns; returns whether there is more. */
    boolean readPanes(int bytesMax);

    /** Looks what runs in the foreground of panes; {@link Report.PaneSeen} for each, then {@link Report.AllSeen}. */
    void look(Map<PaneId, Long> pids, long job);

    /** Starts a command fed by a pane's output, or feeding its input; an earlier one of that pane ends. */
    void pipe(PaneId pane, String command, boolean output, boolean input);

    void feedPipe(PaneId pane, byte[] bytes);

    void closePipe(PaneId pane);

    // ---- clients ---------------------------------------------------------------------------

    void send(ClientId client, ServerMessage message);

    /** Whether a client has read enough for another frame to be worth sending. */
    boolean writable(ClientId client);

    void close(ClientId client);

    // ---- jobs ------------------------------------------------------------------------------

    /** Runs a shell command; {@link Report.JobDone} tells how it ended. */
    void shell(long job, Effect.Shell shell);

    void readFile(long job, String path, int bytesMax);

    /** The paths of the files that match a pattern of the shell's kind, each ended by a NUL. */
    void findFiles(long job, String pattern);

    void writeFile(long job, String path, byte[] bytes, boolean append);

    /** Makes a symbolic link, instead of one that is there; without a target, removes it. */
    void link(long job, String path, String target);

    /** {@link Report.Tick} comes once, after so many milliseconds. */
    void timer(long timer, long millis);

    // ---- the server ------------------------------------------------------------------------

    /** Ends the server after a last checkpoint and after all that was sent has left. */
    void stop();

    /** What screens warn of while the disk is well: that somebody wants less of the journal than it can do. */
    Optional<Warning> warning();

    /** Tells how the journal and the disk are. */
    void status(long job);
}
