package io.ccmux.it;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** The processes of this machine, as {@code /proc} tells of them. */
final class Processes {
    private static final Duration END = Duration.ofSeconds(120);
    private static final Duration GLANCE = Duration.ofMillis(5);

    /** A process with its arguments and variables, each list separated by NULs as the kernel keeps it. */
    record Seen(long pid, String arguments, String environment) {
        boolean mentions(String text) {
            return arguments.contains(text) || environment.contains(text);
        }
    }

    private Processes() {}

    /** The processes that run and are like this, this one left out. */
    static List<Long> with(Predicate<Seen> like) {
        return ProcessHandle.allProcesses().map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid() && runs(pid))
                .map(pid -> new Seen(pid, read(pid, "cmdline"), read(pid, "environ"))).filter(like).map(Seen::pid)
                .toList();
    }

    /** Whether the process is there and more than a status that nobody fetches. */
    static boolean runs(long pid) {
        String stat = read(pid, "stat");
        int name = stat.lastIndexOf(')');
        return name >= 0 && "ZX".indexOf(stat.charAt(name + 2)) < 0;
    }

    /** The letter that the kernel gives the state of a process, such as T for stopped. */
    static char state(long pid) {
        String stat = read(pid, "stat");
        return stat.charAt(stat.lastIndexOf(')') + 2);
    }

    /** How many files and sockets the process has open. */
    static int openFiles(long pid) {
        try (var files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return (int) files.count();
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    static int threads(long pid) {
        return (int) status(pid, "Threads");
    }

    /** What the process holds of the machine's memory, in KiB. */
    static long residentKibibytes(long pid) {
        return status(pid, "VmRSS");
    }

    private static long status(long pid, String name) {
        return read(pid, "status").lines().filter(line -> line.startsWith(name + ":"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }

    static void signal(long pid, String name) {
        try {
            int status = new ProcessBuilder("kill", "-" + name, Long.toString(pid)).inheritIO().start().waitFor();
            if (status != 0) {
                throw new AssertionError("kill -" + name + " " + pid + ": " + status);
            }
        } catch (IOException failed) {
            throw new AssertionError(failed);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    static void awaitEnd(long pid) {
        await("end of " + pid).atMost(END).pollDelay(Duration.ZERO).pollInterval(GLANCE).until(() -> !runs(pid));
    }

    /** Kills the processes that are like this until there are none; one may start another before it dies. */
    static void endAll(Predicate<Seen> like) {
        for (var pids = with(like); !pids.isEmpty(); pids = with(like)) {
            pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
            pids.forEach(Processes::awaitEnd);
        }
    }

    private static String read(long pid, String file) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/" + file), StandardCharsets.ISO_8859_1);
        } catch (IOException gone) {
            return "";
        }
    }
}
