package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.config.OptionValue;
import io.ccmux.server.Configuration.Change;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

class ConfigurationTest {
    private static final Key X = Key.parse("x").orElseThrow();
    private static final Key F5 = Key.parse("F5").orElseThrow();

    @TempDir
    private Path directory;
    private final Mux mux = new Mux(TerminalSettings.standard(100, BlockCompressor.NONE), DefaultKeys.TABLES);

    private Configuration read(String text) throws IOException {
        Path file = directory.resolve("ccmux.conf");
        Files.writeString(file, text);
        return Configuration.read(new ServerArguments(directory.resolve("socket"), directory.resolve("state"),
                Optional.of(file), List.of(), false, false, false));
    }

    /** The file says this now; returns how many events that takes. */
    private int obey(String text) throws IOException {
        List<Event> events = read(text).events(mux);
        events.forEach(event -> mux.apply(event, 0));
        assertEquals(List.of(), read(text).events(mux), "obeyed twice");
        return events.size();
    }

    private void set(String name, String value) {
        mux.apply(new OptionEvent.Assigned(new OptionEvent.Holder.AllSessions(), name, new OptionValue.Text(value)), 0);
    }

    @Test
    void givesVariablesToPanesAndTakesThemBack() throws IOException {
        assertEquals(3, obey("environment { TOKEN = secret, LESS = null }"));
        assertEquals(Optional.of("secret"), mux.environment().variable("TOKEN").orElseThrow().value());
        assertEquals(Optional.empty(), mux.environment().variable("LESS").orElseThrow().value());
        assertFalse(mux.serverOptions().string("@ccmux-configuration").contains("secret"));
        mux.apply(new EnvironmentEvent.Assigned(Optional.empty(), "TOKEN", "changed", false), 0);
        assertEquals(2, obey("environment { OTHER = x }") - 1);
        assertTrue(mux.environment().variable("LESS").isEmpty());
        assertEquals(Optional.of("changed"), mux.environment().variable("TOKEN").orElseThrow().value());
    }

    @Test
    void saysNothingWithoutAFile() throws IOException {
        assertEquals(0, obey(""));
        assertFalse(mux.serverOptions().own().containsKey("@ccmux-configuration"));
    }

    @Test
    void obeysOnlyWhatIsNew() throws IOException {
        assertEquals(3, obey("options { mouse = on, base-index = 1 }"));
        set("base-index", "5");
        assertEquals(2, obey("options { mouse = off, base-index = 1 }"));
        assertFalse(mux.sessionOptions().flag("mouse"));
        assertEquals(5, mux.sessionOptions().number("base-index"));
    }

    @Test
    void returnsToTheDefaultWhereTheFileSaysNothingAnyMore() throws IOException {
        obey("options { mouse = on, update-environment = [A, B], escape-time = 99, mode-keys = vi }");
        obey("options { mode-keys = vi }");
        assertFalse(mux.sessionOptions().own().containsKey("mouse"));
        assertFalse(mux.sessionOptions().own().containsKey("update-environment"));
        assertFalse(mux.serverOptions().own().containsKey("escape-time"));
        assertEquals("vi", mux.windowOptions().string("mode-keys"));
        obey("");
        assertFalse(mux.windowOptions().own().containsKey("mode-keys"));
    }

    @Test
    void leavesAloneWhatTheUserHasChangedSince() throws IOException {
        obey("options { base-index = 1 }");
        set("base-index", "7");
        obey("");
        assertEquals(7, mux.sessionOptions().number("base-index"));
    }

    @Test
    void givesKeysBackWhatTheyDidBefore() throws IOException {
        var usual = mux.keys().binding("prefix", X);
        obey("keys { prefix { x = null }, root { F5 = { command = \"new-window\", note = \"n\", repeat = true } } }");
        assertTrue(mux.keys().binding("prefix", X).isEmpty());
        assertEquals(Optional.of(new Binding("new-window", "n", true)), mux.keys().binding("root", F5));
        obey("");
        assertEquals(usual, mux.keys().binding("prefix", X));
        assertTrue(mux.keys().binding("root", F5).isEmpty());
    }

    @Test
    void remembersEveryWishAsALineThatItReads() throws IOException {
        obey("options { status-left = \"a \\\" \\n漢 #[x]\", user-keys = [\"\\u001b[1\"] }\n"
                + "keys { root { F5 = \"display 'x'\", F6 = null } }");
        for (String line : mux.serverOptions().string("@ccmux-configuration").split("\n")) {
            assertEquals(line, Wish.parse(line).orElseThrow().line());
        }
        assertEquals(Optional.empty(), Wish.parse("Assigned[holder=Server[], name=x, value=Text[text=y]]"));
    }

    @Test
    void namesTheSettingsThatDiffer() throws IOException {
        var before = read("persistence { flush-interval = 50ms, retention-size = 1GiB }");
        var after = read("persistence { flush-interval = 60ms, retention-size = 1024MiB, queue-size = 2MiB }");
        assertEquals(List.of("flush-interval", "queue-size"),
                after.changed(before).stream().map(Change::name).toList());
    }

    @Test
    void saysWhichOfThemWaitForAStart() throws IOException {
        var strict = read("persistence { durability = strict, segment-size = 8MiB }");
        var relaxed = read("persistence { durability = relaxed, segment-size = 9MiB }");
        var off = read("persistence { durability = off }");
        assertEquals(List.of(true, true), relaxed.changed(strict).stream().map(Change::live).toList());
        assertEquals(List.of(false, true), off.changed(strict).stream().map(Change::live).toList());
        assertEquals(List.of(false, true), relaxed.changed(off).stream().map(Change::live).toList());
    }

    @Test
    void refusesAFileThatIsNotThereOnlyIfItWasNamed() throws IOException {
        Path none = directory.resolve("none.conf");
        Configuration.read(new ServerArguments(none, none, Optional.of(none), List.of(), false, false, false));
        assertThrows(IOException.class, () -> Configuration.read(
                new ServerArguments(none, none, Optional.empty(), List.of(none), false, false, false)));
    }
}
