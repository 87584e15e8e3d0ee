package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user does at one terminal, or at two. */
class AttachIT {
    @AutoClose
    private final Ccmux ccmux;

    AttachIT(@TempDir Path directory) {
        ccmux = new Ccmux(directory);
    }

    @Test
    void opensASessionWithAShellAndAStatusLine() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("[0] 0:sh*");
            user.type("echo he''llo; stty size\r");
            user.awaitText("hello");
            user.awaitText("23 80");
            assertEquals("0: 1 windows (attached)", ccmux.must("list-sessions", "-F",
                    "#{session_name}: #{session_windows} windows#{?session_attached, (attached),}").strip());
            user.type("exit\r");
            assertEquals(0, user.awaitEnd());
            user.awaitText("[exited]");
        }
    }

    @Test
    void splitsMovesZoomsAndCloses() {
        try (var user = ccmux.terminal(81, 25)) {
            user.awaitStatus("0:sh*");
            user.prefix("%");
            user.await("a border", now -> AttachedClient.lines(now).get(5).contains("│"));
            user.type("echo ri''ght\r");
            user.await("right of the border", now -> AttachedClient.lines(now).stream()
                    .anyMatch(line -> line.matches(".*│.*right")));
            user.prefix("o");
            user.type("echo le''ft\r");
            user.await("left of the border", now -> AttachedClient.lines(now).stream()
                    .anyMatch(line -> line.matches(".*left *│.*")));
            user.prefix("z");
            user.awaitStatus("0:sh*Z");
            user.awaitGone("│");
            user.prefix("z");
            user.awaitText("│");
            user.prefix("\"");
            user.await("three panes", now -> AttachedClient.lines(now).get(12).contains("─"));
            assertEquals("3", ccmux.ask("0", "#{window_panes}"));
            user.prefix("x");
            user.awaitStatus("kill-pane");
            user.type("y");
            user.awaitGone("─");
            assertEquals("2", ccmux.ask("0", "#{window_panes}"));
        }
    }

    @Test
    void makesAndSelectsWindows() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            user.prefix("c");
            user.awaitStatus("0:sh- 1:sh*");
            user.prefix(",");
            user.awaitStatus("(rename-window)");
            user.type("\025second\r");
            user.awaitStatus("1:second*");
            user.prefix("p");
            user.awaitStatus("0:sh* 1:second-");
            user.prefix("1");
            user.awaitStatus("1:second*");
        }
    }

    /** What is typed waits for the command that locks the terminal, even while that does not read. */
    @Test
    void leavesTheKeysToTheCommandThatLocksTheTerminal() throws Exception {
        Path read = ccmux.user().resolve("read");
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            ccmux.must("wait-for", "-L", "typed");
            ccmux.must("set-option", "-g", "lock-command", "stty -icanon -echo; echo locked; '" + Ccmux.program()
                    + "' wait-for -L typed; dd bs=1 count=6 of='" + read + "' 2> /dev/null", ";", "lock-server");
            user.awaitText("locked");
            user.type("secret");
            ccmux.must("wait-for", "-U", "typed");
            user.awaitStatus("0:sh*");
            assertEquals("secret", Files.readString(read));
            user.type("echo on''ly this\r");
            user.awaitText("only this");
            user.awaitGone("secret");
        }
    }

    @Test
    void tellsProgramsTheNewSize() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            user.type("trap 'stty size' WINCH; echo rea''dy\r");
            user.awaitText("ready");
            user.resize(100, 31);
            user.awaitStatus("0:sh*");
            user.type("\r");
            user.awaitText("30 100");
            assertEquals("100x30", ccmux.ask("0", "#{window_width}x#{window_height}"));
        }
    }

    @Test
    void detachesAndComesBackAtAnotherSize() {
        ccmux.must("new-session", "-d", "-s", "work", "-x", "80", "-y", "24");
        try (var user = ccmux.terminal(80, 24, "attach", "-t", "work")) {
            user.awaitStatus("[work]");
            user.type("echo sta''ys\r");
            user.awaitText("stays");
            user.prefix("d");
            assertEquals(0, user.awaitEnd());
            user.awaitText("[detached (from session work)]");
        }
        try (var user = ccmux.terminal(60, 15, "attach")) {
            user.awaitText("stays");
            user.awaitStatus("[work]");
            assertEquals("60x14", ccmux.ask("work", "#{window_width}x#{window_height}"));
        }
    }

    @Test
    void showsTwoClientsOfDifferentSizesTheSame() {
        try (var big = ccmux.terminal(100, 30, "new", "-s", "both")) {
            big.awaitStatus("[both]");
            big.type("echo o''ne\r");
            big.awaitText("one");
            try (var small = ccmux.terminal(50, 12, "attach", "-t", "both")) {
                small.awaitText("one");
                assertEquals("50x11", ccmux.ask("both", "#{window_width}x#{window_height}"));
                big.await("what is outside", now -> AttachedClient.lines(now).get(20).contains("·"));
                small.type("echo t''wo\r");
                small.awaitText("two");
                big.awaitText("two");
                assertEquals(List.of("100x30", "50x12"), ccmux.must("list-clients", "-F",
                        "#{client_width}x#{client_height}").lines().sorted().toList());
                big.type("echo thr''ee\r");
                small.awaitText("three");
                big.awaitGone("·");
                assertEquals("100x29", ccmux.ask("both", "#{window_width}x#{window_height}"));
                ccmux.must("detach-client", "-t", small.tty());
                assertEquals(0, small.awaitEnd());
            }
            big.type("echo fo''ur\r");
            big.awaitText("four");
        }
    }

    @Test
    void letsACloserOfTheWindowGoWithoutHarm() {
        ccmux.must("new-session", "-d", "-s", "stays");
        long server = ccmux.server().orElseThrow();
        try (var user = ccmux.terminal(80, 24, "attach")) {
            user.awaitStatus("[stays]");
        }
        org.awaitility.Awaitility.await().until(() -> ccmux.must("list-clients").isEmpty());
        assertEquals(server, ccmux.server().orElseThrow());
        assertTrue(ccmux.must("list-sessions").startsWith("stays: 1 windows"));
    }
}
