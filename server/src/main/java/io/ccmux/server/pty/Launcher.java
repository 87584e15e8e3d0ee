package io.ccmux.server.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import com.pty4j.unix.Pty;
import com.pty4j.unix.PtyHelpers;

/**
 * Starts a program on a new terminal. Takes milliseconds, so never on the loop's thread.
 *
 * <p>The terminal has its size before there is a program, so that the program's first question about it is answered
 * right. pty4j ignores a directory that is not there and says "Unknown reason" about a program that is not: both are
 * looked at before.
 */
record Launcher(PtyRequest request) {

    /** What became of a request: a process, on the terminal whose other end is {@code master}. */
    record Launched(long pid, Pty master, String directory) {}

    Launched launch() throws IOException {
        Path directory = directory();
        Path program = program(directory);
        Pty master = new Pty();
        try {
            Libc.resize(master.getMasterFD(), request.size());
            Libc.editUtf8(master.getMasterFD());
            Libc.prepare(master.getMasterFD());
            Libc.unblockSignals();
            int pid = PtyHelpers.execPty(program.toString(), request.argv().toArray(String[]::new), environment(),
                    directory.toString(), master.getSlaveName(), master.getMasterFD(), null, -1, false);
            if (pid <= 0) {
                throw new IOException(request.argv().getFirst() + ": cannot be executed");
            }
            return new Launched(pid, master, directory.toString());
        } catch (IOException | RuntimeException e) {
            master.close();
            throw e;
        }
    }

    private String[] environment() {
        return request.environment().entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
    }

    /** Where it is to run, or the nearest parent of that which is still there. */
    private Path directory() {
        try {
            Path directory = Path.of(request.directory());
            while (directory != null && !(Files.isDirectory(directory) && Files.isExecutable(directory))) {
                directory = directory.getParent();
            }
            return directory == null || !directory.isAbsolute() ? Path.of("/") : directory;
        } catch (InvalidPathException e) {
            return Path.of("/");
        }
    }

    /** The file of the program, as {@code execvp} would find it; in the words the shell has for failing. */
    private Path program(Path directory) throws IOException {
        String name = request.argv().getFirst();
        boolean found = false;
        try {
            if (name.contains("/")) {
                Path program = directory.resolve(name);
                found = Files.exists(program);
                if (runs(program)) {
                    return program;
                }
            } else {
                for (String place : request.environment().getOrDefault("PATH", "/bin:/usr/bin").split(":")) {
                    Path program = directory.resolve(place).resolve(name);
                    found |= Files.exists(program);
                    if (!name.isEmpty() && runs(program)) {
                        return program;
                    }
                }
            }
        } catch (InvalidPathException e) {
            throw new IOException(name + ": No such file or directory", e);
        }
        throw new IOException(name + (found ? ": Permission denied" : ": No such file or directory"));
    }

    private static boolean runs(Path program) {
        return Files.isRegularFile(program) && Files.isExecutable(program);
    }
}
