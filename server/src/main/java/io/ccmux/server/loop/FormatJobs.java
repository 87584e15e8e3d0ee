package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;

/**
 * The commands of {@code #()} in formats. What a format gets is the last line of the latest run that ended; asking for
 * it has the command run again when the turn is over, but never twice at a time nor twice in a second.
 *
 * <p>Formats are expanded while commands are decided, and deciding does nothing: so what was asked for is only noted,
 * and {@link #start} runs it.
 */
final class FormatJobs {
    private static final long PAUSE_MICROS = 1_000_000;
    /** A command that nobody asked for in this time is forgotten. */
    private static final long FORGOTTEN_MICROS = 3_600_000_000L;
    private static final int COMMANDS_MAX = 512;

    /** A command, and what is known of its runs. */
    private static final class Job {
        String output = "";
        long askedMicros;
        /** When its latest run began or ended. */
        long ranMicros = Long.MIN_VALUE / 2;
        boolean running;
        boolean ended;
    }

    private final Core core;
    private final Map<String, Job> jobs = new HashMap<>();
    private final Set<String> wanted = new LinkedHashSet<>();

    FormatJobs(Core core) {
        this.core = core;
    }

    /** The last line of a command's output, as far as it is known. */
    String output(String command) {
        long now = core.outside().micros();
        if (!jobs.containsKey(command) && jobs.size() >= COMMANDS_MAX) {
            return "";
        }
        var job = jobs.computeIfAbsent(command, any -> new Job());
        job.askedMicros = now;
        if (!job.running && now - job.ranMicros >= PAUSE_MICROS) {
            wanted.add(command);
        }
        return job.running && !job.ended && now - job.ranMicros > PAUSE_MICROS
                ? "<'" + command + "' not ready>"
                : job.output;
    }

    /** Runs what was asked for in this turn; {@code changed} is told of each that then says something new. */
    void start(Runnable changed) {
        if (wanted.isEmpty()) {
            return;
        }
        long now = core.outside().micros();
        jobs.values().removeIf(job -> !job.running && now - job.askedMicros > FORGOTTEN_MICROS);
        for (String command : List.copyOf(wanted)) {
            var job = jobs.get(command);
            job.running = true;
            job.ranMicros = now;
            long number = core.jobs().begin(command, outcome -> done(job, outcome, changed));
            String home = core.facts().environment().getOrDefault("HOME", "/");
            var shell = new Effect.Shell(command, home);
            var within = shell.within(PaneEnvironment.of(core, Optional.empty(), shell));
            core.afterWritten(() -> core.outside().shell(number, within));
        }
        wanted.clear();
    }

    private void done(Job job, Outcome outcome, Runnable changed) {
        job.running = false;
        job.ended = true;
        job.ranMicros = core.outside().micros();
        String before = job.output;
        job.output = outcome instanceof Outcome.Finished(int status, byte[] bytes) ? lastLine(bytes) : "";
        if (!job.output.equals(before)) {
            changed.run();
        }
    }

    private static String lastLine(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).lines().reduce("", (before, line) -> line);
    }
}
