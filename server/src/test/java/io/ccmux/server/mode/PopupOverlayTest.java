package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.input.InputEvent;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.Keys;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;

class PopupOverlayTest {
    private static final PaneId PROGRAM = new PaneId(-2);

    private final ModeBench bench = new ModeBench(20, 8);

    private PopupOverlay popup(String lines, String x, String y, Effect.Closing closing) {
        var popup = new Effect.Popup("box", new Effect.BoxLook(lines, "default", "default"),
                new Effect.BoxPlace(x, y, 10, 4), closing);
        return new PopupOverlay(PROGRAM, new Effect.ShowPopup(ModeBench.CLIENT, ModeBench.PANE, popup,
                new Launch(List.of("sh"), "", "/", Map.of())), Optional.empty(), bench.scene());
    }

    private PopupOverlay popup(Effect.Closing closing) {
        return popup("single", "C", "C", closing);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** A report of the mouse as a terminal sends it. */
    private static MouseEvent mouse(String report) {
        byte[] bytes = bytes(report);
        return ((InputEvent.Moused) new Keys().feed(bytes, 0, bytes.length).getFirst()).mouse();
    }

    @Test
    void showsItsProgramInABox() {
        var popup = popup(Effect.Closing.BY_ESCAPE);
        assertEquals(new Size(8, 2), popup.size());
        popup.feed(bytes("$ ls\r\none"), 0);
        var canvas = bench.drawn(popup);
        assertEquals("""
                ┌─box────┐
                │$ ls    │
                │one     │
                └────────┘
                """.indent(4), ModeBench.text(canvas).replaceAll("(?m)^\\n", ""));
        assertEquals(8, canvas.cursorX());
        assertEquals(3, canvas.cursorY());
    }

    @Test
    void standsWhereItIsTold() {
        assertEquals("box", bench.drawn(popup("single", "0", "4", Effect.Closing.ON_EXIT)).text(0).substring(2, 5));
        assertEquals(new Size(10, 4), popup("none", "R", "P", Effect.Closing.ON_EXIT).size());
    }

    @Test
    void givesKeysToItsProgramAndAnswersItsQueries() {
        var popup = popup(Effect.Closing.BY_ESCAPE);
        var typed = (Effect.Write) popup.key(Key.parse("Up").orElseThrow(), bench.scene()).effects().getFirst();
        assertArrayEquals(bytes("\033[A"), typed.bytes());
        assertEquals(PROGRAM, typed.pane());
        assertEquals("\033[1;1R", new String(popup.feed(bytes("\033[6n"), 0), StandardCharsets.UTF_8));
        popup.feed(bytes("\033[?2004h"), 0);
        var pasted = (Effect.Write) popup.paste("x", bench.scene()).effects().getFirst();
        assertEquals("\033[200~x\033[201~", new String(pasted.bytes(), StandardCharsets.UTF_8));
    }

    @Test
    void goesWhenItIsTold() {
        assertTrue(popup(Effect.Closing.ON_EXIT).ended(3));
        assertTrue(popup(Effect.Closing.ON_SUCCESS).ended(0));
        assertFalse(popup(Effect.Closing.ON_SUCCESS).ended(3));
        var popup = popup(Effect.Closing.BY_ESCAPE);
        assertFalse(popup.ended(3));
        assertFalse(popup.key(Key.of('x'), bench.scene()).closed());
        var result = popup.key(Key.ESCAPE, bench.scene());
        assertEquals(3, ((Outcome.Finished) result.outcome().orElseThrow()).status());
        var any = popup(Effect.Closing.BY_ANY_KEY);
        any.ended(0);
        assertTrue(any.key(Key.of('x'), bench.scene()).closed());
    }

    @Test
    void isMovedAndSizedByTheMouse() {
        var popup = popup(Effect.Closing.BY_ESCAPE);
        popup.mouse(mouse("\033[<0;7;2M"), bench.scene());
        popup.mouse(mouse("\033[<32;5;1M"), bench.scene());
        popup.mouse(mouse("\033[<0;5;1m"), bench.scene());
        assertEquals("┌─box", bench.drawn(popup).text(0).substring(2, 7));
        popup.mouse(mouse("\033[<0;12;4M"), bench.scene());
        var sized = popup.mouse(mouse("\033[<32;14;5M"), bench.scene()).orElseThrow();
        assertEquals(new Effect.ResizePopup(PROGRAM, new Size(10, 3)), sized.effects().getFirst());
        popup.fit(new Size(6, 5));
        assertEquals(new Size(4, 3), popup.size());
    }

    @Test
    void tellsItsProgramOfTheMouseIfThatWantsTo() {
        var popup = popup(Effect.Closing.BY_ESCAPE);
        assertTrue(popup.mouse(mouse("\033[<0;7;3M"), bench.scene()).orElseThrow().effects().isEmpty());
        popup.feed(bytes("\033[?1000h\033[?1006h"), 0);
        var told = (Effect.Write) popup.mouse(mouse("\033[<0;7;3M"), bench.scene()).orElseThrow().effects()
                .getFirst();
        assertEquals("\033[<0;2;1M", new String(told.bytes(), StandardCharsets.UTF_8));
    }
}
