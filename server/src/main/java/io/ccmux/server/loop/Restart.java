package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.ccmux.server.command.Closing;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.ServerEvent;

/**
 * The second step after a crash or a stop: what should live and does not is started again, by ordinary transactions.
 *
 * <pre>
 *  the run was               | shell          | command: hold      shell         rerun          none
 *  --------------------------+----------------+-----------------------------------------------------------
 *  starting, running, orphan | a new shell    | waits for Enter    a shell       run again      stays dead
 *  held                      | -              | waits still
 *  ended by itself           | the pane closes, as it was about to, unless remain-on-exit keeps it
 * </pre>
 *
 * <p>In another boot of the machine nothing of the time before lives: that is an event, too, which takes the numbers of
 * processes out of the state, for whoever has them now is somebody else.
 *
 * <p>A command whose program is in {@code respawn-allow} is run again whatever {@code respawn} says.
 */
public final class Restart {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT);

    /**
     * Why the server before this one is no more.
     *
     * @param boot       names the boot of the machine that this one runs in, or empty
     * @param lastMicros when it last wrote something, or 0
     * @param news       what whoever attaches first should know of the recovery, or empty
     * @param revivals   hears what became of the panes
     */
    public record Circumstances(boolean clean, String boot, long lastMicros, String news, Revivals revivals) {}

    private final Core core;
    private final Programs programs;
    private final Revivals revivals;

    Restart(Core core, Programs programs, Revivals revivals) {
        this.core = core;
        this.programs = programs;
        this.revivals = revivals;
    }

    void run(Circumstances why) {
        String what = separator(why);
        if (!why.boot().isEmpty() && !why.boot().equals(core.mux().continuity().boot())) {
            core.ledger().commit(List.of(new ServerEvent.Booted(why.boot())));
        }
        core.ledger().commit(core.mux().panes().stream().filter(Pane::barShown)
                .<Event>map(pane -> new PaneEvent.BarShown(pane.id(), false)).toList());
        for (var pane : List.copyOf(core.mux().panes())) {
            if (core.mux().find(pane.id()).isPresent()) {
                revive(pane, what);
            }
        }
        revivals.begun();
        new Forgettings(core).goOn();
    }

    private void revive(Pane pane, String what) {
        switch (pane.state()) {
            case STARTING, RUNNING, ORPHANED -> again(pane, what);
            case HELD -> found(pane, Revivals.Result.HELD, command(pane.launch()));
            case EXITED -> {
                boolean closes = pane.options().choice("remain-on-exit").equals("off");
                found(pane, closes ? Revivals.Result.CLOSED : Revivals.Result.NONE, "");
                if (closes) {
                    core.ledger().commit(Closing.pane(core.mux(), pane.id()));
                }
            }
        }
    }

    private void found(Pane pane, Revivals.Result result, String detail) {
        revivals.add(pane.id(), pane.run(), result, detail);
    }

    private void again(Pane pane, String what) {
        var launch = pane.launch();
        boolean same = launch.isShell()
                || AllowedPrograms.of(core.mux().serverOptions().array("respawn-allow").values()).allow(launch);
        switch (same ? "rerun" : pane.options().choice("respawn")) {
            case "rerun" -> start(pane, launch.in(pane.directory()), what);
            case "shell" -> start(pane, shell(pane), what);
            case "none" -> bury(pane);
            default -> {
                core.ledger().commit(List.of(new PaneEvent.Held(pane.id(), pane.run(), what),
                        new PaneEvent.Output(pane.id(), hint(launch))));
                found(pane, Revivals.Result.HELD, command(launch));
            }
        }
    }

    /** The pane stays as an orphan: one that ended by itself would close at the next start. */
    private void bury(Pane pane) {
        found(pane, Revivals.Result.NONE, "");
        if (!pane.dead()) {
            core.ledger().commit(List.of(new PaneEvent.Exited(pane.id(), pane.run(), 0, 0, true)));
        }
    }

    private Launch shell(Pane pane) {
        return new Launch(List.of(core.facts().shell()), "", pane.directory(), pane.launch().environment());
    }

    private void start(Pane pane, Launch launch, String separator) {
        core.ledger().commit(List.of(new PaneEvent.RunBegan(pane.id(), pane.run() + 1, launch, separator)));
        found(pane, Revivals.Result.STARTING, "");
        programs.spawn(pane.id(), outcome -> started(pane, outcome));
    }

    private void started(Pane pane, Outcome outcome) {
        if (outcome instanceof Outcome.Failed(String message)) {
            found(pane, Revivals.Result.FAILED, message);
        } else {
            boolean elsewhere = !pane.directory().equals(pane.launch().directory());
            found(pane, pane.launch().isShell() ? Revivals.Result.SHELL : Revivals.Result.RERUN,
                    elsewhere ? "in " + pane.directory() + " instead of " + pane.launch().directory() : "");
        }
    }

    private static byte[] hint(Launch launch) {
        return ("press Enter to run: " + printable(command(launch)) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String command(Launch launch) {
        return launch.command().isEmpty() ? String.join(" ", launch.arguments()) : launch.command();
    }

    private static String printable(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private String separator(Circumstances why) {
        boolean rebooted = core.mux().continuity().rebooted(why.boot());
        String end = (why.clean() ? "stopped" : rebooted ? "the machine went down" : "crashed")
                + (why.lastMicros() == 0 ? "" : " " + time(why.lastMicros()));
        return "-- " + end + ", restored " + time(core.outside().micros()) + " --";
    }

    private String time(long micros) {
        return TIME.format(Instant.ofEpochMilli(micros / 1_000).atZone(core.facts().zone()));
    }

    /** A pane that waits for Enter runs its command now. */
    static void release(Core core, Programs programs, PaneId id) {
        var pane = core.mux().pane(id);
        core.ledger().commit(List.of(
                new PaneEvent.RunBegan(id, pane.run() + 1, pane.launch().in(pane.directory()), "")));
        programs.spawn(id, outcome -> {});
    }
}
