package io.ccmux.server.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ccmux.server.terminal.Style;

/** Lines as tmux lays them out; the random comparison with tmux itself found these worth keeping. */
class StyledTextTest {
    private static Canvas draw(String text, int width) {
        Canvas canvas = new Canvas(width, 1, new CellTable());
        StyledText.draw(canvas, 0, 0, width, text, Style.PLAIN);
        return canvas;
    }

    // @formatter:off
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
            "left#[align=right]right                             → `left           right`",
            "a#[align=centre]mid#[align=right]z                  → `a        mid       z`",
            "#[align=absolute-centre]mid                         → `        mid         `",
            "12345678901234567890ABC                             → `12345678901234567890`",
            "left#[align=right]123456789012345678                → `left3456789012345678`",
            "a##b ##[x ###[bold]y                                → `a#b #[x #y          `",
            "#[nonsense]a#[fg=red                                → `                    `",
            "界界#[align=right]界                                → `界界              界`",
            "#[list=on align=left]one two three four five six    → `one two three four f`",
            "#[list=on align=left]#[list=left-marker]<#[list=right-marker]>#[list=on]one two three #[list=focus]four#[list=on] five six seven → `< three four five s>`",
            "x#[list=on align=right]list#[nolist]y               → `x              listy`",
            "x#[list=on align=centre]list#[nolist align=right]y  → `x       list       y`",
    })
    void laysOut(String text, String expected) {
        assertEquals(expected, draw(text, 20).text(0));
    }
    // @formatter:on

    @Test
    void comesBackToTheDefaultThatWasPushed() {
        Canvas canvas = draw("#[fg=red]#[push-default]a#[fg=blue]b#[default]c#[pop-default]#[default]d", 10);
        assertEquals(1, canvas.style(0, 0).foreground());
        assertEquals(4, canvas.style(1, 0).foreground());
        assertEquals(1, canvas.style(2, 0).foreground());
        assertEquals(Style.DEFAULT, canvas.style(3, 0).foreground());
    }

    @Test
    void tellsWhatTheMouseFinds() {
        Canvas canvas = new Canvas(20, 1, new CellTable());
        List<Range> ranges = StyledText.draw(canvas, 0, 0, 20,
                "ab#[range=window|3]cd#[norange]e#[align=right range=user|x]fg#[norange]", Style.PLAIN);
        assertTrue(ranges.contains(new Range(new Range.Target(Range.Kind.WINDOW, 3, ""), 2, 4)), ranges::toString);
        assertTrue(ranges.contains(new Range(new Range.Target(Range.Kind.USER, 0, "x"), 18, 20)), ranges::toString);
    }

    @Test
    void readsStyles() {
        Style style = StyleParser.style("fg=#ff8000,bg=colour20,bold,curly-underscore,us=brightred", Style.PLAIN);
        assertEquals(Style.rgb(255, 128, 0), style.foreground());
        assertEquals(20, style.background());
        assertEquals(9, style.underlineColour());
        assertEquals(3, style.underline());
        assertTrue(style.has(Style.BOLD));
        assertEquals(Style.PLAIN, StyleParser.style("fg=red,nonsense", Style.PLAIN));
        assertEquals(0, StyleParser.style("nobold", style).attributes() & Style.BOLD);
    }
}
