package io.ccmux.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A program in control mode, tmux or ccmux: takes command lines and gives what they print and how they end. */
final class ControlPeer implements AutoCloseable {
    /** Far more than all lines take together: a peer that does not answer ends, and the test with it. */
    private static final long LIFE_SECONDS = 300;

    private final Process process;
    private final BufferedReader from;
    private final Writer to;
    private int asked;

    /** What a command line printed; {@code status} is 0, or 1 if any of its commands failed. */
    record Answer(int status, List<String> lines) {
        @Override
        public String toString() {
            return "[" + status + "] " + String.join(" | ", lines);
        }
    }

    /** @param process one that attaches to a session by the command it was started with */
    ControlPeer(Process process) {
        this.process = process;
        this.from = process.inputReader(StandardCharsets.UTF_8);
        this.to = process.outputWriter(StandardCharsets.UTF_8);
        CompletableFuture.delayedExecutor(LIFE_SECONDS, TimeUnit.SECONDS).execute(process::destroyForcibly);
        block();
    }

    /** Runs a command line, then one that says that it is over: a line may be any number of commands. */
    Answer run(String line) {
        String end = "END-OF-" + ++asked;
        try {
            to.write(line + "\ndisplay-message -p " + end + "\n");
            to.flush();
        } catch (IOException gone) {
            throw new UncheckedIOException("before: " + line, gone);
        }
        int status = 0;
        var lines = new ArrayList<String>();
        while (true) {
            var answer = block();
            if (answer.lines().equals(List.of(end))) {
                return new Answer(status, lines);
            }
            status = Math.max(status, answer.status());
            lines.addAll(answer.lines());
        }
    }

    /** The next answer; what is told between answers is skipped. */
    private Answer block() {
        var lines = new ArrayList<String>();
        boolean within = false;
        try {
            for (String line = from.readLine(); line != null; line = from.readLine()) {
                if (line.startsWith("%begin ")) {
                    within = true;
                    lines.clear();
                } else if (line.startsWith("%end ") || line.startsWith("%error ")) {
                    return new Answer(line.startsWith("%end ") ? 0 : 1, lines);
                } else if (within) {
                    lines.add(line);
                } else if (line.startsWith("%exit")) {
                    break;
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        throw new AssertionError("it ended after " + asked + " command lines");
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
