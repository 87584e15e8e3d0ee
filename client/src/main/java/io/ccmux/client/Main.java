package io.ccmux.client;

import io.ccmux.protocol.ProtocolVersion;
import java.io.IOException;

/** The program a user starts. */
public final class Main {
    private Main() {}

    public static void main(String... line) {
        int status = run(line);
        // Not System.exit, which loads a logger for the sake of saying so; nothing here waits for an orderly end.
        Runtime.getRuntime().halt(status);
    }

    static int run(String... line) {
        try {
            Arguments arguments = Arguments.parse(line);
            if (arguments.has(Arguments.Flag.HELP)) {
                Standard.print(1, Help.TEXT);
                return 0;
            }
            if (arguments.has(Arguments.Flag.VERSION)) {
                Standard.print(1, "ccmux " + ProtocolVersion.BUILD + "\n");
                return 0;
            }
            if (arguments.value('c').isPresent()) {
                return Shell.run(arguments.value('c').get());
            }
            return new Client(arguments, Surroundings.ofThisProcess()).run();
        } catch (UsageException wrong) {
            Standard.print(2, wrong.getMessage() + "\n" + Arguments.USAGE);
            return 1;
        } catch (IOException failed) {
            Standard.print(2, failed.getMessage() + "\n");
            return 1;
        }
    }
}
