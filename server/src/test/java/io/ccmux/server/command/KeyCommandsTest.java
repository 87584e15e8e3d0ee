package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.TreeSet;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.input.Key;

class KeyCommandsTest {
    private final Bench bench = new Bench(DefaultKeys.TABLES);
    private final Transcript transcript = new Transcript(bench);

    @BeforeEach
    void startWithASession() {
        bench.must("new-session", "-d", "-s", "a");
    }

    @Test
    void saysWhatIsWrongAsTmuxDoes() throws CommandException {
        transcript.check("""
                $ bind-key
                command bind-key: too few arguments (need at least 1)
                [rc=1]
                $ bind-key NoKey ls
                unknown key: NoKey
                [rc=1]
                $ bind-key x bogus
                unknown command: bogus
                [rc=1]
                $ bind-key x ls -Z
                command list-sessions: unknown flag -Z
                [rc=1]
                $ unbind-key -T nope x
                table nope doesn't exist
                [rc=1]
                $ unbind-key
                missing key
                [rc=1]
                $ unbind-key -a x
                key given with -a
                [rc=1]
                $ unbind-key -q NoKey
                [rc=1]
                $ list-keys -T nope
                table nope doesn't exist
                [rc=1]
                $ list-keys -T prefix F12
                unknown key: F12
                [rc=1]
                """);
    }

    @Test
    void bindsWordsTextAndBlocks() throws CommandException {
        transcript.check("""
                $ bind-key -T t a ls
                $ bind-key -T t -r b "ls ; lsw"
                $ bind-key -T t c { lsp ; if-shell -F 1 { ls } }
                $ bind-key -T t -N "a note" d display-message "some text"
                $ list-keys -T t
                bind-key    -T t a list-sessions
                bind-key -r -T t b list-sessions \\; list-windows
                bind-key    -T t c list-panes \\; if-shell -F 1 { list-sessions }
                bind-key    -T t d display-message "some text"
                $ unbind-key -T t b
                $ list-keys -T t
                bind-key -T t a list-sessions
                bind-key -T t c list-panes \\; if-shell -F 1 { list-sessions }
                bind-key -T t d display-message "some text"
                $ unbind-key -a -T t
                $ list-keys -T t
                table t doesn't exist
                [rc=1]
                """);
    }

    @Test
    void listsAlignedColumns() throws CommandException {
        transcript.check("""
                $ list-keys -T prefix C-b
                bind-key -T prefix C-b send-prefix
                $ list-keys C-b
                bind-key -T copy-mode    C-b send-keys -X cursor-left
                bind-key -T copy-mode-vi C-b send-keys -X page-up
                bind-key -T prefix       C-b send-prefix
                $ list-keys -N C-b
                C-b C-b Send the prefix key
                $ list-keys -N -T prefix -P "x " d
                x d Detach the current client
                $ list-keys -1 C-b
                bind-key -T copy-mode    C-b send-keys -X cursor-left
                $ list-keys -T prefix -F "#{key_string}=#{key_command}" z
                z=resize-pane -Z
                """);
        assertEquals(275, bench.must("list-keys").lines().count());
    }

    @Test
    void keepsASemicolonThatIsAnArgument() throws CommandException {
        bench.must("bind-key", "-T", "t", "x", "send-keys \\;");
        var command = bench.mux.keys().binding("t", Key.of('x')).orElseThrow().command();
        var lines = new CommandLines(bench.mux, bench.scene()).binding(command);
        assertEquals(List.of(List.of("send-keys", ";")), lines.getFirst().commands());
    }

    @Test
    void readsBackEveryDefaultBinding() throws CommandException {
        var unknown = new TreeSet<String>();
        for (var table : DefaultKeys.TABLES.tables().values()) {
            for (var binding : table.values()) {
                try {
                    new CommandLines(bench.mux, bench.scene()).binding(binding.command());
                } catch (CommandException wrong) {
                    unknown.add(wrong.getMessage().replaceFirst("^unknown command: .*", ""));
                }
            }
        }
        unknown.remove("");
        assertEquals("[]", unknown.toString());
    }
}
