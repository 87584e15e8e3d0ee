package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.server.mux.PaneId;

/** Programs that drive the server by lines. */
class ControlModeTest {
    private final LoopBench bench = new LoopBench();

    private LoopBench.Seat control(String... words) {
        return bench.client(ClientFlag.UTF8.bit() | ClientFlag.CONTROL.bit(), 0, 0, words);
    }

    /** What came since the last call, seconds and numbers of answers left out. */
    private static String taken(LoopBench.Seat seat) {
        return seat.take().replaceAll("(?m)^(%begin|%end|%error) \\d+ \\d+ ", "$1 ");
    }

    /** A conversation in a file: lines that begin with &gt; are sent, {@code !N TEXT} is printed by a pane. */
    private String play(LoopBench.Seat seat, String script) {
        var played = new StringBuilder(taken(seat));
        for (String line : script.lines().toList()) {
            if (line.startsWith("> ")) {
                bench.type(seat, line.substring(2) + "\n");
            } else if (line.startsWith("!")) {
                int pane = Integer.parseInt(line.substring(1, line.indexOf(' ')));
                bench.print(pane, line.substring(line.indexOf(' ') + 1).replace("\\r", "\r").replace("\\n", "\n")
                        .replace("\\e", "\033"));
            } else if (line.startsWith("+")) {
                bench.pass(Long.parseLong(line.substring(1)));
            } else {
                continue;
            }
            played.append(line).append('\n').append(taken(seat));
        }
        return played.toString();
    }

    private static String script(String name) throws IOException {
        try (var in = ControlModeTest.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void answersAndTellsAsInTheRecordedConversation() throws IOException {
        String script = script("control-mode.txt");
        assertEquals(script, play(control("new-session", "-s", "a", "-x", "80", "-y", "24"), script));
    }

    /** What iTerm2 asks and does: at its start, when windows and panes come and go, and at its end. */
    @Test
    void answersAndTellsWhatATerminalThatShowsWindowsItselfNeeds() throws IOException {
        String script = script("iterm2.txt");
        var seat = bench.client(ClientFlag.UTF8.bit() | ClientFlag.CONTROL.bit() | ClientFlag.CONTROL_RAW.bit()
                | ClientFlag.INPUT_TERMINAL.bit(), 80, 24, "new-session", "-s", "a");
        assertEquals(script, play(seat, script));
    }

    @Test
    void speaksWithinATerminalThatIsItsOwn() {
        var seat = bench.client(ClientFlag.UTF8.bit() | ClientFlag.CONTROL.bit() | ClientFlag.CONTROL_RAW.bit()
                | ClientFlag.INPUT_TERMINAL.bit(), 80, 24, "new-session", "-s", "a");
        assertTrue(seat.take().startsWith("\033P1000p%begin "));
        bench.type(seat, "\n");
        assertEquals("%exit\n\033\\", seat.take());
        assertEquals(0, seat.status);
    }

    @Test
    void endsAfterACommandThatAttachesNothing() {
        bench.must("new-session", "-d", "-s", "a");
        var seat = control("list-sessions", "-F", "#S");
        assertEquals("%begin 0\na\n%end 0\n%exit\n", taken(seat));
        assertEquals(0, seat.status);
        assertEquals(1, control("kill-session", "-t", "b").status);
    }

    @Test
    void goesOnlyAfterAnEmptyLineIfItWantsToWait() {
        var seat = control("new-session", "-s", "a");
        bench.type(seat, "refresh-client -f wait-exit\n");
        taken(seat);
        bench.must("kill-session", "-t", "a");
        assertTrue(taken(seat).endsWith("%exit\n"));
        assertEquals(-1, seat.status);
        bench.type(seat, "\n");
        assertEquals(0, seat.status);
    }

    @Test
    void givesOneWindowASizeOfItsOwn() {
        var seat = control("new-session", "-s", "a", "-x", "80", "-y", "24");
        bench.must("new-window", "-d", "-t", "a:1");
        bench.type(seat, "refresh-client -C @1:50x10\n");
        assertEquals("80x24 50x10", bench.must("list-windows", "-F", "#{window_width}x#{window_height}").strip()
                .replace("\n", " "));
        bench.type(seat, "refresh-client -C 70x20\n");
        assertEquals("70x20 50x10", bench.must("list-windows", "-F", "#{window_width}x#{window_height}").strip()
                .replace("\n", " "));
        bench.type(seat, "refresh-client -C @1:\n");
        assertEquals("70x20 70x20", bench.must("list-windows", "-F", "#{window_width}x#{window_height}").strip()
                .replace("\n", " "));
    }

    @Test
    void answersForTheTerminalThatAProgramAsks() {
        var seat = control("new-session", "-s", "a");
        bench.type(seat, "refresh-client -r \"%0:\\033]11;rgb:ffff/0000/8080\\033\\\\\"\n");
        bench.print(0, "\033]11;?\033\\");
        assertEquals("\033]11;rgb:ffff/0000/8080\033\\", bench.outside.typed.get(new PaneId(0)).toString());
    }

    @Test
    void tellsItsFlags() {
        var seat = control("new-session", "-s", "a", "-f", "no-output,pause-after=7,wait-exit");
        bench.type(seat, "refresh-client -f no-detach-on-destroy\n");
        assertEquals("attached,focused,control-mode,no-detach-on-destroy,no-output,wait-exit,pause-after=7,UTF-8\n",
                bench.must("list-clients", "-F", "#{client_flags}"));
    }

    @Test
    void pausesPanesOfAClientThatDoesNotRead() {
        var seat = control("new-session", "-s", "a");
        bench.type(seat, "refresh-client -f pause-after=2\n");
        taken(seat);
        bench.print(0, "a\\b\033");
        assertEquals("%extended-output %0 0 : a\\134b\\033\n", taken(seat));
        bench.outside.readers = false;
        bench.print(0, "old");
        bench.pass(1_500);
        bench.outside.readers = true;
        bench.readable(seat);
        assertEquals("%extended-output %0 1500 : old\n", taken(seat));
        bench.outside.readers = false;
        bench.print(0, "older");
        bench.pass(2_500);
        bench.print(0, "newer");
        bench.outside.readers = true;
        bench.readable(seat);
        assertEquals("%pause %0\n", taken(seat));
        bench.print(0, "unheard");
        bench.type(seat, "refresh-client -A '%0:continue'\n");
        bench.print(0, "heard");
        assertEquals("%begin 1\n%end 1\n%continue %0\n%extended-output %0 0 : heard\n", taken(seat));
    }

    @Test
    void countsForSizesOnceItSaidOne() {
        var seat = control("new-session", "-s", "a", "-x", "80", "-y", "24");
        assertEquals("80x24\n", bench.must("display-message", "-p", "#{window_width}x#{window_height}"));
        bench.type(seat, "refresh-client -C 100x40\n");
        assertEquals("100x40\n", bench.must("display-message", "-p", "#{window_width}x#{window_height}"));
        assertEquals("1\n", bench.must("list-clients", "-F", "#{client_control_mode}"));
    }

    @Test
    void tellsEventsToWhoeverListens() {
        var seat = bench.run("events", "--json");
        bench.must("new-session", "-d", "-s", "a");
        bench.must("rename-window", "-t", "a:0", "w");
        String said = seat.take();
        assertTrue(said.startsWith("{\"time_ms\":1795180381000,\"event\":\"window-linked\",\"session_id\":\"$0\","
                + "\"session_name\":\"a\",\"window_id\":\"@0\","), said);
        assertTrue(said.endsWith("\"event\":\"window-renamed\",\"window_id\":\"@0\",\"window_name\":\"w\"}\n"),
                said);
        bench.close(seat);
        bench.must("rename-window", "-t", "a:0", "v");
        assertEquals("", seat.take());
        assertFalse(bench.outside.stopped);
    }

    @Test
    void setsVariablesAsFilesDo() {
        var seat = control("new-session", "-s", "a");
        bench.type(seat, "X=1 ; %hidden Y=2\n");
        assertEquals("X=1\n", bench.must("show-environment", "-g", "X"));
        assertEquals("Y=2\n", bench.must("show-environment", "-gh", "Y"));
    }

    @Test
    void takesBracesOnlyWhereCommandsStand() {
        var seat = control("new-session", "-s", "a");
        taken(seat);
        bench.type(seat, "rename-window { list-keys }\n");
        assertEquals("%begin 0\nparse error: command rename-window: argument 1 must be \"string\"\n%error 0\n",
                taken(seat).replaceAll("(?<=%begin |%error )\\d+", "0"));
        bench.type(seat, "new-window -n { list-keys }\n");
        assertTrue(taken(seat).contains("command new-window: -n argument must be a string"));
        bench.type(seat, "if-shell -F 1 { display-message -p yes }\n");
        assertTrue(taken(seat).contains("\nyes\n"));
    }
}
