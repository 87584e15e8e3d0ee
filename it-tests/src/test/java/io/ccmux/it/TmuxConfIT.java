package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Configurations in the styles in which people write them for tmux, and scripts in the style of its plugins. */
class TmuxConfIT {
    private static final Path CORPUS = Path.of("src/test/resources/io/ccmux/it/tmux-conf").toAbsolutePath();
    /** Of the lines of all files, so many of a hundred must be accepted. */
    private static final int ACCEPTED_PERCENT = 98;

    @TempDir
    private Path directory;
    private Ccmux ccmux;

    @BeforeEach
    void start() {
        ccmux = new Ccmux(directory);
        ccmux.must("new-session", "-d", "-s", "x", "-x", "80", "-y", "24", "cat");
    }

    @AfterEach
    void end() {
        ccmux.close();
    }

    @Test
    void acceptsWhatPeopleWrite() throws IOException {
        int lines = 0;
        var refused = new ArrayList<String>();
        try (var files = Files.list(CORPUS)) {
            for (Path file : files.sorted().toList()) {
                lines += (int) Files.readAllLines(file).stream()
                        .filter(line -> !line.isBlank() && !line.strip().startsWith("#")).count();
                var said = ccmux.run("source-file", file.toString());
                said.error().lines().forEach(refused::add);
                assertEquals(said.error().isEmpty() ? 0 : 1, said.status(), file.toString());
            }
        }
        System.out.println(lines + " lines of tmux.conf, refused: " + refused.size());
        assertTrue(refused.stream().allMatch(line -> line.matches(CORPUS + "/[^/]+\\.conf:\\d+: .+")),
                refused::toString);
        assertTrue(refused.size() * 100 <= lines * (100 - ACCEPTED_PERCENT), refused::toString);
        assertEquals(List.of("utf8", "mouse-select-pane", "default-path", "visual-content", "zoom"),
                refused.stream().map(line -> line.substring(line.lastIndexOf(' ') + 1)).toList());
    }

    @Test
    void meansWhatTmuxMeans() {
        for (String file : List.of("01-minimal", "08-conditions", "21-blocks", "13-hooks")) {
            ccmux.run("source-file", CORPUS.resolve(file + ".conf").toString());
        }
        assertEquals("C-a\n", ccmux.must("show-options", "-gv", "prefix"));
        assertEquals("in a block\n", ccmux.must("show-options", "-gv", "@x"));
        assertEquals("quoted \"inside\" a block\n", ccmux.must("show-options", "-gv", "@y"));
        assertEquals("one two\n", ccmux.must("show-options", "-gv", "@joined"));
        assertEquals("❤ 😀 A\n", ccmux.must("show-options", "-gv", "@unicode"));
        assertEquals("$HOME\n", ccmux.must("show-options", "-gv", "@dollar"));
        assertEquals(ccmux.user() + "\n", ccmux.must("show-options", "-gv", "@same"));
        assertEquals("#\n", ccmux.must("show-options", "-gv", "@hash"));
        assertEquals("colour33", ccmux.must("show-options", "-gv", "status-left").substring(5, 13));
        assertEquals("bind-key -T prefix C-k send-keys -R \\; clear-history\n",
                ccmux.must("list-keys", "-T", "prefix", "C-k"));
        assertEquals("session-created[0] run-shell -b \"echo created >> /dev/null\"\n"
                + "session-created[1] display-message hi\n", ccmux.must("show-hooks", "-g", "session-created"));
    }

    /** As tmux-sensible does it: looks at options and keys, and sets what nobody has set. */
    private static final String SENSIBLE = """
            #!/bin/sh
            option_value_not_changed() { [ "$(tmux show-option -gv "$1")" = "$2" ]; }
            key_binding_not_set() {
                ! tmux list-keys | grep -q -E "bind-key[[:space:]]+(-r[[:space:]]+)?(-T prefix)?[[:space:]]+$1 "
            }
            [ -n "$TMUX" ] || exit 7
            tmux -V | grep -qE '^tmux [0-9]+\\.[0-9]+' || exit 8
            option_value_not_changed status-interval 15 && tmux set-option -g status-interval 5
            tmux set-option -s focus-events on
            key_binding_not_set C-p && tmux bind-key C-p previous-window
            key_binding_not_set c && tmux bind-key c new-window -n wrong
            tmux display-message -p '#{pane_id}' > "$HOME/pane"
            tmux set-option -g @done "$(tmux show-option -gqv @plugin_option)-$(tmux list-panes -F '#D' | wc -l)"
            """;

    /** As tmux-yank does it: binds keys of copy mode to a command that it finds. */
    private static final String YANK = """
            #!/bin/sh
            get() { v=$(tmux show-option -gqv "$1"); [ -n "$v" ] && echo "$v" || echo "$2"; }
            key=$(get @copy_mode_yank y)
            command="cat > $HOME/clipboard"
            if [ "$(tmux show-window-options -gv mode-keys)" = vi ]; then table=copy-mode-vi; else table=copy-mode; fi
            tmux bind-key -T "$table" "$key" send-keys -X copy-pipe-and-cancel "$command"
            tmux bind-key Y run-shell -b "tmux display-message -p -t x: '#{session_name}' > $HOME/ran"
            tmux set-option -g @yanked "$table"
            """;

    @Test
    void scriptsForTmuxDriveIt() throws IOException {
        ccmux.must("tmux-shim", directory.resolve("shim").toString());
        ccmux.must("set-option", "-g", "@plugin_option", "value");
        var sensible = Files.writeString(directory.resolve("sensible.tmux"), SENSIBLE);
        var yank = Files.writeString(directory.resolve("yank.tmux"), YANK);
        assertEquals("[rc=0]", ccmux.run("run-shell", "sh " + sensible).shown());
        assertEquals("[rc=0]", ccmux.run("run-shell", "sh " + yank).shown());
        assertEquals("5\n", ccmux.must("show-options", "-gv", "status-interval"));
        assertEquals("on\n", ccmux.must("show-options", "-sv", "focus-events"));
        assertEquals("bind-key -T prefix C-p previous-window\n", ccmux.must("list-keys", "-T", "prefix", "C-p"));
        assertEquals("bind-key -T prefix c new-window\n", ccmux.must("list-keys", "-T", "prefix", "c"));
        assertEquals("value-1\n", ccmux.must("show-options", "-gv", "@done"));
        assertEquals("%0\n", Files.readString(ccmux.user().resolve("pane")));
        assertTrue(ccmux.must("list-keys", "-T", "copy-mode", "y").contains("copy-pipe-and-cancel \"cat > "));
        ccmux.must("new-window", "-d", "-n", "env", "echo \"$TMUX_PANE is $(tmux display-message -p '#D')\"; cat");
        Awaiting.text(ccmux, "%1", "%1 is %1");
    }
}
