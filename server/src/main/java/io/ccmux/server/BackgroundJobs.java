package io.ccmux.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.format.Glob;
import io.ccmux.server.loop.Report;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.pty.Foreground;

/** Work that takes time, off the session thread: shell commands, files, a look at {@code /proc}. */
final class BackgroundJobs {
    private static final int JOBS_MAX = 64;
    private static final int WAITING_MAX = 1_000;
    private static final int OUTPUT_BYTES_MAX = 16 << 20;
    private static final long THREAD_SECONDS = 5;

    private final Consumer<Report> reports;
    private final ThreadPoolExecutor threads = pool("ccmux-job-", JOBS_MAX);
    private final ThreadPoolExecutor looker = pool("ccmux-look-", 1);

    /** @param reports takes what became of the work, from any thread */
    BackgroundJobs(Consumer<Report> reports) {
        this.reports = reports;
    }

    private static ThreadPoolExecutor pool(String name, int size) {
        var pool = new ThreadPoolExecutor(size, size, THREAD_SECONDS, TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(WAITING_MAX), Thread.ofPlatform().name(name, 0).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Something that takes time. Only the world may fail; a mistake of ours ends the server as anywhere else. */
    @FunctionalInterface
    interface Work {
        Outcome run() throws IOException, InterruptedException;
    }

    void run(long job, Work work) {
        try {
            threads.execute(() -> reports.accept(new Report.JobDone(job, outcome(work))));
        } catch (RejectedExecutionException full) {
            reports.accept(new Report.JobDone(job, new Outcome.Failed("too many jobs")));
        }
    }

    private static Outcome outcome(Work work) {
        try {
            return work.run();
        } catch (NoSuchFileException | InvalidPathException missing) {
            return new Outcome.Failed("No such file or directory");
        } catch (AccessDeniedException denied) {
            return new Outcome.Failed("Permission denied");
        } catch (IOException failed) {
            return new Outcome.Failed(String.valueOf(failed.getMessage()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Failed("interrupted");
        }
    }

    void shell(long job, Effect.Shell shell) {
        run(job, () -> {
            var builder = new ProcessBuilder("/bin/sh", "-c", shell.command());
            if (shell.errors()) {
                builder.redirectErrorStream(true);
            } else {
                builder.redirectError(ProcessBuilder.Redirect.DISCARD);
            }
            if (Files.isDirectory(Path.of(shell.directory()))) {
                builder.directory(Path.of(shell.directory()).toFile());
            }
            builder.environment().putAll(shell.environment());
            var process = builder.start();
            Thread.ofVirtual().start(() -> feed(process, shell.input()));
            byte[] output = process.getInputStream().readNBytes(OUTPUT_BYTES_MAX);
            process.getInputStream().transferTo(OutputStream.nullOutputStream());
            return new Outcome.Finished(process.waitFor(), output);
        });
    }

    /** A command may end without reading what it is given. */
    private static void feed(Process process, byte[] input) {
        try (var in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException unread) {
            // that is its right
        }
    }

    void readFile(long job, String path, int bytesMax) {
        run(job, () -> {
            var file = Path.of(path);
            if (Files.isDirectory(file)) {
                throw new IOException("Is a directory");
            }
            try (var in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(bytesMax + 1);
                if (bytes.length > bytesMax) {
                    throw new IOException("File too large");
                }
                return new Outcome.Read(bytes);
            }
        });
    }

    void findFiles(long job, String pattern) {
        run(job, () -> {
            List<Path> found = List.of(Path.of("/"));
            for (Path name : Path.of(pattern)) {
                found = matching(found, name.toString());
            }
            return new Outcome.Read(found.stream().map(path -> path + "\0").sorted().collect(Collectors.joining())
                    .getBytes(StandardCharsets.UTF_8));
        });
    }

    /** What is called so in these directories; a name that begins with a dot only if the pattern does. */
    private static List<Path> matching(List<Path> directories, String pattern) throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path directory : directories) {
            if (pattern.equals(".") || pattern.equals("..")) {
                found.add(directory.resolve(pattern));
            } else if (Files.isDirectory(directory) && Files.isReadable(directory)) {
                try (var entries = Files.list(directory)) {
                    entries.filter(entry -> {
                        String name = entry.getFileName().toString();
                        return Glob.matches(pattern, name) && (!name.startsWith(".") || pattern.startsWith("."));
                    }).forEach(found::add);
                }
            }
        }
        return found;
    }

    void writeFile(long job, String path, byte[] bytes, boolean append) {
        run(job, () -> {
            OpenOption how = append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING;
            Files.write(Path.of(path), bytes, StandardOpenOption.CREATE, StandardOpenOption.WRITE, how);
            return new Outcome.Done();
        });
    }

    /** Who follows the link meanwhile finds the old target or the new one. */
    void link(long job, String path, String target) {
        run(job, () -> {
            var link = Path.of(path);
            if (target.isEmpty()) {
                Files.deleteIfExists(link);
                return new Outcome.Done();
            }
            var fresh = Path.of(path + ".new");
            Files.deleteIfExists(fresh);
            Files.createSymbolicLink(fresh, Path.of(target));
            Files.move(fresh, link, StandardCopyOption.ATOMIC_MOVE);
            return new Outcome.Done();
        });
    }

    void look(Map<PaneId, Long> pids, long job) {
        var panes = Map.copyOf(pids);
        looker.execute(() -> {
            panes.forEach((pane, pid) -> Foreground.of(pid).ifPresent(seen -> reports
                    .accept(new Report.PaneSeen(pane, seen.directory(), seen.command()))));
            reports.accept(new Report.AllSeen(job));
        });
    }
}
