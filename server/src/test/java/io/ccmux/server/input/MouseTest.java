package io.ccmux.server.input;

import static io.ccmux.server.input.MouseEncoder.Encoding.DEFAULT;
import static io.ccmux.server.input.MouseEncoder.Encoding.SGR;
import static io.ccmux.server.input.MouseEncoder.Encoding.URXVT;
import static io.ccmux.server.input.MouseEncoder.Encoding.UTF8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class MouseTest {
    private static final MouseEvent DOWN = new MouseEvent(0, 0, 9, 4, false);
    private static final MouseEvent UP = new MouseEvent(0, 0, 9, 4, true);
    private static final MouseEvent DRAG = new MouseEvent(32, 0, 10, 4, false);
    private static final MouseEvent HOVER = new MouseEvent(35, 0, 10, 4, false);
    private static final MouseEvent WHEEL = new MouseEvent(64, Key.CTRL, 9, 4, false);

    private static String write(MouseEvent event, MouseEncoder.Tracking tracking, MouseEncoder.Encoding encoding) {
        return new String(MouseEncoder.encode(event, tracking, encoding), StandardCharsets.UTF_8).replace("\u001b",
                "^[");
    }

    @Test
    void isWrittenAsTheProgramWants() {
        assertEquals("^[[<0;10;5M", write(DOWN, MouseEncoder.Tracking.NORMAL, SGR));
        assertEquals("^[[<0;10;5m", write(UP, MouseEncoder.Tracking.NORMAL, SGR));
        assertEquals("^[[<80;10;5M", write(WHEEL, MouseEncoder.Tracking.NORMAL, SGR));
        assertEquals("^[[M *%", write(DOWN, MouseEncoder.Tracking.NORMAL, DEFAULT));
        assertEquals("^[[M#*%", write(UP, MouseEncoder.Tracking.NORMAL, DEFAULT));
        assertEquals("^[[32;10;5M", write(DOWN, MouseEncoder.Tracking.NORMAL, URXVT));
        MouseEvent far = new MouseEvent(0, 0, 500, 4, false);
        assertEquals("^[[M \u0215%", write(far, MouseEncoder.Tracking.NORMAL, UTF8));
        assertEquals(-1, MouseEncoder.encode(far, MouseEncoder.Tracking.NORMAL, DEFAULT)[4]);
    }

    @Test
    void isKeptFromProgramsThatDoNotWantIt() {
        assertEquals("", write(DOWN, MouseEncoder.Tracking.OFF, SGR));
        assertEquals("", write(UP, MouseEncoder.Tracking.X10, SGR));
        assertEquals("", write(DRAG, MouseEncoder.Tracking.NORMAL, SGR));
        assertEquals("^[[<32;11;5M", write(DRAG, MouseEncoder.Tracking.BUTTON, SGR));
        assertEquals("", write(HOVER, MouseEncoder.Tracking.BUTTON, SGR));
        assertEquals("^[[<35;11;5M", write(HOVER, MouseEncoder.Tracking.ANY, SGR));
        assertEquals("", write(DOWN.relativeTo(10, 0), MouseEncoder.Tracking.ANY, SGR));
    }

    /** What events come to, as key names at a pane. */
    @Test
    void countsNoClicksOnDifferentThingsTogether() {
        Gestures gestures = new Gestures();
        gestures.on(DOWN, "%0");
        gestures.on(UP, "%0");
        assertEquals("MouseDown1Pane@9", gestures.on(DOWN, "%1").map(MouseTest::name).orElse(""));
        assertEquals("SecondClick1Pane@9", gestures.on(DOWN, "%1").map(MouseTest::name).orElse(""));
    }

    private static String gestures(Gestures gestures, MouseEvent... events) {
        return Arrays.stream(events).flatMap(event -> gestures.on(event, "a pane").stream()).map(MouseTest::name)
                .collect(Collectors.joining(" "));
    }

    private static String name(Gestures.Gesture gesture) {
        return (gesture.following() ? "following " : "") + gesture.key(MouseKey.Place.PANE).name() + "@"
                + gesture.column();
    }

    @Test
    void clicksInTwosAndThrees() {
        Gestures gestures = new Gestures();
        assertEquals("MouseDown1Pane@9 MouseUp1Pane@9", gestures(gestures, DOWN, UP));
        assertTrue(gestures.waits());
        assertEquals("", gestures.expire().map(MouseTest::name).orElse(""));
        assertFalse(gestures.waits());
        assertEquals("MouseDown1Pane@9 MouseUp1Pane@9 SecondClick1Pane@9 MouseUp1Pane@9",
                gestures(gestures, DOWN, UP, DOWN, UP));
        assertEquals("DoubleClick1Pane@9", gestures.expire().map(MouseTest::name).orElse(""));
        assertEquals("MouseDown1Pane@9 SecondClick1Pane@9 TripleClick1Pane@9 MouseUp1Pane@9",
                gestures(gestures, DOWN, DOWN, DOWN, UP));
        assertFalse(gestures.waits());
    }

    @Test
    void dragsFromWhereItWasPressed() {
        Gestures gestures = new Gestures();
        assertEquals("MouseDown1Pane@9 MouseDrag1Pane@9 MouseDragEnd1Pane@9", gestures(gestures, DOWN, DRAG, UP));
        MouseEvent further = new MouseEvent(32, 0, 12, 4, false);
        assertEquals("MouseDown1Pane@9 MouseDrag1Pane@9 following MouseDrag1Pane@12 MouseDragEnd1Pane@10",
                gestures(gestures, DOWN, DRAG, further, further, HOVER));
    }

    @Test
    void turnsTheWheelAndMoves() {
        assertEquals("C-WheelUpPane@9 MouseMovePane@10", gestures(new Gestures(), WHEEL, HOVER));
        assertEquals("MouseDown6Pane@0 MouseDown8Pane@0", gestures(new Gestures(),
                new MouseEvent(66, 0, 0, 0, false), new MouseEvent(128, 0, 0, 0, false)));
    }

    @Test
    void knowsTheReleasedButtonOfTheOldProtocolByThePress() {
        assertEquals("MouseDown2Pane@1 MouseUp2Pane@2",
                gestures(new Gestures(), new MouseEvent(1, 0, 1, 1, false), new MouseEvent(3, 0, 2, 1, true)));
    }
}
