package io.ccmux.server.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class FloatingTest {
    private static final PaneId TILED = new PaneId(0);
    private static final PaneId LOW = new PaneId(1);
    private static final PaneId HIGH = new PaneId(2);

    private final Layout layout = Layout.single(TILED, new Size(80, 24)).floated(LOW, new Rectangle(5, 5, 20, 6))
            .floated(HIGH, new Rectangle(70, 20, 30, 10));

    private static Rectangle area(Layout layout, PaneId pane) {
        return layout.area(pane).orElseThrow();
    }

    @Test
    void staysInTheWindowWithItsFrame() {
        assertEquals(new Rectangle(49, 13, 30, 10), area(layout, HIGH));
        assertEquals(new Rectangle(1, 1, 20, 6), area(layout.moved(LOW, -50, -50), LOW));
        var small = layout.resized(new Size(10, 5));
        assertEquals(new Rectangle(1, 1, 8, 3), area(small, HIGH));
        assertEquals(new Rectangle(0, 0, 10, 5), area(small, TILED));
    }

    @Test
    void comesOverTheOthers() {
        assertEquals(List.of(TILED, LOW, HIGH), layout.panes());
        assertEquals(List.of(TILED, HIGH, LOW), layout.raised(LOW).panes());
        assertEquals(layout, layout.raised(TILED));
    }

    @Test
    void takesThePlaceOfTheLastTiledPane() {
        var left = layout.without(TILED).orElseThrow();
        assertEquals(new Rectangle(0, 0, 80, 24), area(left, LOW));
        assertEquals(List.of(HIGH), left.floating().stream().map(Layout.Leaf::pane).toList());
        assertEquals(Optional.empty(), left.without(HIGH).flatMap(one -> one.without(LOW)));
    }

    @Test
    void isSizedAndNotSplit() {
        var place = new Layout.Place(Layout.Direction.LEFT_RIGHT, 0, false, false);
        assertEquals(Optional.empty(), layout.split(LOW, new PaneId(3), place));
        assertEquals(3, layout.split(TILED, new PaneId(3), place).orElseThrow().floating().size() + 1);
        assertEquals(new Rectangle(5, 5, 23, 6),
                area(layout.borderMoved(LOW, Layout.Direction.LEFT_RIGHT, 3), LOW));
        assertEquals(new Rectangle(5, 5, 20, 2), area(layout.paneSized(LOW, Layout.Direction.TOP_BOTTOM, 2), LOW));
    }

    @Test
    void standsInTheLayoutString() throws LayoutString.MalformedException {
        String text = LayoutString.of(layout);
        assertEquals("80x24,0,0,0<20x6,5,5,1,30x10,49,13,2>", text.substring(5));
        assertEquals(layout, LayoutString.parse(text, layout, layout.panes()));
        var moved = layout.moved(LOW, 3, 3);
        assertEquals(layout, LayoutString.parse(text, moved, moved.panes()));
        String tiled = LayoutString.of(Layout.single(TILED, new Size(80, 24)));
        assertEquals(moved, LayoutString.parse(tiled, moved, moved.panes()));
        assertThrows(LayoutString.MalformedException.class,
                () -> LayoutString.parse(text.replace(">", ""), layout, layout.panes()));
    }

    @Test
    void leavesBordersBelowToBeDragged() {
        var place = new Layout.Place(Layout.Direction.LEFT_RIGHT, 0, false, false);
        var below = new Layout.Place(Layout.Direction.TOP_BOTTOM, 0, false, false);
        var split = layout.split(TILED, new PaneId(3), place).flatMap(two -> two.split(TILED, new PaneId(4), below))
                .orElseThrow();
        var wider = split.borderDragged(40, 3, 50, 3);
        assertEquals(50, area(wider, TILED).columns());
        assertEquals(50, area(wider, new PaneId(4)).columns());
        var lower = split.borderDragged(10, 12, 12, 15);
        assertEquals(15, area(lower, TILED).rows());
        assertEquals(24, area(lower, new PaneId(3)).rows());
        assertEquals(split, split.borderDragged(10, 3, 20, 3));
    }
}
