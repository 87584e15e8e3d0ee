package io.ccmux.client;

import io.ccmux.protocol.UserShell;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** The user's shell, run in the place of the client with the client's own terminal. */
final class Shell {
    private static final String SH = "/bin/sh";

    private Shell() {}

    /** Runs a command and returns its exit status. */
    static int run(String command) throws IOException {
        Map<String, String> environment = Surroundings.ofThisProcess().environment();
        ProcessBuilder builder = new ProcessBuilder(UserShell.of(environment), "-c", command).inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        return await(builder.start());
    }

    /** Sends SIGHUP to the process that started this one: the shell of a user who wants to be logged out. */
    static void hangUpParent() throws IOException {
        Optional<ProcessHandle> parent = ProcessHandle.current().parent();
        if (parent.isPresent()) {
            kill("HUP", parent.get().pid());
        }
    }

    /** Stops this process as a shell's job is stopped; returns when it is continued. */
    static void stopThisProcess() throws IOException {
        kill("STOP", ProcessHandle.current().pid());
    }

    private static void kill(String signal, long pid) throws IOException {
        await(new ProcessBuilder(SH, "-c", "kill -" + signal + " " + pid).start());
    }

    /** Waits for a process however long it takes. */
    static int await(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
