package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.mux.Described;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/** What is shown and not remembered. */
class PrivacyTest {
    private final LoopBench bench = new LoopBench();

    private String shown() {
        return bench.must("capture-pane", "-p", "-S", "-", "-t", "%0").stripTrailing();
    }

    /** All that could get to the disk: what was journaled, and a checkpoint of now. */
    private String written() {
        var text = new StringBuilder();
        for (var events : List.of(bench.outside.journal, bench.mux.events())) {
            for (Event event : events) {
                text.append(event instanceof PaneEvent.Output output
                        ? new String(output.bytes(), StandardCharsets.UTF_8)
                        : event.toString());
            }
        }
        return text + String.join("\n", replayed().panes().stream().map(pane -> {
            var lines = new StringBuilder();
            for (int row = 0; row < pane.terminal().rows(); row++) {
                for (int column = 0; column < pane.terminal().columns(); column++) {
                    lines.append(pane.terminal().screen().row(row).text(column));
                }
            }
            return lines.toString();
        }).toList());
    }

    /** The state that the next server would find. */
    private Mux replayed() {
        var mux = new Mux(TerminalSettings.standard(2000, BlockCompressor.NONE), DefaultKeys.TABLES);
        bench.outside.journal.forEach(event -> mux.apply(event, bench.outside.micros()));
        return mux;
    }

    private void started() {
        bench.must("new-session", "-d", "-x", "40", "-y", "6");
        bench.print(0, "before\r\n");
    }

    @Test
    void showsWhatIsOffTheRecordAndWritesNothingOfIt() {
        started();
        bench.must("set-option", "-p", "-t", "%0", "journal", "off");
        bench.print(0, "hush\r\n");
        bench.print(0, "hush again\r\n");
        assertEquals("before\nhush\nhush again", shown());
        assertFalse(written().contains("hush"));
        assertEquals(1, bench.outside.journal.stream().filter(PaneEvent.OffTheRecord.class::isInstance).count());
    }

    @Test
    void goesOnWhereTheRecordWas() {
        started();
        bench.must("set-option", "-p", "-t", "%0", "journal", "off");
        bench.print(0, "hush\r\n");
        bench.must("set-option", "-p", "-t", "%0", "journal", "on");
        assertEquals("before\nhush", shown());
        bench.print(0, "after\r\n");
        assertEquals("before\n-- off the record --\nafter", shown());
        assertFalse(written().contains("hush"));
    }

    @Test
    void leavesAStateThatTheJournalMakesAgain() {
        started();
        bench.must("set-option", "-p", "-t", "%0", "journal", "off");
        bench.print(0, "hush\033[?1049h\033[31m\033]2;hush\007");
        bench.must("resize-window", "-t", "0", "-x", "30", "-y", "5");
        bench.must("clear-history", "-t", "%0");
        bench.must("send-keys", "-R", "-t", "%0");
        bench.print(0, "hush");
        assertEquals(Described.all(replayed().events()), Described.all(bench.mux.events()));
        bench.must("set-option", "-p", "-t", "%0", "journal", "on");
        bench.print(0, "after\r\n");
        assertEquals(Described.all(replayed().events()), Described.all(bench.mux.events()));
    }

    @Test
    void answersProgramsThatAreOffTheRecordOnce() {
        started();
        bench.must("set-option", "-p", "-t", "%0", "journal", "off");
        bench.print(0, "\033[6n");
        assertEquals("\033[2;1R", bench.outside.typed.get(new PaneId(0)).toString());
    }

    @Test
    void forgetsWhatAPaneHasPrinted() {
        started();
        bench.must("forget", "-t", "%0");
        assertEquals("", shown());
        assertFalse(Described.all(bench.mux.events()).toString().contains("before"));
    }

    @Test
    void writesNoInput() {
        started();
        bench.must("send-keys", "-t", "%0", "hush", "Enter");
        assertEquals("hush\r", bench.outside.typed.get(new PaneId(0)).toString());
        assertFalse(written().contains("hush"));
    }

    @Test
    void writesNoPasteBuffersIfTheyShallNotBe() {
        bench.must("set-buffer", "-b", "known", "heard");
        bench.must("set-option", "-s", "journal-buffers", "off");
        bench.must("set-buffer", "-b", "new", "hush");
        bench.must("set-buffer", "-b", "known", "-n", "other");
        bench.must("set-buffer", "-a", "-b", "other", "hush");
        assertEquals("heardhush", bench.must("show-buffer", "-b", "other"));
        assertFalse(Described.all(bench.outside.journal).toString().contains(HexFormat.of().formatHex("hush".getBytes(
                StandardCharsets.UTF_8))));
        bench.must("set-option", "-s", "journal-buffers", "on");
        bench.must("set-buffer", "-a", "-b", "other", "!");
        bench.must("delete-buffer", "-b", "new");
        assertEquals(List.of("known", "other"), replayed().buffers().all().reversed().stream()
                .map(buffer -> buffer.name()).toList());
    }

    // ---- variables -------------------------------------------------------------------------

    private boolean onDisk(String text) {
        return bench.outside.journal.stream().map(EventTypes::record).anyMatch(record -> record.toString()
                .contains(text)) || bench.mux.events().stream().map(EventTypes::record).anyMatch(
                        record -> record.toString().contains(text));
    }

    @Test
    void writesNoSecretOfTheEnvironmentButGivesItToPrograms() {
        bench.must("new-session", "-d", "-e", "API_TOKEN=hush", "-e", "PLAIN=heard", "exec", "run");
        bench.must("set-environment", "-g", "db_password", "hush");
        bench.must("set-environment", "-t", "0", "AWS_SECRET", "hush");
        bench.must("split-window", "-e", "SSH_KEY=hush", "exec", "run");
        assertFalse(onDisk("hush"));
        assertTrue(onDisk("heard"));
        var environment = bench.outside.spawned.getLast().environment();
        for (String name : List.of("db_password", "AWS_SECRET", "SSH_KEY")) {
            assertEquals("hush", environment.get(name), name);
        }
        assertEquals("hush", bench.outside.spawned.getFirst().environment().get("API_TOKEN"));
    }
}
