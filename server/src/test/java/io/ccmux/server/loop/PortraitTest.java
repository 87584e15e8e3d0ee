package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.input.Answer;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.render.TerminalFeatures;
import io.ccmux.server.render.TerminalFeatures.Feature;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.TerminalNotice;

/** What clients' terminals are asked, and what becomes of their answers. */
class PortraitTest {
    private final LoopBench bench = new LoopBench();
    private LoopBench.Seat seat;

    @BeforeEach
    void attach() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
        seat = bench.attach(80, 24, "attach-session", "-t", "a");
    }

    /** What the client's terminal answers to all it was asked. */
    private String replies() {
        return seat.terminal.takeNotices().stream()
                .map(notice -> notice instanceof TerminalNotice.Reply(byte[] bytes)
                        ? new String(bytes, StandardCharsets.US_ASCII)
                        : "")
                .collect(Collectors.joining());
    }

    @Test
    void learnsCapabilitiesOfTerminfo() {
        bench.type(seat, "\033P1+r524742=38;536D756C78=1b\033\\\033P1+r4d73=00\033\\\033P0+r5463\033\\");
        for (String word : List.of("RGB", "usstyle", "clipboard")) {
            assertTrue(tell("#{client_termfeatures}").contains(word), word);
        }
    }

    private String tell(String format) {
        return bench.must("display-message", "-p", "-t", "a", "-c", "/dev/pts/92", format).strip();
    }

    private static Portrait plain() {
        return Portrait.of(TerminalFeatures.of("xterm", "", List.of(), ""));
    }

    @Test
    void asksOnlyTerminalsThatDoNotPrintQuestions() {
        assertTrue(Portrait.questions("xterm-256color", 24).length > 0);
        assertTrue(Portrait.questions("tmux-256color", 24).length > 0);
        for (String term : List.of("", "linux", "linux-16color", "dumb", "vt52", "sun-color")) {
            assertArrayEquals(new byte[0], Portrait.questions(term, 24), term);
        }
    }

    @Test
    void addsWhatTheDescriptionOfATerminalSays() {
        var described = TerminalFeatures.of("unheard-of", "", List.of(), "")
                .described(List.of("bce", "colors=256", "Smulx", "BE", "kDC5"));
        assertEquals(256, described.colours());
        assertEquals(Set.of(Feature.BCE, Feature.UNDERLINES, Feature.PASTE), described.features());
        assertEquals(TerminalFeatures.RGB,
                TerminalFeatures.of("foot", "", List.of(), "").described(List.of("colors=8")).colours());
    }

    @Test
    void findsOutHowWideAmbiguousCharactersAre() {
        assertTrue(replies().contains("\033[2;2R"));
        assertFalse(plain().learn(new Answer.CursorPosition(2, 2)).features().has(Feature.WIDE_AMBIGUOUS));
        assertTrue(plain().learn(new Answer.CursorPosition(2, 3)).features().has(Feature.WIDE_AMBIGUOUS));
        var ascii = Portrait.of(TerminalFeatures.of("xterm", "", List.of(), "ascii"));
        assertEquals(ascii, ascii.learn(new Answer.CursorPosition(2, 3)));
        assertFalse(new String(Portrait.questions("xterm", 1), StandardCharsets.UTF_8).contains("\033[6n"));
    }

    @Test
    void knowsATerminalByItsName() {
        var kitty = plain().learn(new Answer.Version("kitty(0.42.1)"));
        assertEquals("kitty(0.42.1)", kitty.name());
        assertEquals(TerminalFeatures.RGB, kitty.features().colours());
        assertTrue(kitty.features().has(Feature.HYPERLINKS));
        assertEquals(plain().features(), plain().learn(new Answer.Version("Nobody 1")).features());
    }

    @Test
    void learnsWhatSingleAnswersSay() {
        assertTrue(plain().learn(new Answer.Mode(2026, 2)).features().has(Feature.SYNCHRONISED));
        assertEquals(plain(), plain().learn(new Answer.Mode(2026, 0)));
        assertTrue(plain().learn(new Answer.SecondaryAttributes(List.of((int) 'T', 0, 0))).features()
                .has(Feature.UNDERLINES));
        assertTrue(plain().learn(new Answer.SecondaryAttributes(List.of(0, 276, 0))).features()
                .has(Feature.HYPERLINKS));
        assertTrue(plain().learn(new Answer.KeyboardFlags(0)).features().has(Feature.KITTY_KEYS));
        assertEquals(Optional.of(false), plain().learn(new Answer.Theme(false)).dark());
        assertEquals(Map.of(Palette.FOREGROUND + 1, 0x102030),
                plain().learn(new Answer.Colour(11, 0x102030)).colours());
    }

    @Test
    void usesWhatTheTerminalAnswersWheneverItComes() {
        assertEquals("", tell("#{client_termtype}"));
        bench.type(seat, replies());
        assertTrue(tell("#{client_termtype}").startsWith("ccmux"), tell("#{client_termtype}"));
        assertTrue(tell("#{client_termfeatures}").contains("sync"), tell("#{client_termfeatures}"));
        assertTrue(replies().contains("1+r536D756C78="), "asked for Smulx");
        assertTrue(seat.line(23).contains("[a]"), seat.line(23));
        assertEquals(1, seat.terminal.modes().kittyFlags());
    }

    @Test
    void tellsProgramsTheColoursOfTheTerminal() {
        bench.type(seat, "\033]11;rgb:f0f0/e0e0/d0d0\033\\\033[?997;2n");
        bench.print(0, "\033]11;?\033\\\033[?996n");
        assertEquals("\033]11;rgb:f0f0/e0e0/d0d0\033\\\033[?997;2n",
                bench.outside.typed.get(new PaneId(0)).toString());
        assertEquals("light", tell("#{client_theme}"));
    }
}
