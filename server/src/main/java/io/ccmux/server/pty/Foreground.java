package io.ccmux.server.pty;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What runs in the foreground of a terminal: the leader of the process group that reads its keys. Read from
 * {@code /proc}, so never on the loop's thread.
 *
 * @param group the process group
 * @param command the name of its leader's program, as its first argument says, without directory
 * @param directory the working directory of its leader
 */
public record Foreground(long group, String command, String directory) {
    private static final int TPGID = 5;
    /** What all programs in Java are called; one that wants a name of its own, as ccmux does, tells the kernel. */
    private static final String JAVA = "java";
    private static final int COMMAND_LENGTH_MAX = 256;

    /** What is in the foreground of the terminal of the session that {@code pid} leads; empty when it is gone. */
    public static Optional<Foreground> of(long pid) {
        try {
            long group = group(pid);
            Path leader = Files.exists(process(group)) ? process(group) : process(pid);
            return Optional.of(new Foreground(group, command(leader), directory(leader, process(pid))));
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Where the leader works, or the shell, as in tmux, if the leader is another user's, as {@code su} is. */
    private static String directory(Path leader, Path shell) throws IOException {
        try {
            return Files.readSymbolicLink(leader.resolve("cwd")).toString();
        } catch (AccessDeniedException anotherUsers) {
            return Files.readSymbolicLink(shell.resolve("cwd")).toString();
        }
    }

    private static Path process(long pid) {
        return Path.of("/proc", Long.toString(pid));
    }

    /** The fields after the name, which is in brackets and may hold anything: state ppid pgrp session tty tpgid. */
    private static long group(long pid) throws IOException {
        String stat = Files.readString(process(pid).resolve("stat"), StandardCharsets.ISO_8859_1);
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long group = Long.parseLong(fields[TPGID]);
        return group > 0 ? group : pid;
    }

    private static String command(Path process) throws IOException {
        byte[] arguments = Files.readAllBytes(process.resolve("cmdline"));
        int length = 0;
        while (length < arguments.length && arguments[length] != 0) {
            length++;
        }
        String first = new String(arguments, 0, Math.min(length, COMMAND_LENGTH_MAX), StandardCharsets.UTF_8);
        String name = first.substring(first.lastIndexOf('/') + 1);
        if (name.isEmpty() || name.equals(JAVA)) {
            return Files.readString(process.resolve("comm")).strip().split(":", 2)[0];
        }
        return name.startsWith("-") ? name.substring(1) : name;
    }
}
