package io.ccmux.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.slf4j.LoggerFactory;

import io.ccmux.persistence.NewerFormatException;
import io.ccmux.persistence.StateLockedException;
import io.ccmux.protocol.LaunchEnvironment;
import io.ccmux.protocol.ProcessName;

/**
 * The server process. On standard output it says one line to the client that started it: {@code ready} when it
 * listens, or {@code error: REASON} when it never will.
 */
public final class ServerMain {
    private static final int MISTAKE_STATUS = 70;

    private ServerMain() {}

    public static void main(String... words) {
        Thread.setDefaultUncaughtExceptionHandler((thread, mistake) -> mistake(mistake));
        ProcessName.SERVER.take();
        try {
            var server = Server.start(ServerArguments.parse(words), LaunchEnvironment.ofThisProcess(), new Signals());
            say("ready");
            server.await();
            Runtime.getRuntime().halt(0);
        } catch (StateLockedException another) {
            another(ServerArguments.parse(words), another);
        } catch (IllegalArgumentException | NewerFormatException wrong) {
            fail(wrong);
        } catch (IOException failed) {
            fail(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            Runtime.getRuntime().halt(1);
        }
    }

    /** A mistake of our own: the process ends at once, and recovery, the tested path, makes the state again. */
    static void mistake(Throwable mistake) {
        LoggerFactory.getLogger(ServerMain.class).error("a mistake of the server's own; it ends and will be recovered",
                mistake);
        Runtime.getRuntime().halt(MISTAKE_STATUS);
    }

    /** There is a server. If only its socket is gone, it makes it anew, and all is well for who started us. */
    private static void another(ServerArguments arguments, StateLockedException why) {
        try {
            if (LostSocket.restored(arguments)) {
                say("ready");
                Runtime.getRuntime().halt(0);
            }
        } catch (IOException failed) {
            why.addSuppressed(failed);
        }
        fail(why);
    }

    private static void fail(Exception why) {
        say("error: " + String.valueOf(why.getMessage()).lines().findFirst().orElse("unknown"));
        Runtime.getRuntime().halt(1);
    }

    /** One line for whoever started the server, who then closes the other end. */
    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
        System.out.close();
    }
}
