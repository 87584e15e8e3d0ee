package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * The flags of what only a user at a terminal sees: choosers, menus, popups, prompts. A key is bound to the line of
 * {@code flags.txt} and pressed in tmux and in ccmux: both show the same, and ccmux shows something else without the
 * flag.
 */
class FlagScreensIT {
    private static final int COLUMNS = 80;
    private static final int ROWS = 24;
    private static final long QUIET_MILLIS = 100;
    private static final long EQUAL_SECONDS = 5;
    private static final String F5 = "\033[15~";
    private static final String[] CONTROL = {"-C", "new-session", "-s", "text", "-x", "80", "-y", "24", "cat"};

    @TempDir
    private Path directory;

    /** A user at a terminal, and a client in control mode that prepares what the user does. */
    private record Desk(ControlPeer peer, AttachedClient user) {
        void prepare() {
            user.type("\033");
            pause();
            peer.run("display-popup -C -c " + user.tty());
            // tmux 3.3a does not survive a session that is killed while a tree of sessions is shown in it.
            peer.run("send-keys -t a:{start} q ; send-keys -t a:{start}.{last} q");
            peer.run("send-keys -t a: q");
            peer.run("switch-client -c " + user.tty() + " -t text ; kill-session -a -t text ; "
                    + "new-session -d -s a -n zero -x 80 -y 24 cat ; switch-client -c " + user.tty() + " -t a");
        }

        void press(String line) {
            String[] parts = line.split(" >> ");
            peer.run("bind-key -n F5 { " + parts[0] + " }");
            user.type(F5);
            if (parts.length > 1) {
                pause();
                KeyText.typed(parts[1]).forEach(user::type);
            }
        }

        private static void pause() {
            Awaitility.await().pollDelay(Duration.ofMillis(QUIET_MILLIS)).until(() -> true);
        }

        String shown() {
            return String.join("\n", user.lines()).replaceAll("/dev/pts/\\d+", "TTY").replaceAll("client-\\d+",
                    "CLIENT");
        }
    }

    @Test
    void showWhatTheyShowInTmux() throws IOException {
        Oracle.mustBeThere();
        var wrong = new ArrayList<Executable>();
        var oracle = new Oracle(directory);
        try (var ccmux = new Ccmux(directory);
                var ours = new ControlPeer(ccmux.start(CONTROL));
                var theirs = oracle.control(CONTROL)) {
            for (var peer : List.of(ours, theirs)) {
                for (String line : List.of("set-option -g status off", "set-option -g detach-on-destroy off",
                        "set-option -g automatic-rename off", "set-option -g default-command cat",
                        "set-option -g escape-time 0", "set-option -g display-time 60000", "set-option -g mouse on",
                        "set-option -g default-shell /bin/sh", "rename-window text")) {
                    peer.run(line);
                }
            }
            try (var here = ccmux.terminal(COLUMNS, ROWS, "attach", "-t", "text");
                    var there = oracle.terminal(COLUMNS, ROWS, "attach", "-t", "text")) {
                Desk.pause();
                for (var one : FlagCase.all()) {
                    if (one.kind() == '!') {
                        compare(one, new Desk(ours, here), new Desk(theirs, there), wrong);
                    }
                }
            }
        } finally {
            Processes.endAll(process -> process.mentions(directory.toString()));
        }
        assertAll(wrong);
    }

    private static void compare(FlagCase one, Desk here, Desk there, List<Executable> wrong) {
        here.prepare();
        there.prepare();
        Desk.pause();
        here.press(one.with());
        there.press(one.with());
        settle(here, there);
        String shown = here.shown();
        String theirs = there.shown();
        if (!shown.equals(theirs)) {
            wrong.add(() -> assertEquals(theirs, shown, one.name() + ": " + one.with()));
        }
        here.prepare();
        Desk.pause();
        here.press(one.without());
        settle(here, here);
        String without = here.shown();
        if (without.equals(shown)) {
            wrong.add(() -> assertNotEquals(shown, without, one.name() + " shows nothing: " + one.with()));
        }
    }

    /** Waits until both have shown the same for a moment, but not for ever. */
    private static void settle(Desk here, Desk there) {
        Desk.pause();
        try {
            Awaitility.await().during(Duration.ofMillis(QUIET_MILLIS)).atMost(Duration.ofSeconds(EQUAL_SECONDS))
                    .pollInterval(Duration.ofMillis(20)).until(() -> here.shown().equals(there.shown()));
        } catch (ConditionTimeoutException different) {
            // What is different is said by who compares.
            return;
        }
    }
}
