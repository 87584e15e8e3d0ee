package io.ccmux.server.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.TestWorld;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.ServerEvent;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.WindowId;
import io.ccmux.server.terminal.Style;

/** What clients see, as text. */
class CompositorTest {
    private static final WindowId WINDOW = new WindowId(0);

    private final TestWorld world = new TestWorld();
    private final Compositor compositor = new Compositor(world, new Formats());
    private SessionId session;
    private ClientView client;

    @BeforeEach
    void attach() {
        session = world.session("work", new Size(30, 7), "sh", "vi");
        client = world.client(session, new Size(30, 8));
        world.set("status-right", "#{pane_title}");
    }

    private ClientPicture picture() {
        return new ClientPicture(client, Optional.empty(), Optional.empty(), pane -> Optional.empty(), List.of(),
                Optional.empty());
    }

    private Canvas compose() {
        return compositor.compose(picture());
    }

    private static String text(Canvas canvas) {
        StringBuilder out = new StringBuilder();
        for (int y = 0; y < canvas.rows(); y++) {
            out.append(canvas.text(y).stripTrailing()).append('\n');
        }
        return out.toString();
    }

    @Test
    void showsPanesBordersAndTheStatusLine() {
        world.layOut(WINDOW, "30x7,0,0{15x7,0,0,0,14x7,16,0[14x3,16,0,2,14x3,16,4,3]}");
        world.print(new PaneId(0), "one\r\ntwo 界");
        world.print(new PaneId(2), "three");
        Canvas canvas = compose();
        assertEquals("""
                one            │three
                two 界         │
                               │
                               ├──────────────
                               │
                               │
                               │
                [work] 0:sh* 1:vi       title0
                """, text(canvas));
        assertTrue(canvas.cursorVisible());
        assertEquals(6, canvas.cursorX());
        assertEquals(1, canvas.cursorY());
        assertEquals(2, canvas.style(0, 7).background(), "the status line is green");
        assertEquals(2, canvas.style(15, 0).foreground(), "the border of the active pane is green");
    }

    @Test
    void coloursHalfOfTheBorderBetweenTwoPanes() {
        world.layOut(WINDOW, "30x7,0,0{15x7,0,0,0,14x7,16,0,2}");
        Canvas canvas = compose();
        assertEquals(2, canvas.style(15, 3).foreground());
        assertEquals(Style.DEFAULT, canvas.style(15, 4).foreground());
        world.apply(new ServerEvent.Marked(new PaneId(2)));
        compositor.invalidate();
        compose();
        assertFalse(canvas.style(15, 3).has(Style.REVERSE));
        assertTrue(canvas.style(15, 4).has(Style.REVERSE));
        world.apply(new WindowEvent.PaneSelected(WINDOW, new PaneId(2)));
        compositor.invalidate();
        compose();
        assertEquals(Style.DEFAULT, canvas.style(15, 3).foreground());
        assertEquals(2, canvas.style(15, 4).foreground());
    }

    @Test
    void findsOutputByItself() {
        assertFalse(text(compose()).contains("later"));
        world.print(new PaneId(0), "later");
        assertTrue(text(compose()).startsWith("later"));
    }

    @Test
    void keepsTheOldPictureWhileAProgramSaysThatItIsNotFinished() {
        world.print(new PaneId(0), "before");
        compose();
        world.print(new PaneId(0), "\u001b[?2026h\r\u001b[Kafter");
        assertTrue(text(compose()).startsWith("before"));
        world.print(new PaneId(0), "\u001b[?2026l");
        assertTrue(text(compose()).startsWith("after"));
    }

    @Test
    void drawsScrollbarsBesidePanes() {
        world.layOut(WINDOW, "30x7,0,0{15x7,0,0,0,14x7,16,0,2}");
        world.set("pane-scrollbars-style", "bg=black,fg=white,width=2,pad=1");
        world.set("pane-scrollbars", "on");
        world.print(new PaneId(0), "1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7\r\n8\r\n9\r\n10\r\n11\r\n12\r\n13\r\n14");
        Canvas canvas = compose();
        assertEquals(12, world.mux().pane(new PaneId(0)).size().columns());
        assertEquals("   00070007", IntStream.of(12, 13, 14).mapToObj(x -> x == 12
                ? "   "
                : canvas.style(x, 0).background() + "" + canvas.style(x, 2).background()
                        + canvas.style(x, 3).background() + canvas.style(x, 6).background())
                .collect(Collectors.joining()));
        assertEquals("│", canvas.text(0).substring(15, 16));
        assertEquals(Hit.Kind.SCROLLBAR_UP, compositor.hit(13, 2).kind());
        assertEquals(Hit.Kind.SCROLLBAR_SLIDER, compositor.hit(14, 5).kind());
        world.set("pane-scrollbars-position", "left");
        compositor.invalidate();
        assertTrue(text(compose()).startsWith("   8"), text(compose()));
    }

    @Test
    void namesPanesOnTheirBorders() {
        world.layOut(WINDOW, "30x7,0,0{15x7,0,0,0,14x7,16,0,2}");
        world.set("pane-border-status", "top");
        world.set("pane-border-format", "#{pane_index}:#{pane_title}");
        world.print(new PaneId(0), "one");
        assertEquals("""
                ──0:title0─────┬──1:title2────
                one            │
                               │
                               │
                               │
                               │
                               │
                [work] 0:sh* 1:vi       title0
                """, text(compose()));
    }

    @Test
    void fillsWhatASmallWindowLeavesFree() {
        client = world.client(session, new Size(34, 10));
        assertEquals("""
                                              │···
                                              │···
                                              │···
                                              │···
                                              │···
                                              │···
                                              │···
                ──────────────────────────────┘···
                ··································
                [work] 0:sh* 1:vi           title0
                """, text(compose()));
    }

    @Test
    void showsThePartOfALargeWindowThatHasTheCursor() {
        client = world.client(session, new Size(20, 5));
        world.print(new PaneId(0), "\u001b[7;25Hhere");
        Canvas canvas = compose();
        assertEquals("              here", canvas.text(3).stripTrailing());
        assertEquals(new Viewport.Spot(10, 3), new Viewport.Spot(compositor.viewport().orElseThrow().x(),
                compositor.viewport().orElseThrow().y()));
    }

    @Test
    void showsMessagesAndPromptsOverTheStatusLine() {
        ClientPicture message = new ClientPicture(client, Optional.of("hello #[fg=red]there"), Optional.empty(),
                pane -> Optional.empty(), List.of(), Optional.empty());
        Canvas canvas = compositor.compose(message);
        assertEquals("hello there", canvas.text(7).stripTrailing());
        assertEquals(3, canvas.style(29, 7).background());
        PromptLine prompt = new PromptLine("(rename) ", "work", 2, false);
        canvas = compositor.compose(new ClientPicture(client, Optional.empty(), Optional.of(prompt),
                pane -> Optional.empty(), List.of(), Optional.empty()));
        assertEquals("(rename) work", canvas.text(7).stripTrailing());
        assertEquals(11, canvas.cursorX());
        assertEquals(7, canvas.cursorY());
        assertEquals("[work] 0:sh* 1:vi       title0", compose().text(7));
    }

    @Test
    void scrollsAPromptThatIsTooLong() {
        PromptLine prompt = new PromptLine(":", "0123456789".repeat(4), 40, false);
        Canvas canvas = compositor.compose(new ClientPicture(client, Optional.empty(), Optional.of(prompt),
                pane -> Optional.empty(), List.of(), Optional.empty()));
        assertEquals(":2345678901234567890123456789", canvas.text(7).stripTrailing());
        assertEquals(29, canvas.cursorX());
    }

    @Test
    void takesBackWhatAnOverlayCovered() {
        String before = text(compose());
        compositor.compose(new ClientPicture(client, Optional.empty(), Optional.empty(), pane -> Optional.empty(),
                List.of(canvas -> canvas.text(3, 3, "menu", Style.PLAIN)), Optional.empty()));
        assertEquals(before, text(compose()));
    }

    @Test
    void showsAViewInsteadOfThePane() {
        world.print(new PaneId(0), "hidden");
        PaneView view = canvas -> canvas.cursor(canvas.text(0, 1, "copy mode", Style.PLAIN), 1, 2);
        Canvas canvas = compositor.compose(new ClientPicture(client, Optional.empty(), Optional.empty(),
                pane -> Optional.of(view), List.of(), Optional.empty()));
        assertEquals("", canvas.text(0).strip());
        assertEquals("copy mode", canvas.text(1).strip());
        assertEquals(9, canvas.cursorX());
        assertTrue(text(compose()).startsWith("hidden"));
    }

    @Test
    void knowsWhatIsUnderTheMouse() {
        world.layOut(WINDOW, "30x7,0,0{15x7,0,0,0,14x7,16,0,2}");
        compose();
        assertEquals(new Hit(Hit.Kind.PANE, Optional.of(new PaneId(2)), Optional.empty(), 4, 3),
                compositor.hit(20, 3));
        assertEquals(Hit.Kind.BORDER, compositor.hit(15, 3).kind());
        assertEquals(Optional.of(new Range.Target(Range.Kind.LEFT, 0, "")), compositor.hit(1, 7).range());
        assertEquals(Optional.of(new Range.Target(Range.Kind.WINDOW, 1, "")), compositor.hit(14, 7).range());
        assertEquals(Optional.empty(), compositor.hit(20, 7).range());
        assertEquals(Optional.of(new Range.Target(Range.Kind.RIGHT, 0, "")), compositor.hit(27, 7).range());
    }

    @Test
    void coloursPanesAsTheUserAndTheirProgramsWish() {
        world.set("window-style", "bg=blue");
        world.print(new PaneId(0), "\u001b]4;1;#102030\u0007\u001b[31mred");
        Canvas canvas = compose();
        assertEquals(Style.rgb(0x10, 0x20, 0x30), canvas.style(0, 0).foreground());
        assertEquals(4, canvas.style(0, 0).background());
        assertEquals(4, canvas.style(20, 5).background());
    }

    @Test
    void drawsFloatingPanesOverTheOthers() {
        world.layOut(WINDOW, "30x7,0,0{15x7,0,0,0,14x7,16,0,1}");
        world.print(new PaneId(0), "left\r\n".repeat(7));
        compose();
        var window = world.mux().window(WINDOW);
        world.apply(
                new WindowEvent.LaidOut(WINDOW, window.layout().floated(new PaneId(2), new Rectangle(3, 2, 12, 2))));
        compositor.invalidate();
        world.print(new PaneId(2), "over");
        assertEquals("""
                left
                left┌────────────┐
                left│over        │
                left│            │
                left└────────────┘
                left
                """.replace("left┌", "le┌").replace("left│", "le│").replace("left└", "le└").strip(),
                text(compose()).lines().limit(6).reduce((one, other) -> one + "\n" + other).orElseThrow());
        world.print(new PaneId(0), "\033[H\033[Kmiddle\033[3;1Hmore and more");
        var canvas = compose();
        assertEquals("mo│over", canvas.text(2).substring(0, 7));
        assertEquals(Hit.Kind.PANE, compositor.hit(4, 2).kind());
        assertEquals(new Hit(Hit.Kind.BORDER, Optional.of(new PaneId(2)), Optional.empty(), 2, 3),
                compositor.hit(2, 3));
        assertEquals(Optional.of(new PaneId(0)), compositor.hit(1, 3).pane());
        world.apply(new WindowEvent.PaneSelected(WINDOW, new PaneId(2)));
        compositor.invalidate();
        assertEquals(7, compose().cursorX());
    }
}
