package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;

class ClientCommandsTest {
    private static final SessionId A = new SessionId(0);
    private static final SessionId B = new SessionId(1);

    private final Bench bench = new Bench();
    private ClientId first;
    private ClientId second;

    @BeforeEach
    void attachTwoClients() {
        bench.must("new", "-d", "-s", "a");
        bench.must("new", "-d", "-s", "b");
        first = bench.client("/dev/pts/7", new Size(100, 40));
        bench.must("attach", "-t", "a");
        second = bench.client("/dev/pts/8", new Size(60, 20));
        bench.must("attach", "-t", "b");
        bench.effects.clear();
    }

    private Effect last() {
        return bench.effects.getLast();
    }

    @Test
    void listsWhoIsAttached() {
        assertEquals("/dev/pts/7: a [100x40 xterm-256color] (attached,focused,UTF-8)\n"
                + "/dev/pts/8: b [60x20 xterm-256color] (attached,focused,UTF-8)\n", bench.must("list-clients"));
        assertEquals("/dev/pts/7\n", bench.must("lsc", "-t", "a", "-F", "#{client_name}"));
        assertEquals("/dev/pts/8 0\n/dev/pts/7 1\n",
                bench.must("lsc", "-O", "size", "-F", "#{client_name} #{line}"));
        assertEquals("/dev/pts/7\n", bench.must("lsc", "-f", "#{==:#{client_width},100}", "-F", "#{client_tty}"));
        assertEquals("invalid sort order", bench.run("lsc", "-O", "colour").error());
    }

    @Test
    void attachesToTheSessionThatNobodyShowsWhenNoneIsNamed() {
        bench.must("new", "-d", "-s", "c");
        bench.must("new", "-d", "-s", "d");
        bench.must("kill-session", "-t", "d");
        bench.client("/dev/pts/9", new Size(80, 24));
        bench.must("attach");
        assertEquals(new Effect.Attach(new SessionId(2), List.of()), last());
    }

    @Test
    void attachesToAPlaceReadOnlyAndAlone() {
        bench.must("new-window", "-d", "-t", "a");
        bench.must("split-window", "-d", "-t", "a:1");
        bench.client("/dev/pts/9", new Size(80, 24));
        bench.must("attach", "-dr", "-f", "no-output", "-t", "a:1.1");
        assertEquals(List.of(new Effect.Detach(first, false, ""),
                new Effect.Attach(A, List.of("read-only", "ignore-size", "no-output"))),
                bench.effects.subList(bench.effects.size() - 2, bench.effects.size()));
        assertEquals(1, bench.mux.session(A).current());
        assertEquals("1\n", bench.must("display", "-p", "-t", "a:1", "#{pane_index}"));
    }

    @Test
    void complainsWhenThereIsNothingToAttachTo() {
        assertEquals("can't find session: nope", bench.run("attach", "-t", "nope").error());
        assertEquals("no sessions", new Bench().run("attach").error());
    }

    @Test
    void switchesAClient() {
        bench.must("switch-client", "-t", "a");
        assertEquals(new Effect.Switch(second, A), last());
        bench.must("switch-client", "-c", "pts/7", "-t", "b");
        assertEquals(new Effect.Switch(first, B), last());
        bench.must("switch-client", "-l");
        assertEquals(new Effect.Switch(second, B), last());
        bench.must("switch-client", "-n");
        assertEquals(new Effect.Switch(second, A), last());
        bench.must("switch-client", "-p");
        assertEquals(new Effect.Switch(second, B), last());
        assertEquals("can't find client: pts/1", bench.run("switch-client", "-c", "pts/1", "-t", "a").error());
        assertEquals("table x doesn't exist", bench.run("switch-client", "-T", "x").error());
    }

    @Test
    void switchesToAPlaceAndSelectsIt() {
        bench.must("split-window", "-d", "-t", "a");
        bench.must("switch-client", "-t", "a:0.1");
        assertEquals(new PaneId(2), bench.mux.windows().iterator().next().active());
    }

    @Test
    void letsClientsGo() {
        bench.must("detach-client");
        assertEquals(new Effect.Detach(second, false, ""), last());
        bench.must("detach-client", "-P", "-t", "/dev/pts/7");
        assertEquals(new Effect.Detach(first, true, ""), last());
        assertEquals("no current client", bench.run("detach-client").error());
    }

    @Test
    void letsAllOthersOrThoseOfASessionGo() {
        bench.must("detach-client", "-a");
        assertEquals(List.of(new Effect.Detach(first, false, "")), bench.effects);
        bench.must("detach-client", "-s", "b", "-E", "exec sh");
        assertEquals(new Effect.Detach(second, false, "exec sh"), last());
    }

    @Test
    void refreshesPansAndSuspends() {
        bench.must("refresh-client");
        assertEquals(new Effect.Refresh(second), last());
        bench.must("refresh-client", "-L", "10");
        assertEquals(new Effect.Pan(second, -10, 0, false), last());
        bench.must("refresh-client", "-c");
        assertEquals(new Effect.Pan(second, 0, 0, true), last());
        bench.must("refresh-client", "-f", "read-only,!ignore-size", "-t", "pts/7");
        assertEquals(new Effect.SetFlags(first, List.of("read-only", "!ignore-size")), last());
        assertEquals("adjustment invalid", bench.run("refresh-client", "-L", "far").error());
        assertEquals("not a control client", bench.run("refresh-client", "-C", "80x24").error());
        bench.must("suspend-client");
        assertEquals(new Effect.Suspend(second), last());
    }

    @Test
    void leavesOutWhatAMenuDoesNotNeed() {
        bench.must("display-menu", "", "#{?0,hidden,}", "h", "", "", "one", "1", "", "", "", "#{?0,hidden,}", "h", "",
                "",
                "two", "2", "");
        var shown = (Effect.ShowMenu) last();
        assertEquals(List.of("one", "", "two"), shown.menu().items().stream().map(Effect.Menu.Item::name).toList());
    }

    @Test
    void showsPanesAndModes() {
        bench.must("display-panes");
        assertEquals(new Effect.ShowPanes(second, "select-pane -t \"%%%\"", OptionalInt.empty(), false), last());
        bench.must("display-panes", "-d", "0", "kill-pane -t %%");
        assertEquals(new Effect.ShowPanes(second, "kill-pane -t %%", OptionalInt.of(0), false), last());
        bench.must("choose-tree", "-Zs");
        assertTrue(last() instanceof Effect.EnterMode(var pane, Effect.Mode.Tree tree) && pane.number() == 1
                && tree.sessions() && !tree.windows() && tree.listing().client().equals(second));
        int before = bench.effects.size();
        bench.must("choose-buffer");
        assertEquals(before, bench.effects.size());
    }

    @Test
    void makesWindowsAsLargeAsTheClientThatAsks() {
        assertEquals("60x19\n", bench.must("new-window", "-P", "-F", "#{window_width}x#{window_height}"));
        bench.caller(new ClientId(0));
        assertEquals("100x39\n", bench.must("new-window", "-t", "a:", "-P", "-F",
                "#{window_width}x#{window_height}"));
        assertEquals("80x24\n", bench.must("new", "-d", "-P", "-F", "#{window_width}x#{window_height}"));
    }

    @Test
    void endsTheServerWithOrWithoutItsSessions() {
        bench.must("stop-server");
        assertEquals(new Effect.Stop(true), last());
        assertFalse(bench.mux.sessions().isEmpty());
        bench.must("kill-server");
        assertEquals(new Effect.Stop(false), last());
        assertTrue(bench.mux.sessions().isEmpty() && bench.mux.panes().isEmpty());
        assertEquals(Optional.empty(), bench.mux.find(A));
    }

    @Test
    void tellsWhatTerminalsCanDoAndWhatIsRun() {
        String told = bench.must("show-messages", "-TJ");
        assertTrue(told.startsWith("Terminal 0: xterm-256color for /dev/pts/"), told);
        assertTrue(told.contains("\n   0: 256: (flag) false\n   1: RGB: (flag) false\n"), told);
        assertTrue(told.endsWith("Job 0: sleep 5\n"), told);
    }

    @Test
    void explainsAFormat() {
        assertEquals("""
                # expanding format: x #{?session_name,#S,no}
                # found #{}: ?session_name,#S,no
                # format 'session_name' found: a
                # condition 'session_name' is true
                #  expanding format: #S
                #  found #S: session_name
                #  format 'session_name' found: a
                #  replaced 'session_name' with 'a'
                #  result is: a
                # replaced '?session_name,#S,no' with 'a'
                # result is: x a
                x a
                """, bench.must("display-message", "-t", "a", "-pv", "x #{?session_name,#S,no}"));
    }
}
