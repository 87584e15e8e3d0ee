package io.ccmux.server.mode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Effect.Reading;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.input.Key;

class PromptTest {
    private final ModeBench bench = new ModeBench(40, 14);
    private final List<String> outcomes = new ArrayList<>();

    private Prompt prompt(String initial, Reading reading, boolean vi) {
        return new Prompt(new Effect.Question(":", initial, "command", reading, false), vi, "-_@");
    }

    /** Presses keys; returns the line after them, the cursor in it as {@code |}. */
    private String press(Prompt prompt, String keys) {
        for (String name : keys.split(" ")) {
            var result = prompt.key(Key.parse(name).orElseThrow(), bench.scene());
            result.outcome().ifPresent(outcome -> outcomes.add(outcome.toString()));
            bench.effects.addAll(result.effects());
        }
        var line = prompt.prompt().orElseThrow();
        return line.input().substring(0, line.cursor()) + "|" + line.input().substring(line.cursor());
    }

    @Test
    void editsLikeEmacs() {
        var prompt = prompt("one two-three", Reading.LINE, false);
        assertEquals("one two-|three", press(prompt, "M-b"));
        assertEquals("one |two-three", press(prompt, "M-b M-b"));
        assertEquals("|two-three", press(prompt, "C-w"));
        assertEquals("two-three|", press(prompt, "C-e"));
        assertEquals("two-threeone |", press(prompt, "C-y"));
        assertEquals("wo-threeone|", press(prompt, "C-h C-a DC C-e"));
        assertEquals("|", press(prompt, "C-u"));
        assertEquals("ba|", press(prompt, "a b C-t"));
        assertEquals("b|", press(prompt, "Left C-k"));
    }

    @Test
    void editsLikeVi() {
        var prompt = prompt("one two", Reading.LINE, true);
        assertEquals("one tw|o", press(prompt, "Escape"));
        assertEquals("one |two", press(prompt, "b"));
        assertEquals("|one two", press(prompt, "0"));
        assertEquals("on|e two", press(prompt, "e"));
        assertEquals("on|", press(prompt, "D"));
        assertEquals("on!|", press(prompt, "A !"));
        assertTrue(prompt.prompt().orElseThrow().input().equals("on!") && outcomes.isEmpty());
        press(prompt, "Escape Enter");
        assertEquals("[Answered[text=on!]]", outcomes.toString());
    }

    @Test
    void remembersAnswers() {
        bench.prompts.put("command", List.of("older", "newer"));
        var prompt = prompt("", Reading.LINE, false);
        assertEquals("newer|", press(prompt, "Up"));
        assertEquals("older|", press(prompt, "C-p Up"));
        assertEquals("newer|", press(prompt, "Down"));
        assertEquals("|", press(prompt, "Down Down"));
        press(prompt, "x Enter");
        assertEquals(new Effect.RememberAnswer("command", "x"), bench.effects.getLast());
    }

    @Test
    void completesCommands() {
        assertEquals("rename|", press(prompt("", Reading.LINE, false), "r e n Tab"));
        assertEquals("rename-session |", press(prompt("", Reading.LINE, false), "r e n a m e - s Tab"));
        assertEquals("attach -ta:|", press(prompt("attach -t", Reading.LINE, false), "Tab"));
    }

    @Test
    void offersCompletionsToChooseFrom() {
        assertEquals("linkw|", press(prompt("", Reading.LINE, false), "l i Tab Tab Enter"));
        assertEquals("list-clients|", press(prompt("", Reading.LINE, false), "l i Tab 3"));
        assertEquals("li!|", press(prompt("", Reading.LINE, false), "l i Tab q !"));
        bench.run("new-window", "-d", "-n", "other");
        assertEquals("-ta:1|", press(prompt("-ta:", Reading.LINE, false), "Tab Down Enter"));
        var open = prompt("li", Reading.LINE, false);
        press(open, "Tab");
        String drawn = ModeBench.text(bench.drawn(open));
        assertTrue(drawn.contains("│ link-window   (0) │"), drawn);
    }

    @Test
    void tellsEveryChangeWhenAsked() {
        var prompt = prompt("before", Reading.EVERY_CHANGE, false);
        assertEquals(new Outcome.Typed("="), prompt.opening().orElseThrow());
        press(prompt, "C-s BSpace C-s C-r Enter");
        assertEquals("[Typed[text==before], Typed[text==befor], Typed[text=+befor], Typed[text=-befor], "
                + "Answered[text=befor]]", outcomes.toString());
    }

    @Test
    void readsOneKeyOrItsName() {
        press(prompt("", Reading.ONE_KEY, false), "y");
        press(prompt("", Reading.ONE_KEY, false), "Enter");
        press(prompt("", Reading.KEY_NAME, false), "C-Up");
        assertEquals("[Answered[text=y], Answered[text=], Answered[text=C-Up]]", outcomes.toString());
    }

    @Test
    void endsANumberWithTheKeyThatIsNone() {
        var prompt = prompt("1", Reading.NUMBER, false);
        press(prompt, "2");
        var result = prompt.key(Key.of('j'), bench.scene());
        assertEquals(new Outcome.Answered("12"), result.outcome().orElseThrow());
        assertEquals(Key.of('j'), result.unused().orElseThrow());
    }

    @Test
    void givesUp() {
        press(prompt("x", Reading.LINE, false), "Escape");
        assertEquals("[Failed[message=]]", outcomes.toString());
    }
}
