package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class LayoutFileTest {
    private final Bench bench = new Bench();

    private static final String LISTED = "#{session_name}:#{window_index}.#{pane_index} #{window_name} "
            + "#{window_layout} #{pane_start_command} #{pane_start_path} #{pane_active}";

    private String saved() {
        bench.must("layout", "-t", "work", "save", "file");
        return bench.effects.reversed().stream().filter(Effect.WriteFile.class::isInstance)
                .map(effect -> new String(((Effect.WriteFile) effect).bytes(), StandardCharsets.UTF_8)).findFirst()
                .orElseThrow();
    }

    private String listed() {
        return bench.must("list-panes", "-a", "-F", LISTED).replaceAll("(?<=[,\\d]),\\d+(?=[,\\]}<> ]|$)", ",N")
                .replaceAll("\\b[0-9a-f]{4},(?=\\d+x)", "");
    }

    @Test
    void makesASessionAgain() {
        bench.must("new-session", "-d", "-s", "work", "-n", "it's one", "-x", "100", "-y", "30", "-c", "/srv", "top");
        bench.must("split-window", "-h", "-l", "20", "-t", "work:0", "-c", "/tmp");
        bench.must("split-window", "-v", "-t", "work:0.0", "echo \"$HOME\"; cat");
        bench.must("new-pane", "-t", "work:0", "-x", "20", "-y", "5", "-X", "7", "-Y", "3");
        bench.must("select-pane", "-t", "work:0.1");
        bench.must("new-window", "-d", "-t", "work:5", "-n", "five");
        bench.must("set-option", "-t", "work", "status-left", "#S; 'x'");
        bench.must("set-option", "-w", "-t", "work:5", "@mine", "a b");
        String before = listed();
        String file = saved();
        bench.must("kill-session", "-t", "work");
        bench.world = effect -> effect instanceof Effect.ReadFile
                ? new Outcome.Read(file.getBytes(StandardCharsets.UTF_8))
                : new Outcome.Done();
        bench.must("layout", "load", "file");
        assertEquals(before, listed(), file);
        assertEquals("#S; 'x'", bench.must("show-options", "-v", "-t", "work", "status-left").strip());
        assertEquals("a b", bench.must("show-options", "-wv", "-t", "work:5", "@mine").strip());
    }

    @Test
    void saysWhatIsWrong() {
        bench.must("new-session", "-d", "-s", "work");
        assertEquals("neither save nor load: keep", bench.run("layout", "keep", "file").error());
        bench.world = effect -> new Outcome.Failed("No such file or directory");
        assertEquals("No such file or directory: /home/user/file", bench.run("layout", "save", "file").error());
        assertEquals("can't find session: nope", bench.run("layout", "-t", "nope", "save", "file").error());
    }
}
