package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;

class WindowCommandsTest {
    private final Bench bench = new Bench();

    @BeforeEach
    void makeASessionOfThreeWindows() {
        bench.must("new", "-d", "-s", "a", "-n", "zero");
        bench.must("new-window", "-n", "one");
        bench.must("new-window", "-n", "two");
    }

    private String windows() {
        return bench.must("list-windows", "-t", "a", "-F", "#{window_index}:#{window_name}#{window_flags}");
    }

    @Test
    void walksThroughWindows() {
        bench.must("next-window");
        assertEquals("0:zero*\n1:one\n2:two-\n", windows());
        bench.must("previous-window");
        bench.must("last-window");
        assertEquals("0:zero*\n1:one\n2:two-\n", windows());
        bench.must("select-window", "-T", "-t", "a:0");
        assertEquals("0:zero-\n1:one\n2:two*\n", windows());
        bench.must("select-window", "-t", "one");
        assertEquals("0:zero\n1:one*\n2:two-\n", windows());
    }

    @Test
    void walksToWindowsWithAlerts() {
        var session = new SessionId(0);
        bench.apply(List.of(new SessionEvent.Alerted(session, 1, Session.BELL)));
        bench.must("next-window", "-a");
        assertEquals("0:zero\n1:one*\n2:two-\n", windows());
        assertEquals("no next window", bench.run("next-window", "-a").error());
        bench.apply(List.of(new SessionEvent.Alerted(session, 0, Session.ACTIVITY)));
        bench.must("kill-session", "-C");
        assertEquals(0, bench.mux.session(session).alerts(0));
    }

    @Test
    void complainsWhereNoOtherWindowIs() {
        bench.must("new", "-d", "-s", "b");
        assertEquals("no next window", bench.run("next-window", "-t", "b").error());
        assertEquals("no previous window", bench.run("prev", "-t", "b").error());
        assertEquals("no last window", bench.run("last-window", "-t", "b").error());
    }

    @Test
    void keepsTheUsersNames() {
        bench.must("rename-window", "-t", "a:0", "#{session_name}'s\n");
        assertEquals("0:a's\\n\n1:one-\n2:two*\n", windows());
        assertEquals("off\n", bench.must("show-options", "-wv", "-t", "a:0", "automatic-rename"));
    }

    @Test
    void selectsTheWindowOfThatNameInsteadOfMakingOne() {
        bench.must("new-window", "-S", "-n", "zero");
        assertEquals("0:zero*\n1:one\n2:two-\n", windows());
        bench.must("new-window", "-d", "-n", "one");
        assertEquals("multiple windows named one", bench.run("new-window", "-S", "-n", "one").error());
    }

    @Test
    void makesRoomAmongTheWindows() {
        bench.must("new-window", "-d", "-a", "-t", "a:0", "-n", "after");
        assertEquals("0:zero\n1:after\n2:one-\n3:two*\n", windows());
        bench.must("new-window", "-b", "-t", "a:0", "-n", "before");
        assertEquals("0:before*\n1:zero\n2:after\n3:one\n4:two-\n", windows());
        bench.must("new-window", "-k", "-t", "a:3", "-n", "instead");
        assertEquals("0:before-\n1:zero\n2:after\n3:instead*\n4:two\n", windows());
    }

    @Test
    void closesGapsWhenToldOrWhenWindowsClose() {
        bench.must("move-window", "-s", "a:0", "-t", "a:9");
        assertEquals("1:one\n2:two-\n9:zero*\n", windows());
        bench.must("move-window", "-r", "-t", "a");
        assertEquals("0:one\n1:two-\n2:zero*\n", windows());
        bench.must("set-option", "-g", "renumber-windows", "on");
        bench.must("kill-window", "-t", "a:0");
        assertEquals("0:two-\n1:zero*\n", windows());
        bench.must("kill-window", "-a", "-t", "a:0");
        assertEquals("0:two*\n", windows());
    }

    @Test
    void linksAndUnlinks() {
        bench.must("new", "-d", "-s", "b");
        bench.must("link-window", "-d", "-s", "a:1", "-t", "b:5");
        assertEquals("0:sh*\n5:one\n", bench.must("list-windows", "-t", "b", "-F",
                "#{window_index}:#{window_name}#{window_flags}"));
        assertEquals("index in use: 5", bench.run("link-window", "-s", "a:2", "-t", "b:5").error());
        assertEquals("same index: 5", bench.run("link-window", "-s", "a:1", "-t", "b:5").error());
        bench.must("unlink-window", "-t", "a:1");
        assertEquals("0:zero-\n2:two*\n", windows());
        assertEquals("window only linked to one session", bench.run("unlink-window", "-t", "b:5").error());
        bench.must("unlink-window", "-k", "-t", "b:5");
        assertEquals(3, bench.mux.windows().size());
    }

    @Test
    void takesTheSessionAlongWithItsLastWindow() {
        bench.must("kill-window", "-t", "a:0");
        bench.must("kill-pane", "-t", "a:1");
        bench.must("kill-window", "-t", "a:2");
        assertTrue(bench.mux.sessions().isEmpty() && bench.mux.windows().isEmpty() && bench.mux.panes().isEmpty());
    }

    @Test
    void closesAGroupsWindowInAllItsSessions() {
        bench.must("new", "-d", "-t", "a", "-s", "b");
        bench.must("kill-window", "-t", "b:1");
        assertEquals("0:zero-\n2:two*\n", windows());
        bench.must("kill-session", "-g", "-t", "b");
        assertTrue(bench.mux.sessions().isEmpty());
    }

    @Test
    void givesAWindowASizeToKeep() {
        bench.must("resize-window", "-t", "a:0", "-x", "100", "-y", "30");
        bench.must("resize-window", "-t", "a:0", "-L", "5");
        assertEquals("95x30 manual\n", bench.must("display", "-p", "-t", "a:0",
                "#{window_width}x#{window_height} #{window-size}"));
        bench.must("resize-window", "-t", "a:0", "-A");
        assertEquals("80x24\n", bench.must("display", "-p", "-t", "a:0", "#{window_width}x#{window_height}"));
        assertEquals("width too large", bench.run("resize-window", "-x", "10001").error());
        assertEquals("adjustment too small", bench.run("resize-window", "-L", "0").error());
    }

    @Test
    void startsAProgramAgainWhereOneHasEnded() {
        var pane = new PaneId(2);
        assertEquals("respawn pane failed: pane a:2.0 still active", bench.run("respawn-pane").error());
        assertEquals("respawn window failed: window a:2 still active", bench.run("respawn-window").error());
        bench.apply(List.of(new PaneEvent.Exited(pane, 1, 0, 0, false)));
        bench.must("respawn-pane", "-c", "/srv", "-e", "A=b", "top", "-d", "1");
        assertEquals(2, bench.mux.pane(pane).run());
        assertEquals(List.of("top", "-d", "1"), bench.mux.pane(pane).launch().arguments());
        assertEquals("/srv", bench.mux.pane(pane).launch().directory());
        assertEquals("b", bench.mux.pane(pane).launch().environment().get("A"));
        bench.must("split-window", "-d");
        bench.must("respawn-window", "-k");
        assertEquals(3, bench.mux.pane(pane).run());
        assertEquals(List.of("top", "-d", "1"), bench.mux.pane(pane).launch().arguments());
        assertEquals(1, bench.mux.window(bench.mux.pane(pane).window()).panes().size());
    }

    @Test
    void startsTheShellThatOptionsSay() {
        bench.must("set-option", "-t", "a", "default-shell", "/bin/zsh");
        bench.must("new-window");
        assertEquals(List.of("/bin/zsh", "-l"), bench.mux.pane(new PaneId(3)).launch().arguments());
        assertTrue(bench.mux.pane(new PaneId(3)).launch().isShell());
        bench.must("set-option", "-t", "a", "default-command", "exec bash");
        bench.must("new-window");
        assertEquals(List.of("/bin/zsh", "-c", "exec bash"), bench.mux.pane(new PaneId(4)).launch().arguments());
        assertTrue(bench.mux.pane(new PaneId(4)).launch().isShell());
        assertEquals(Map.of("SHELL", "/bin/zsh", "PATH", "/usr/bin"),
                bench.mux.pane(new PaneId(4)).launch().environment());
    }

    @Test
    void knowsWhatAFormatIsAbout() {
        String kinds = "#{session_format}#{window_format}#{pane_format}";
        bench.must("new-session", "-d", "-s", "kinds");
        assertEquals("010\n", bench.must("list-windows", "-t", "kinds", "-F", kinds));
        assertEquals("001\n", bench.must("list-panes", "-t", "kinds", "-F", kinds));
        assertEquals("100\n", bench.must("list-sessions", "-f", "#{==:#S,kinds}", "-F", kinds));
        assertEquals("001 010\n", bench.must("display-message", "-p", "-t", "kinds:", kinds + " #{W:" + kinds + "}"));
    }

    @Test
    void closesGapsEverywhereWhenAllOthersGo() {
        bench.must("set", "-g", "renumber-windows", "on");
        bench.must("new", "-d", "-s", "b", "-n", "first");
        bench.must("new-window", "-d", "-t", "b:7", "-n", "seventh");
        bench.must("kill-window", "-a", "-t", "a:1");
        assertEquals("0:one*\n", windows());
        assertEquals("0:first\n1:seventh\n", bench.must("list-windows", "-t", "b", "-F", "#I:#W"));
    }

    @Test
    void tellsItsUsage() {
        assertEquals("usage: kill-window [-a] [-t target-window]", bench.run("kill-window", "-?").error());
    }
}
