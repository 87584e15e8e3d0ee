package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.input.Key;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;

/** Commands that run others, wait, ask and type. */
class RunCommandsTest {
    private final Bench bench = new Bench();
    private final Transcript transcript = new Transcript(bench);

    @BeforeEach
    void startWithASession() {
        bench.must("new-session", "-d", "-s", "a");
    }

    private void shellEnds(int status, String output) {
        bench.world = effect -> new Outcome.Finished(status, output.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void ifShellTakesABranch() throws CommandException {
        shellEnds(1, "");
        transcript.check("""
                $ if-shell false "display-message -p yes" "display-message -p no"
                no
                $ if-shell -F 1 "display-message -p yes"
                yes
                $ if-shell -F "#{==:#{session_name},b}" { display-message -p b } { display-message -p other }
                other
                $ if-shell -F 0 "display-message -p yes"
                $ if-shell -F 1 bogus
                unknown command: bogus
                [rc=1]
                """);
    }

    @Test
    void runShellTellsHowItEnded() throws CommandException {
        shellEnds(3, "out\n");
        transcript.check("""
                $ run-shell 'exit 3'
                out
                'exit 3' returned 3
                [rc=3]
                $ run-shell -C "display-message -p hi"
                hi
                $ run-shell -d x
                invalid delay time: x
                [rc=1]
                """);
        shellEnds(143, "");
        assertEquals("'x' terminated by signal 15\n", bench.run("run-shell", "x").out());
    }

    @Test
    void sourceFileGoesOnAfterAMistake() {
        bench.world = effect -> new Outcome.Read("""
                # a comment
                set-option -g @one 1
                bogus
                set-option -g @two 2 ; nosuch
                FOO=bar
                %if "#{==:1,1}"
                set-option -g @three $FOO
                %endif
                set-option -g nosuch x
                """.getBytes(StandardCharsets.UTF_8));
        var result = bench.run("source-file", "/etc/x.conf");
        assertEquals("""
                /etc/x.conf:3: unknown command: bogus
                /etc/x.conf:4: unknown command: nosuch
                /etc/x.conf:9: invalid option: nosuch""", result.error());
        assertEquals("1\n", bench.must("show-options", "-gv", "@one"));
        assertEquals("bar\n", bench.must("show-options", "-gv", "@three"));
        assertEquals("invalid option: @two", bench.run("show-options", "-g", "@two").error());
        assertEquals("FOO=bar\n", bench.must("show-environment", "-g", "FOO"));
    }

    @Test
    void sourceFileTellsWhatCannotBeRead() throws CommandException {
        bench.world = effect -> new Outcome.Failed("No such file or directory");
        transcript.check("""
                $ source-file /nope
                No such file or directory: /nope
                [rc=1]
                $ source-file -q /nope
                """);
    }

    @Test
    void typesKeysTextAndBytes() {
        bench.must("send-keys", "ls", "Enter", "C-c", "not a key");
        bench.must("send-keys", "-l", "Enter");
        bench.must("send-keys", "-H", "1b", "zz", "41");
        bench.must("send-keys", "-N", "2", "x");
        var typed = new StringBuilder();
        for (var effect : bench.effects) {
            if (effect instanceof Effect.Write(var pane, var bytes)) {
                typed.append('"').append(new String(bytes, StandardCharsets.UTF_8)).append('"');
            } else if (effect instanceof Effect.TypeKeys(var pane, var keys)) {
                typed.append(keys);
            }
        }
        assertEquals("\"ls\"[Enter][C-c]\"not a key\"\"Enter\"\"\u001b\"\"A\"[x][x]", typed.toString());
        assertEquals("repeat count invalid", bench.run("send-keys", "-N", "x", "y").error());
        assertEquals("not in a mode", bench.run("send-keys", "-X", "cancel").error());
        assertEquals("can't find pane: nope", bench.run("send-keys", "-t", "nope", "x").error());
    }

    @Test
    void givesCommandsToModes() {
        bench.modes.put(new PaneId(0), "copy-mode");
        bench.must("send-keys", "-X", "-N", "5", "scroll-up");
        bench.must("send-keys", "-FX", "search-forward", "--", "#{session_name}");
        bench.must("send-keys", "q");
        var commands = bench.effects.stream().filter(effect -> effect instanceof Effect.ModeCommand)
                .map(effect -> ((Effect.ModeCommand) effect).words() + "*" + ((Effect.ModeCommand) effect).count())
                .toList();
        assertEquals("[[scroll-up]*5, [search-forward, --, a]*0]", commands.toString());
        assertTrue(bench.effects.getLast() instanceof Effect.TypeKeys(var pane, var keys)
                && keys.getFirst().equals(Key.of('q')));
    }

    @Test
    void asksAndFillsInTheAnswers() throws CommandException {
        bench.caller(bench.client("/dev/pts/1", new Size(80, 24)));
        bench.must("new-session", "-s", "b");
        bench.world = effect -> effect instanceof Effect.Prompt(var client, var question)
                ? new Outcome.Answered(question.prompt().startsWith("first") ? "one;\"" : "two")
                : new Outcome.Done();
        bench.must("command-prompt", "-p", "first,second", "-I", ",#S",
                "set-option -g @x \"%1% %2\"");
        assertEquals("one;\" two\n", bench.must("show-options", "-gv", "@x"));
        var prompts = bench.effects.stream().filter(effect -> effect instanceof Effect.Prompt)
                .map(effect -> ((Effect.Prompt) effect).question()).toList();
        assertEquals("second ", prompts.get(1).prompt());
        assertEquals("b", prompts.get(1).initial());
        assertEquals("unknown type: x", bench.run("command-prompt", "-T", "x").error());
    }

    @Test
    void confirmsBefore() {
        assertEquals("no current client", bench.run("confirm-before", "ls").error());
        bench.caller(bench.client("/dev/pts/1", new Size(80, 24)));
        bench.must("new-session", "-s", "b");
        bench.world = effect -> new Outcome.Answered("y");
        assertTrue(bench.must("confirm-before", "display-message -p 'done it'").contains("done it"));
        bench.world = effect -> new Outcome.Answered("n");
        assertEquals("", bench.must("confirm-before", "-p", "sure?", "display-message -p 'done it'"));
        assertEquals("sure? ", ((Effect.Prompt) bench.effects.getLast()).question().prompt());
    }

    @Test
    void showsTheEnvironment() throws CommandException {
        transcript.check("""
                $ show-environment -t a NOSUCH
                unknown variable: NOSUCH
                [rc=1]
                $ show-environment -g NOSUCH
                unknown variable: NOSUCH
                [rc=1]
                $ set-environment -t a COLOUR "b$ue"
                $ set-environment -t a -r GONE
                $ set-environment -t a -h SECRET x
                $ show-environment -t a COLOUR
                COLOUR=b
                $ show-environment -t a -h
                SECRET=x
                $ set-environment -t a COLOUR 'b$"'
                $ show-environment -s -t a COLOUR
                COLOUR="b\\$\\""; export COLOUR;
                $ show-environment -t a GONE
                -GONE
                $ set-environment -t a X
                no value specified
                [rc=1]
                $ set-environment a=b c
                variable name contains =
                [rc=1]
                $ set-environment -t nope X y
                no such session: nope
                [rc=1]
                """);
    }

    @Test
    void listsCommands() {
        assertEquals("has-session (has) [-t target-session]\n", bench.must("list-commands", "has"));
        assertEquals("kill-server \n", bench.must("lscm", "kill-server"));
        assertEquals("wait-for (wait) [-L|-S|-U] channel\n", bench.must("lscm", "wait-for"));
        assertEquals("unknown command: nope", bench.run("lscm", "nope").error());
    }

    @Test
    void listsAreJsonOnRequest() {
        assertEquals("[\n  {\"session_name\":\"a\",\"session_windows\":1}\n]\n",
                bench.must("list-sessions", "--json", "-F", "#{session_name}: #{session_windows}"));
        assertTrue(bench.must("list-panes", "--json").contains("\"pane_id\":\"%0\","));
        assertTrue(bench.must("list-windows", "-a", "--json").contains("\"window_index\":0"));
        assertEquals("[]\n", bench.must("list-buffers", "--json"));
        assertTrue(bench.must("list-commands", "--json", "has").contains("\"command_list_alias\":\"has\""));
        assertEquals("command kill-session: invalid flag --", bench.run("kill-session", "--json").error());
    }

    @Test
    void everyCommandTellsHowItIsCalled() {
        assertEquals("usage: has-session (has) [-t target-session]\n", bench.must("has", "--help"));
        for (var spec : CommandTable.specs()) {
            assertTrue(bench.must(spec.name(), "--help").startsWith("usage: " + spec.name()));
        }
    }

    @Test
    void displaysMessages() throws CommandException {
        transcript.check("""
                $ display-message -p
                [a] 0:sh, current pane 0 - (%DATE%)
                $ display-message -p -t z "x#{pane_id}y"
                xy
                $ display-message -p "#{session_name} 100%%"
                a 100%
                $ display-message -p -l "#{session_name}"
                #{session_name}
                $ display-message -F x y
                only one of -F or argument must be given
                [rc=1]
                """.replace("%DATE%", "13:13 20-Nov-26").replace("0:sh",
                "0:" + bench.mux.windows().iterator().next().name()));
    }
}
