package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.server.command.Outcome;
import io.ccmux.server.loop.Report;

class BackgroundJobsTest {
    private static final long SECONDS = 60;

    @TempDir
    private Path directory;
    private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();
    private final BackgroundJobs jobs = new BackgroundJobs(reports::add);

    private Outcome outcome() throws InterruptedException {
        return assertInstanceOf(Report.JobDone.class, reports.poll(SECONDS, TimeUnit.SECONDS)).outcome();
    }

    @Test
    void tellsInWordsWhatTheWorldDenied() throws Exception {
        jobs.readFile(1, directory.resolve("none").toString(), 10);
        assertEquals(new Outcome.Failed("No such file or directory"), outcome());
        jobs.readFile(1, "a\0b", 10);
        assertEquals(new Outcome.Failed("No such file or directory"), outcome());
        jobs.readFile(1, directory.toString(), 10);
        assertEquals(new Outcome.Failed("Is a directory"), outcome());
        jobs.run(1, () -> {
            throw new IOException("disk on fire");
        });
        assertEquals(new Outcome.Failed("disk on fire"), outcome());
    }

    @Test
    void readsAndWritesFiles() throws Exception {
        String file = directory.resolve("file").toString();
        jobs.writeFile(1, file, "one".getBytes(StandardCharsets.UTF_8), false);
        assertEquals(new Outcome.Done(), outcome());
        jobs.writeFile(1, file, "two".getBytes(StandardCharsets.UTF_8), true);
        assertEquals(new Outcome.Done(), outcome());
        assertEquals("onetwo", Files.readString(Path.of(file)));
        jobs.readFile(1, file, 6);
        assertEquals("onetwo", new String(assertInstanceOf(Outcome.Read.class, outcome()).bytes(),
                StandardCharsets.UTF_8));
        jobs.readFile(1, file, 5);
        assertEquals(new Outcome.Failed("File too large"), outcome());
    }

    /** Nobody catches it: it gets to whoever ends the server for mistakes of our own. */
    @Test
    void hidesNoMistakeOfOurOwn() throws Exception {
        var mistakes = new LinkedBlockingQueue<Throwable>();
        jobs.run(1, () -> {
            Thread.currentThread().setUncaughtExceptionHandler((thread, mistake) -> mistakes.add(mistake));
            throw new IllegalStateException("ours");
        });
        assertEquals("ours", mistakes.poll(SECONDS, TimeUnit.SECONDS).getMessage());
    }
}
