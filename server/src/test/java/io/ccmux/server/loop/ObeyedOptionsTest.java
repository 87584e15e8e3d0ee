package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.mux.PaneId;
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
}
