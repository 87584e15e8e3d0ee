package io.ccmux.server;

import java.io.IOException;
import java.nio.file.Files;
import java.util.OptionalLong;

import io.ccmux.server.tool.Liveness;

/** The socket of a server that lives, removed by somebody who cleans up; the server makes it anew when told to. */
final class LostSocket {
    private static final int LOOKS = 100;
    private static final long LOOK_MILLIS = 20;

    private LostSocket() {}

    /** Tells the living server; whether its socket is there then. */
    static boolean restored(ServerArguments arguments) throws IOException {
        OptionalLong server = Liveness.server(arguments.state());
        if (server.isEmpty() || Files.exists(arguments.socket())) {
            return false;
        }
        new ProcessBuilder("/bin/sh", "-c", "kill -USR1 " + server.getAsLong()).start();
        try {
            for (int look = 0; look < LOOKS && !Files.exists(arguments.socket()); look++) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return Files.exists(arguments.socket());
    }
}
