package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.render.Canvas;

class CopyCommandsTest {
    /** What {@code send-keys -X} takes in tmux 3.7c. */
    private static final String TMUX = """
            append-selection append-selection-and-cancel back-to-indentation begin-selection bottom-line cancel
            clear-selection copy-end-of-line copy-end-of-line-and-cancel copy-line copy-line-and-cancel copy-pipe
            copy-pipe-and-cancel copy-pipe-end-of-line copy-pipe-end-of-line-and-cancel copy-pipe-line
            copy-pipe-line-and-cancel copy-pipe-no-clear copy-selection copy-selection-and-cancel
            copy-selection-no-clear cursor-centre-horizontal cursor-centre-vertical cursor-down
            cursor-down-and-cancel cursor-left cursor-right cursor-up end-of-line goto-line halfpage-down
            halfpage-down-and-cancel halfpage-up history-bottom history-top jump-again jump-backward jump-forward
            jump-reverse jump-to-backward jump-to-forward jump-to-mark line-numbers-off line-numbers-on
            line-numbers-toggle middle-line next-matching-bracket next-paragraph next-prompt next-space
            next-space-end next-word next-word-end other-end page-down page-down-and-cancel page-up pipe
            pipe-and-cancel pipe-no-clear previous-matching-bracket previous-paragraph previous-prompt
            previous-space previous-word recentre-top-bottom rectangle-off rectangle-on rectangle-toggle
            refresh-from-pane scroll-bottom scroll-down scroll-down-and-cancel scroll-exit-off scroll-exit-on
            scroll-exit-toggle scroll-middle scroll-to-mouse scroll-top scroll-up search-again search-backward
            search-backward-incremental search-backward-text search-forward search-forward-incremental
            search-forward-text search-reverse select-line select-word selection-mode set-mark start-of-line
            stop-selection toggle-position top-line
            """;

    private final ModeBench bench = new ModeBench(20, 5);

    @Test
    void knowAllOfTmux() {
        var missing = new TreeSet<>(List.of(TMUX.strip().split("\\s+")));
        missing.removeAll(CopyCommands.names());
        assertEquals("[]", missing.toString());
    }

    @Test
    void knowWhateverADefaultKeyIsBoundTo() {
        var missing = DefaultKeys.TABLES.tables().values().stream().flatMap(table -> table.values().stream())
                .flatMap(binding -> Pattern.compile("send-keys -F?X (?:-[Nt] \\S+ )?([a-z-]+)")
                        .matcher(binding.command()).results())
                .map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
        missing.removeAll(CopyCommands.names());
        assertEquals("[]", missing.toString());
    }

    @Test
    void allRunOnAnEmptyPaneAndOnALongPast() {
        for (int lines : new int[]{0, 50}) {
            bench.prints("some (word) here, wide \u6f22\u5b57 and more than a row\r\n".repeat(lines));
            for (String name : CopyCommands.names()) {
                bench.enter(new Effect.Mode.Copy(ModeBench.PANE, false, false, false, false, false));
                bench.command("history-top");
                bench.command("begin-selection");
                bench.command(2, name, "o");
                bench.drawn();
                bench.command("cancel");
            }
        }
    }

    @Test
    void numberTheLinesBesideThem() {
        for (int i = 1; i <= 10; i++) {
            bench.prints("line " + i + " some words\r\n");
        }
        bench.enter(new Effect.Mode.Copy(ModeBench.PANE, false, false, false, true, false));
        bench.command("history-top");
        bench.command("line-numbers-toggle");
        assertEquals("""
                 1 line 1 some words
                 2 line 2 some words
                 3 line 3 some words
                 4 line 4 some words
                 5 line 5 some words
                """, ModeBench.text(bench.drawn()));
        bench.run("set-window-option", "copy-mode-line-numbers", "hybrid");
        bench.command("line-numbers-on");
        bench.command(2, "cursor-down");
        assertEquals(" 2  1  3", column(bench.drawn()));
        bench.command("end-of-line");
        assertEquals(19, bench.drawn().cursorX());
        bench.command("line-numbers-off");
        assertEquals("line 1 some words", bench.drawn().text(0).strip());
    }

    private static String column(Canvas canvas) {
        return canvas.text(0).substring(0, 2) + " " + canvas.text(1).substring(0, 2) + " " + canvas.text(2).substring(0,
                2);
    }

    @Test
    void nameBuffersByAPrefix() {
        bench.prints("word");
        bench.enter(new Effect.Mode.Copy(ModeBench.PANE, false, false, false, false, false));
        bench.command("copy-line mine");
        bench.command("copy-line mine");
        bench.command("copy-line");
        var names = bench.mux.buffers().all().stream().map(buffer -> buffer.name()).toList();
        assertEquals(List.of("buffer0", "mine1", "mine0"), names);
    }
}
