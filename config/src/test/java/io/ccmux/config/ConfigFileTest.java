package io.ccmux.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final KeyNames KEYS = name -> name.startsWith("No")
            ? java.util.Optional.empty()
            : java.util.Optional.of(name);

    private static Settings parse(String text) {
        return ConfigFile.parse("c.conf", text, KEYS, layout -> layout.contains(","));
    }

    @Test
    void tellsWhoeverBringsATmuxConfWhatReadsIt() {
        String problem = "c.conf: this is a tmux.conf, which ccmux source-file reads";
        assertEquals(List.of(problem), parse("# mine\nset -g mouse on\nbind r source-file x\n").problems());
        String other = parse("options { mouse = on\n").problems().toString();
        assertTrue(other.startsWith("[c.conf:") && !other.contains("tmux.conf"), other);
    }

    @Test
    void readsEveryBlock() {
        Settings settings = parse("""
                persistence { durability = relaxed, flush-interval = 50ms, segment-size = 8MiB }
                options {
                  history-limit = 100000   # a comment
                  mouse = true
                  status-left = "[#S] "
                  "@mine" = "any text"
                  escape-time = 20
                  mode-keys = vi
                  update-environment = [DISPLAY, LANG]
                  status-format = { 1 = "second" }
                }
                keys {
                  prefix { "|" = "split-window -h", x = null }
                  root { "M-Left" = { command = "select-pane -L", note = "To the left", repeat = true } }
                }
                """);
        assertEquals(List.of(), settings.problems());
        var persistence = settings.persistence();
        assertEquals("relaxed", persistence.durability());
        assertEquals(50, persistence.flushMillis());
        assertEquals(8 << 20, persistence.segmentBytes());
        assertEquals(PersistenceOptions.STANDARD.checkpointBytes(), persistence.checkpointBytes());
        assertEquals(100_000, settings.sessions().number("history-limit"));
        assertTrue(settings.sessions().flag("mouse"));
        assertEquals("[#S] ", settings.sessions().string("status-left"));
        assertEquals("any text", settings.sessions().string("@mine"));
        assertEquals("{0=DISPLAY, 1=LANG}", settings.sessions().array("update-environment").toString());
        assertEquals("{1=second}", settings.sessions().array("status-format").toString());
        assertEquals(20, settings.server().number("escape-time"));
        assertEquals("vi", settings.windows().string("mode-keys"));
        assertEquals(List.of(new Settings.KeySetting("prefix", "x", "", "", false, "c.conf:13"),
                new Settings.KeySetting("prefix", "|", "split-window -h", "", false, "c.conf:13"),
                new Settings.KeySetting("root", "M-Left", "select-pane -L", "To the left", true, "c.conf:14")),
                settings.keys().stream().sorted((a, b) -> (a.table() + a.key()).compareTo(b.table() + b.key()))
                        .toList());
    }

    @Test
    void reportsMistakesWithTheirLineAndKeepsTheRest() {
        Settings settings = parse("""
                persistence {
                  durability = maybe
                  flush-interval = 0ms
                  segment-size = huge
                  colour = red
                }
                options {
                  history-limit = -1
                  no-such-option = 1
                  mouse = perhaps
                  status = 7
                  mode-style = "fg=nocolour"
                  prefix = NoKey
                  escape-time = 30
                }
                keys { prefix { NoKey = "ls", c = "unfinished {" } }
                extra {}
                """);
        assertEquals(List.of("c.conf:10: bad value: perhaps", "c.conf:11: unknown value: 7",
                "c.conf:12: invalid style: fg=nocolour", "c.conf:13: bad key: NoKey",
                "c.conf:16: syntax error: unfinished {", "c.conf:16: unknown key: NoKey",
                "c.conf:17: unknown block: extra",
                "c.conf:2: unknown value: durability = maybe (strict, relaxed, off)",
                "c.conf:3: value is too small: flush-interval = 0, 1ms to 60s",
                "c.conf:4: value is invalid: segment-size = huge", "c.conf:5: unknown setting: persistence.colour",
                "c.conf:8: value is too small: -1", "c.conf:9: invalid option: no-such-option"),
                settings.problems().stream().sorted().toList());
        assertEquals(PersistenceOptions.STANDARD, settings.persistence());
        assertEquals(30, settings.server().number("escape-time"));
    }

    @Test
    void takesDefaultsWhenTheFileIsBroken() {
        Settings settings = parse("options {\n  mouse = on\n  status = [\n");
        assertEquals(1, settings.problems().size());
        assertTrue(settings.problems().getFirst().matches("c\\.conf:[345]: .+"), settings.problems().getFirst());
        assertEquals(Options.EMPTY, settings.sessions());
    }

    @Test
    void takesItsOwnDefaultFileForOneThatChangesNothing() {
        Settings settings = parse(DefaultFile.text());
        assertEquals(List.of(), settings.problems());
        assertEquals(PersistenceOptions.STANDARD, settings.persistence());
        assertEquals(Options.EMPTY, settings.sessions());
        assertEquals(List.of(), settings.keys());
    }

    @Test
    void readsHooksVariablesTheStatusLineAndLayouts() {
        Settings settings = parse("""
                hooks { session-created = "display-message hi", after-new-window = ["rename-window x", "last-window"] }
                environment { EDITOR = vim, LESS = null, N = 3 }
                status { left = "[#S] ", lines = 2, position = top }
                layouts { work = "80x24,0,0{40x24,0,0,39x24,41,0}" }
                """);
        assertEquals(List.of(), settings.problems());
        assertEquals("{0=display-message hi}", settings.sessions().array("session-created").toString());
        assertEquals("{0=rename-window x, 1=last-window}", settings.sessions().array("after-new-window").toString());
        assertEquals("{EDITOR=Optional[vim], LESS=Optional.empty, N=Optional[3]}", settings.environment().toString());
        assertEquals("2 top [#S] ", settings.sessions().choice("status") + " " + settings.sessions().choice(
                "status-position") + " " + settings.sessions().string("status-left"));
        assertTrue(settings.sessions().string("@layout-work").startsWith("80x24"));
        assertEquals(List.of("c.conf:1: unknown hook: status-left", "c.conf:2: invalid option: status-nope"),
                parse("hooks { status-left = x }\nstatus { nope = x }").problems().stream().sorted().toList());
        assertEquals(List.of("c.conf:2: not a layout: even"), parse("layouts {\n  work = even\n}").problems());
    }

    /** Every row of the default file is one that can be said: as it stands there it changes nothing. */
    @Test
    void takesEveryLineOfItsDefaultFileWhenTheCommentIsRemoved() {
        String said = DefaultFile.text().replaceAll("(?m)^  # (\\S+ = )", "  $1");
        assertEquals(List.of(), ConfigFile.parse("c.conf", said, java.util.Optional::of, layout -> true).problems());
        String rows = said.substring(0, said.indexOf("\nkeys {"));
        Settings settings = ConfigFile.parse("c.conf", rows, java.util.Optional::of, layout -> true);
        assertEquals(List.of(), settings.problems());
        var given = List.of(settings.server(), settings.sessions(), settings.windows());
        long options = given.stream().mapToLong(part -> part.own().size()).sum();
        assertTrue(options > 100, () -> options + " options");
        given.forEach(part -> part.own().forEach((name, value) -> assertEquals(OptionTable.rows().stream()
                .filter(row -> row.name().equals(name)).findFirst().orElseThrow().preset(), value, name)));
    }

    @Test
    void saysNothingWhenThereIsNoFile(@TempDir Path directory) {
        assertEquals(List.of(), ConfigFile.read(directory.resolve("none.conf"), KEYS, layout -> true).problems());
        assertEquals(1, ConfigFile.read(directory, KEYS, layout -> true).problems().size());
    }
}
