package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import io.ccmux.server.command.Closing;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;

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
 */
public final class Restart {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ROOT);

    /** Why the server before this one is no more; {@code lastMicros} is when it last wrote something, or 0. */
    public record Circumstances(boolean clean, long lastMicros) {}

    private final Core core;
    private final Programs programs;

    Restart(Core core, Programs programs) {
        this.core = core;
        this.programs = programs;
    }

    void run(Circumstances why) {
        for (var pane : List.copyOf(core.mux().panes())) {
            if (core.mux().find(pane.id()).isPresent()) {
                revive(pane, why);
            }
        }
    }

    private void revive(Pane pane, Circumstances why) {
        switch (pane.state()) {
            case STARTING, RUNNING, ORPHANED -> again(pane, why);
            case HELD -> {}
            case EXITED -> {
                if (pane.options().choice("remain-on-exit").equals("off")) {
                    core.ledger().commit(Closing.pane(core.mux(), pane.id()));
                }
            }
        }
    }

    private void again(Pane pane, Circumstances why) {
        String policy = pane.launch().isShell() ? "rerun" : pane.options().choice("respawn");
        String what = separator(why);
        switch (policy) {
            case "rerun" -> start(pane, pane.launch().in(pane.directory()), what);
            case "shell" -> start(pane, shell(pane), what);
            case "none" -> bury(pane);
            default -> core.ledger().commit(List.of(new PaneEvent.Held(pane.id(), pane.run(), what),
                    new PaneEvent.Output(pane.id(), hint(pane.launch()))));
        }
    }

    /** The pane stays as an orphan: one that ended by itself would close at the next start. */
    private void bury(Pane pane) {
        if (!pane.dead()) {
            core.ledger().commit(List.of(new PaneEvent.Exited(pane.id(), pane.run(), 0, 0, true)));
        }
    }

    private Launch shell(Pane pane) {
        return new Launch(List.of(core.facts().shell()), "", pane.directory(), pane.launch().environment());
    }

    private void start(Pane pane, Launch launch, String separator) {
        core.ledger().commit(List.of(new PaneEvent.RunBegan(pane.id(), pane.run() + 1, launch, separator)));
        programs.spawn(pane.id(), outcome -> {});
    }

    private static byte[] hint(Launch launch) {
        String command = launch.command().isEmpty() ? String.join(" ", launch.arguments()) : launch.command();
        return ("press Enter to run: " + printable(command) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static String printable(String text) {
        return text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private String separator(Circumstances why) {
        String end = (why.clean() ? "stopped" : "crashed")
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
