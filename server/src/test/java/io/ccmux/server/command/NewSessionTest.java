package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;

class NewSessionTest {
    private final Bench bench = new Bench();

    @Test
    void makesASessionWithOneWindowAndOnePane() {
        bench.must("new-session", "-d", "-s", "a", "-x", "100", "-y", "30", "-n", "w", "top");
        assertEquals("a:0.0 w $0 @0 %0 100x30\n", bench.must("list-panes", "-a", "-F",
                "#{session_name}:#{window_index}.#{pane_index} #{window_name} #{session_id} #{window_id} #{pane_id} "
                        + "#{window_width}x#{window_height}"));
        assertEquals(List.of("/bin/sh", "-c", "top"), bench.mux.pane(new PaneId(0)).launch().arguments());
        assertEquals("off", bench.mux.panes().iterator().next().options().string("automatic-rename"));
    }

    @Test
    void callsSessionsByTheirNumberAndWindowsByTheirProgram() {
        bench.must("new", "-d", "-s", "1");
        bench.must("new", "-d", "exec /usr/bin/vim -u NONE");
        bench.must("new", "-d", "less", "-R", "file name");
        assertEquals("1 sh\n2 vim\n3 less\n",
                bench.must("list-windows", "-a", "-F", "#{session_name} #{window_name}"));
        assertEquals("less -R \"file name\"", bench.mux.pane(new PaneId(2)).launch().command());
        assertEquals(List.of("less", "-R", "file name"), bench.mux.pane(new PaneId(2)).launch().arguments());
    }

    @Test
    void startsWhereTheCallerStandsUnlessToldOtherwise() {
        bench.must("new", "-d", "-s", "a");
        bench.must("new", "-d", "-s", "b", "-c", "/srv");
        bench.must("new", "-d", "-s", "c", "-c", "sub");
        assertEquals("/home/user /home/user\n/srv /srv\n/home/user/sub /home/user/sub\n",
                bench.must("list-panes", "-a", "-F", "#{session_path} #{pane_start_path}"));
    }

    @Test
    void refusesWhatIsThereAndWhatIsNoName() {
        bench.must("new", "-d", "-s", "a");
        assertEquals("duplicate session: a", bench.run("new", "-d", "-s", "a").error());
        assertEquals("invalid session: ", bench.run("new", "-d", "-s", "").error());
        assertEquals("width too small", bench.run("new", "-d", "-x", "0").error());
        assertEquals("height invalid", bench.run("new", "-d", "-y", "tall").error());
        assertEquals("open terminal failed: not a terminal", bench.run("new").error());
        assertEquals(1, bench.mux.sessions().size());
    }

    @Test
    void attachesTheCallerUnderItsStatusLine() {
        var client = bench.client("/dev/pts/9", new Size(120, 40));
        bench.must("new", "-s", "a");
        assertEquals(Optional.of(new SessionId(0)), bench.client(client).session());
        assertEquals(new Size(120, 39), bench.mux.windows().iterator().next().size());
        bench.must("new", "-s", "b");
        assertTrue(bench.effects.contains(new Effect.Switch(client, new SessionId(1))));
    }

    @Test
    void attachesToTheOneThatIsThereWhenAsked() {
        bench.must("new", "-d", "-s", "a");
        bench.client("/dev/pts/9", new Size(120, 40));
        bench.must("new", "-A", "-s", "a");
        assertEquals(1, bench.mux.sessions().size());
        assertTrue(bench.effects.contains(new Effect.Attach(new SessionId(0), List.of())));
    }

    @Test
    void refusesToNestInAPaneOfItsOwn() {
        bench.must("new", "-d", "-s", "a");
        bench.client("/dev/pts/0", new Size(80, 24));
        bench.environment = Map.of("CCMUX", "/run/ccmux/default,1,0");
        assertEquals("sessions should be nested with care, unset $CCMUX to force", bench.run("new").error());
    }

    @Test
    void sharesTheWindowsOfAGroup() {
        bench.must("new", "-d", "-s", "a");
        bench.must("new-window", "-d", "-t", "a");
        assertEquals("a-1:\n", bench.must("new", "-d", "-P", "-t", "a"));
        String format = "#{session_name}:#{window_id}#{window_flags} #{session_group}";
        assertEquals("a:@0* a\na:@1 a\na-1:@0* a\na-1:@1 a\n", bench.must("list-windows", "-a", "-F", format));
        bench.must("new-window", "-t", "a-1:");
        assertEquals("a:@0* a\na:@1 a\na:@2 a\na-1:@0- a\na-1:@1 a\na-1:@2* a\n",
                bench.must("list-windows", "-a", "-F", format));
        assertEquals("command or window name given with target", bench.run("new", "-d", "-t", "a", "sh").error());
    }

    @Test
    void takesVariablesFromTheCaller() {
        bench.environment = Map.of("DISPLAY", ":1", "SECRET", "x");
        bench.must("new", "-d", "-s", "a", "-e", "A=b");
        var variables = bench.mux.sessions().iterator().next().environment();
        assertEquals(Optional.of(":1"), variables.variable("DISPLAY").orElseThrow().value());
        assertEquals(Optional.of("b"), variables.variable("A").orElseThrow().value());
        assertEquals(Optional.empty(), variables.variable("SSH_AUTH_SOCK").orElseThrow().value());
        assertTrue(variables.variable("SECRET").isEmpty());
    }

    @Test
    void leavesNothingWhenTheProgramCannotBeStarted() {
        bench.world = effect -> new Outcome.Failed("fork failed: Resource temporarily unavailable");
        assertEquals("create window failed: fork failed: Resource temporarily unavailable",
                bench.run("new", "-d", "-s", "a").error());
        assertTrue(bench.mux.sessions().isEmpty() && bench.mux.windows().isEmpty() && bench.mux.panes().isEmpty());
    }

    @Test
    void makesAGroupOfItsOwnWhereTheNameIsTaken() {
        bench.must("new", "-d", "-t", "g");
        bench.must("new", "-d", "-s", "g");
        bench.must("new", "-d", "-t", "=g");
        assertEquals("g g-2\ng-0 g\ng-2-2 g-2\n", bench.must("ls", "-F", "#{session_name} #{session_group}"));
        assertEquals(2, bench.mux.windows().size());
    }
}
