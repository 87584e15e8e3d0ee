package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import io.ccmux.server.loop.Revivals.Result;
import io.ccmux.server.loop.Revivals.Revival;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.RunState;

/** What becomes of panes when a server is gone and another one comes. */
class RestartTest {
    private static final PaneId FIRST = new PaneId(0);

    private final LoopBench before = new LoopBench();
    private List<Revival> told = List.of();

    private LoopBench restarted() {
        return restarted(outside -> {});
    }

    private LoopBench restarted(Consumer<OutsideTwin> changed) {
        return new LoopBench(before.mux.events(), changed, revivals -> told = revivals);
    }

    private List<Result> results() {
        return told.stream().map(Revival::result).toList();
    }

    private static List<String> programs(LoopBench bench) {
        return bench.outside.spawned.stream().map(program -> String.join(" ", program.arguments())).toList();
    }

    @Test
    void startsShellsWhereTheyWere() {
        before.must("new-session", "-d", "-c", "/srv");
        var after = restarted();
        assertEquals(List.of(Result.SHELL), results());
        assertEquals("/srv", after.outside.spawned.getFirst().directory());
        assertEquals(2, after.mux.pane(FIRST).run());
    }

    @Test
    void saysWhetherTheServerOrTheMachineWentDown() {
        before.must("new-session", "-d");
        before.must("set-option", "-g", "-w", "remain-on-exit", "on");
        var first = restarted(outside -> outside.boot = "first");
        assertEquals("first", first.mux.continuity().boot());
        first.must("split-window", "-d", "true");
        first.exit(1, 0);
        first.print(0, "one\r\n");
        assertEquals(5001, first.mux.pane(new PaneId(1)).pid());
        var same = rebooted(first, "first");
        assertTrue(same.must("capture-pane", "-p").contains("-- crashed"));
        assertEquals(5001, same.mux.pane(new PaneId(1)).pid());
        same.print(0, "two\r\n");
        var second = rebooted(same, "second");
        assertTrue(second.must("capture-pane", "-p").contains("-- the machine went down"));
        assertEquals("second", second.mux.continuity().boot());
        assertEquals(0, second.mux.pane(new PaneId(1)).pid(), "that number may be anybody's now");
        assertEquals(RunState.EXITED, second.mux.pane(new PaneId(1)).state());
        second.print(0, "three\r\n");
        assertTrue(rebooted(second, "").must("capture-pane", "-p").contains("-- crashed"), "it is not known");
    }

    /** After a crash of a server, in that boot of the machine. */
    private static LoopBench rebooted(LoopBench crashed, String boot) {
        return new LoopBench(crashed.mux.events(), outside -> {
            outside.boot = boot;
            outside.clean = false;
        }, revivals -> {});
    }

    @Test
    void goesOnForgettingWhatWasCutOff() {
        before.must("new-session", "-d");
        before.outside.forgets = false;
        before.run("forget", "-t", "%0");
        before.run("forget", "-a");
        assertEquals(List.of(Set.of(FIRST), Set.of()), before.outside.forgotten);
        var failing = restarted(outside -> outside.forgets = false);
        assertEquals(2, failing.mux.continuity().forgettings().size());
        var after = restarted();
        assertEquals(List.of(Set.of(FIRST), Set.of()), after.outside.forgotten);
        assertTrue(after.mux.continuity().forgettings().isEmpty());
        assertTrue(after.must("show-messages").contains("forget -t %0 was cut off, and is done now"));
        assertTrue(after.must("show-messages").contains("forget -a was cut off, and is done now"));
        assertEquals(List.of(), new LoopBench(after.mux.events(), outside -> {}, revivals -> {}).outside.forgotten);
    }

    @Test
    void doesWithCommandsWhatTheirPaneSays() {
        before.must("new-session", "-d", "tail -f log");
        before.must("split-window", "-d", "-t", "0:0", "make test");
        before.must("split-window", "-d", "-t", "0:0", "top");
        before.must("split-window", "-d", "-t", "0:0", "deploy");
        before.must("set-option", "-p", "-t", "%1", "respawn", "rerun");
        before.must("set-option", "-p", "-t", "%2", "respawn", "shell");
        before.must("set-option", "-p", "-t", "%3", "respawn", "none");
        var after = restarted();
        assertEquals(List.of(new Revival(FIRST, 1, Result.HELD, "tail -f log"),
                new Revival(new PaneId(1), 2, Result.RERUN, ""), new Revival(new PaneId(2), 2, Result.SHELL, ""),
                new Revival(new PaneId(3), 1, Result.NONE, "")), told);
        assertEquals(List.of("/bin/sh -c make test", "/bin/sh"), programs(after));
    }

    @Test
    void runsArgumentsAsTheyWere() {
        before.must("new-session", "-d", "printf", "%s\n", "a b", "$HOME; rm -rf /", "");
        before.must("set-option", "-g", "-w", "respawn", "rerun");
        var after = restarted();
        assertEquals(List.of("printf", "%s\n", "a b", "$HOME; rm -rf /", ""),
                after.outside.spawned.getFirst().arguments());
    }

    @Test
    void runsAllowedProgramsAgain() {
        before.must("set-option", "-s", "respawn-allow", "less,top");
        before.must("new-session", "-d", "less notes.txt");
        before.must("split-window", "-d", "-t", "0:0", "less notes.txt; rm notes.txt");
        before.must("split-window", "-d", "-t", "0:0", "/usr/bin/top", "-d", "5");
        restarted();
        assertEquals(List.of(Result.RERUN, Result.HELD, Result.RERUN), results());
    }

    @Test
    void allowsOnlyWhatIsNothingButTheProgram() {
        var allowed = AllowedPrograms.of(List.of("less"));
        assertTrue(allowed.allow(shell("less a.txt")));
        assertTrue(allowed.allow(shell("/usr/bin/less  a.txt")));
        assertTrue(allowed.allow(new Launch(List.of("less", "a; b"), "less 'a; b'", "/", java.util.Map.of())));
        for (String line : List.of("less a; rm a", "less $(rm a)", "less `rm a`", "less a | sh", "less a && rm a",
                "less a > b", "less a\nrm a", "lesser a", "PAGER=x less a", "", "rm less", "(less a)")) {
            assertFalse(allowed.allow(shell(line)), line);
        }
    }

    private static Launch shell(String line) {
        return new Launch(List.of("/bin/sh", "-c", line), line, "/", java.util.Map.of());
    }

    @Test
    void startsInTheNearestParentOfADirectoryThatIsGoneAndSaysSo() {
        before.must("new-session", "-d", "-c", "/srv/gone");
        var after = restarted(outside -> outside.gone.add("/srv/gone"));
        assertEquals("in / instead of /srv/gone", told.getFirst().detail());
        assertEquals("/", after.mux.pane(FIRST).directory());
        assertTrue(after.must("show-messages").contains("pane %0: /srv/gone is gone, started in /"));
        var user = after.attach(80, 24, "attach-session");
        assertTrue(user.line(23).contains("/srv/gone is gone"), () -> user.line(23));
    }

    @Test
    void keepsTheRecipeOfAProgramThatCannotBeStarted() {
        before.must("new-session", "-d", "exec", "compute", "all");
        before.must("set-option", "-g", "-w", "respawn", "rerun");
        var failed = restarted(outside -> outside.failures.put("exec", "exec: No such file or directory"));
        assertEquals(Result.FAILED, told.getFirst().result());
        assertEquals("exec: No such file or directory", told.getFirst().detail());
        assertTrue(failed.mux.pane(FIRST).dead());
        assertTrue(failed.must("capture-pane", "-p").contains("No such file or directory"));

        var again = new LoopBench(failed.mux.events(), outside -> {}, revivals -> told = revivals);
        assertEquals(List.of(Result.RERUN), results());
        assertEquals("exec compute all", programs(again).getFirst());

        failed.outside.failures.clear();
        failed.must("respawn-pane", "-t", "%0");
        assertEquals(RunState.RUNNING, failed.mux.pane(FIRST).state());
        assertEquals("exec compute all", programs(failed).getLast());
    }

    @Test
    void tellsOfThePanesOnceAllHaveAnswered() {
        before.must("new-session", "-d");
        before.must("split-window", "-d");
        var times = new ArrayList<List<Revival>>();
        new LoopBench(before.mux.events(), outside -> {}, times::add);
        assertEquals(2, times.size());
        assertTrue(times.getFirst().stream().allMatch(revival -> revival.result() == Result.STARTING));
        assertTrue(times.getLast().stream().allMatch(revival -> revival.result() == Result.SHELL));
    }
}
