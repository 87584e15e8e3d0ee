package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.Terminal;

/** Options that say what programs may do to their terminal and their window. */
class ObeyedOptionsTest {
    private final LoopBench bench = new LoopBench();

    @BeforeEach
    void start() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
    }

    private Terminal terminal() {
        return bench.mux.pane(new PaneId(0)).terminal();
    }

    @Test
    void letProgramsNameTheirWindow() {
        bench.must("rename-window", "mine");
        bench.print(0, "\033kone\033\\");
        assertEquals("mine", bench.must("display-message", "-p", "#W").strip());
        bench.must("set-option", "-p", "allow-rename", "on");
        bench.print(0, "\033ktwo\033\\");
        assertEquals("two off", bench.must("display-message", "-p", "#W #{automatic-rename}").strip()
                .replace(" 0", " off"));
        bench.print(0, "\033k\033\\");
        assertEquals("", bench.must("show-options", "-wv", "automatic-rename"));
    }

    @Test
    void keepProgramsFromTitlesAndTheAlternateScreen() {
        bench.must("set-option", "-g", "allow-set-title", "off");
        bench.print(0, "\033]2;evil\007");
        assertEquals("", terminal().title());
        bench.must("set-option", "-g", "allow-set-title", "on");
        bench.must("set-option", "-g", "alternate-screen", "off");
        bench.print(0, "\033]2;good\007\033[?1049h");
        assertEquals("good", terminal().title());
        assertFalse(terminal().alternate());
    }

    @Test
    void keepWhatIsClearedOutOfTheHistory() {
        bench.must("set-option", "-g", "scroll-on-clear", "off");
        bench.print(0, "text\033[2J");
        assertEquals("0", bench.must("display-message", "-p", "#{history_size}").strip());
        bench.must("set-option", "-g", "scroll-on-clear", "on");
        bench.print(0, "text\033[2J");
        assertEquals("1", bench.must("display-message", "-p", "#{history_size}").strip());
    }

    @Test
    void swallowStringsThatAreTooLong() {
        String title = "\033]2;" + "x".repeat(3 << 19) + "\007";
        bench.print(0, title);
        assertEquals("", terminal().title());
        bench.must("set-option", "-s", "input-buffer-size", "2097152");
        bench.print(0, title);
        assertEquals("x", terminal().title().substring(0, 1));
    }

    @Test
    void knowWidthsBetterThanUnicode() {
        bench.must("set-option", "-s", "codepoint-widths", "U+2192=2");
        bench.must("set-option", "-s", "-a", "codepoint-widths", "U+E000-U+E0FF=2");
        bench.print(0, "\u2192\ue010");
        assertEquals(4, terminal().cursorX());
        bench.must("set-option", "-s", "variation-selector-always-wide", "off");
        bench.print(0, "\r\u2764\ufe0f");
        assertEquals(1, terminal().cursorX());
        bench.must("set-option", "-s", "variation-selector-always-wide", "on");
        bench.print(0, "\r\u2764\ufe0f");
        assertEquals(2, terminal().cursorX());
    }

    @Test
    void colourTheCursorUnlessTheProgramDoes() {
        var seat = bench.attach(80, 24, "attach-session");
        bench.must("set-option", "-g", "cursor-colour", "#102030");
        assertEquals(0x102030, seat.terminal.palette().colour(Palette.CURSOR));
        bench.print(0, "\033]12;#ff0000\033\\");
        assertEquals(0xff0000, seat.terminal.palette().colour(Palette.CURSOR));
        bench.must("set-option", "-g", "cursor-colour", "none");
        bench.print(0, "\033]112\033\\");
        assertEquals(Palette.UNSET, seat.terminal.palette().colour(Palette.CURSOR));
    }

    @Test
    void chooseThePaletteOfPanes() {
        var seat = bench.attach(80, 24, "attach-session");
        bench.must("set-option", "-g", "pane-colours[1]", "colour200");
        bench.print(0, "\033[31mx");
        assertEquals(200, seat.terminal.screen().row(0).style(0).foreground());
    }

    @Test
    void sayWhoTellsProgramsTheClipboard() {
        bench.must("set-buffer", "text");
        bench.print(0, "\033]52;c;?\033\\");
        assertEquals("\033]52;c;dGV4dA==\033\\", bench.outside.typed.remove(new PaneId(0)).toString());
        bench.must("set-option", "-s", "get-clipboard", "off");
        bench.print(0, "\033]52;c;?\033\\");
        assertNull(bench.outside.typed.get(new PaneId(0)));
        var seat = bench.attach(80, 24, "attach-session");
        bench.must("set-option", "-s", "get-clipboard", "both");
        bench.print(0, "\033]52;c;?\033\\");
        assertNull(bench.outside.typed.get(new PaneId(0)));
        bench.type(seat, "\033]52;c;b3V0ZXI=\033\\");
        assertEquals("\033]52;c;b3V0ZXI=\033\\", bench.outside.typed.get(new PaneId(0)).toString());
        assertEquals("outer", bench.must("show-buffer"));
    }

    @Test
    void takeKeysThatComeTooFastForPasted() {
        bench.must("set-option", "-s", "terminal-overrides", "xterm*:Enbp@");
        var seat = bench.attach(80, 24, "attach-session");
        bench.type(seat, "\002c\002c\002c");
        assertEquals("2", bench.must("display-message", "-p", "#{session_windows}").strip());
        bench.must("set-option", "-g", "assume-paste-time", "0");
        bench.type(seat, "\002c\002c\002c");
        assertEquals("5", bench.must("display-message", "-p", "#{session_windows}").strip());
    }

    @Test
    void showWhatIsPrintedToWhomeverHasAttachedMeanwhile() {
        var seat = bench.attach(80, 24, "attach-session", ";", "list-sessions", "-F", "printed #S");
        assertEquals("printed a", seat.line(0).replace("[0/0]", "").strip());
        assertEquals("view-mode", bench.must("display-message", "-p", "#{pane_mode}").strip());
    }

    @Test
    void countTheModesOfAPane() {
        bench.must("copy-mode");
        bench.must("clock-mode");
        assertEquals("2 clock-mode", bench.must("display-message", "-p", "#{pane_in_mode} #{pane_mode}").strip());
        bench.must("copy-mode", "-q");
        assertEquals("0", bench.must("display-message", "-p", "#{pane_in_mode} #{pane_mode}").strip());
    }

    @Test
    void logWhatIsRunAndByWhichKey() {
        var seat = bench.attach(80, 24, "attach-session");
        bench.type(seat, "\002c");
        bench.type(seat, "\002:set-environment -g SECRET x\r");
        bench.type(seat, "\002:renamew 'a b'\r");
        var said = bench.must("show-messages").lines().map(line -> line.replaceFirst("^.*(pts/|client-)[0-9]+ ", ""))
                .toList();
        assertEquals("[command: rename-window \"a b\", command: set-environment, key c: new-window]",
                said.stream().filter(line -> !line.contains("command-prompt")).limit(3).toList().toString()
                        .replaceAll("key [^ ]+: (rename|set)", "command: $1"));
    }
}
