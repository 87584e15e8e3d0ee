package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.MouseEvent;

class OverlaysTest {
    private final ModeBench bench = new ModeBench(30, 10);

    private MenuOverlay menu() {
        return menu("C", "C");
    }

    private MenuOverlay menu(String x, String y) {
        var items = List.of(new Effect.Menu.Item("First", "f", "display-message first"),
                new Effect.Menu.Item("", "", ""), new Effect.Menu.Item("-Not this", "n", ""),
                new Effect.Menu.Item("Last", "l", "display-message last"));
        return new MenuOverlay(new Effect.ShowMenu(ModeBench.CLIENT, ModeBench.PANE, new Effect.Menu("Title", items,
                new Effect.BoxLook("single", "default", "default"), "reverse", new Effect.BoxPlace(x, y, 0, 0), 0,
                false, true)), Optional.empty());
    }

    private ClientOverlay.Result press(ClientOverlay overlay, String... keys) {
        var result = ClientOverlay.Result.STAYS;
        for (String key : keys) {
            result = overlay.key(Key.parse(key).orElseThrow(), bench.scene());
            bench.effects.addAll(result.effects());
        }
        return result;
    }

    @Test
    void menuIsDrawnInItsPlace() {
        assertEquals("""
                ┌─Title─────┐
                │ First (f) │
                ├───────────┤
                │ Not this  │
                │ Last  (l) │
                └───────────┘
                """.indent(8), ModeBench.text(bench.drawn(menu())).replaceAll("(?m)^\\n", ""));
    }

    @Test
    void menuStandsWhereAFormatSays() {
        var rows = ModeBench.text(bench.drawn(menu("#{e|-:#{popup_pane_right},2}", "#{popup_height}"))).split("\n");
        assertEquals(" ".repeat(30 - 13 - 2) + "┌─Title─────┐", rows[0].stripTrailing());
        rows = ModeBench.text(bench.drawn(menu("#{popup_pane_left}", "#{popup_pane_bottom}"))).split("\n");
        assertEquals("└───────────┘", rows[9].stripTrailing());
    }

    private static MouseEvent mouse(int button, int row, boolean release) {
        return new MouseEvent(button, 0, 12, row, release);
    }

    @Test
    void menuRunsWhatTheMouseIsLetGoOver() {
        var menu = menu();
        bench.drawn(menu);
        assertFalse(menu.mouse(mouse(MouseEvent.DRAG, 5, false), bench.scene()).orElseThrow().closed());
        var over = menu.mouse(mouse(0, 5, true), bench.scene()).orElseThrow();
        bench.effects.addAll(over.effects());
        assertTrue(over.closed());
        assertEquals("display-message last", bench.ran());
        assertTrue(menu.mouse(mouse(0, 1, true), bench.scene()).orElseThrow().closed());
        assertTrue(menu.mouse(mouse(0, 1, true), bench.scene()).orElseThrow().effects().isEmpty());
    }

    @Test
    void menuRunsWhatIsChosen() {
        var menu = menu();
        assertFalse(press(menu, "j").closed());
        assertTrue(press(menu, "Enter").closed());
        assertEquals("display-message last", bench.ran());
        assertTrue(press(menu(), "f").closed());
        assertEquals("display-message first", bench.ran());
        assertTrue(press(menu(), "q").effects().isEmpty());
    }

    @Test
    void paneNumbersChooseAPane() {
        bench.run("split-window", "-h");
        var numbers = new PaneNumbers(new Effect.ShowPanes(ModeBench.CLIENT, "select-pane -t '%%'", OptionalInt.empty(),
                false));
        var canvas = bench.drawn(numbers);
        assertTrue(canvas.text(0).contains("15x"), canvas.text(0));
        assertTrue(press(numbers, "0").closed());
        assertEquals("select-pane -t %0", bench.ran());
        assertEquals(Optional.of(Key.of('!')), press(numbers, "!").unused());
    }
}
