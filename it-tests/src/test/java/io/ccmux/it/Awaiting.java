package io.ccmux.it;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.function.Predicate;

/** Waits for what a script can see. */
final class Awaiting {
    private static final Duration LONG = Duration.ofSeconds(Ccmux.COMMAND_SECONDS);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private Awaiting() {}

    /** Waits until some line of a pane contains the text. */
    static void text(Ccmux ccmux, String pane, String text) {
        capture(ccmux, pane, text, shown -> shown.contains(text));
    }

    /** Waits until what a pane shows is as described. */
    static void capture(Ccmux ccmux, String pane, String what, Predicate<String> ready) {
        await(what + " in " + pane).atMost(LONG).pollDelay(Duration.ZERO).pollInterval(GLANCE)
                .until(() -> ccmux.must("capture-pane", "-p", "-t", pane), ready::test);
    }

    /** Waits until a format expands to this. */
    static void format(Ccmux ccmux, String target, String format, String value) {
        await(format + " = " + value).atMost(LONG).pollDelay(Duration.ZERO).pollInterval(GLANCE)
                .until(() -> ccmux.ask(target, format), value::equals);
    }
}
