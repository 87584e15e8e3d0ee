package io.ccmux.server.tool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Whether a server lives in a state directory, without coming near its lock: whoever tried the lock to find out would
 * keep a server from starting at that moment.
 */
public final class Liveness {
    private static final Path LOCKS = Path.of("/proc/locks");
    private static final int PID_FIELD = 4;
    private static final int FILE_FIELD = 5;

    private Liveness() {}

    static boolean lives(Path state) throws IOException {
        return server(state).isPresent();
    }

    /** The process that holds the lock: of a line {@code 1: POSIX ADVISORY WRITE PID MAJOR:MINOR:INODE FROM TO}. */
    public static OptionalLong server(Path state) throws IOException {
        Path lock = state.resolve("LOCK");
        if (!Files.exists(lock) || !Files.isReadable(LOCKS)) {
            return OptionalLong.empty();
        }
        String inode = ":" + Files.getAttribute(lock, "unix:ino");
        for (String line : Files.readAllLines(LOCKS)) {
            String[] fields = line.trim().split(" +");
            if (fields.length > FILE_FIELD && fields[FILE_FIELD].endsWith(inode) && holds(fields[PID_FIELD], lock)) {
                return OptionalLong.of(Long.parseLong(fields[PID_FIELD]));
            }
        }
        return OptionalLong.empty();
    }

    /** Whether the process has this very file open, and not one of another file system with the same number. */
    private static boolean holds(String pid, Path lock) throws IOException {
        Path real = lock.toRealPath();
        try (var open = Files.newDirectoryStream(Path.of("/proc", pid, "fd"))) {
            for (Path descriptor : open) {
                if (target(descriptor).equals(real)) {
                    return true;
                }
            }
        } catch (NoSuchFileException | AccessDeniedException notOurs) {
            return false;
        }
        return false;
    }

    /** What a descriptor is open on; one that was closed a moment ago is on nothing. */
    private static Path target(Path descriptor) throws IOException {
        try {
            return Files.readSymbolicLink(descriptor);
        } catch (NoSuchFileException closed) {
            return descriptor;
        }
    }
}
