package io.ccmux.server.mux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.ccmux.server.mux.Layout.Direction;

class LayoutTest {
    private static final PaneId FIRST = new PaneId(0);
    private static final PaneId SECOND = new PaneId(1);

    private static Layout.Place half(Direction along) {
        return new Layout.Place(along, 0, false, false);
    }

    private static Layout whole(int columns, int rows) {
        return Layout.single(FIRST, new Size(columns, rows));
    }

    @ParameterizedTest
    @CsvSource({"80, 40, 39", "24, 12, 11", "3, 1, 1", "4, 2, 1", "5, 2, 2", "7, 3, 3", "81, 40, 40"})
    void givesTheOldPaneTheLargerHalf(int whole, int first, int second) {
        var beside = whole(whole, 10).split(FIRST, SECOND, half(Direction.LEFT_RIGHT)).orElseThrow();
        assertEquals(new Rectangle(0, 0, first, 10), beside.area(FIRST).orElseThrow());
        assertEquals(new Rectangle(first + 1, 0, second, 10), beside.area(SECOND).orElseThrow());
        var below = whole(10, whole).split(FIRST, SECOND, half(Direction.TOP_BOTTOM)).orElseThrow();
        assertEquals(new Rectangle(0, first + 1, 10, second), below.area(SECOND).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"7, false, 16, 7", "7, true, 16, 7", "100, false, 1, 22", "1, false, 22, 1", "22, false, 1, 22"})
    void givesTheNewPaneWhatItAsksFor(int asked, boolean before, int old, int fresh) {
        var place = new Layout.Place(Direction.TOP_BOTTOM, asked, before, false);
        var layout = whole(80, 24).split(FIRST, SECOND, place).orElseThrow();
        assertEquals(List.of(old, fresh),
                List.of(layout.area(FIRST).orElseThrow().rows(), layout.area(SECOND).orElseThrow().rows()));
        assertEquals(before ? List.of(SECOND, FIRST) : List.of(FIRST, SECOND), layout.panes());
    }

    @Test
    void refusesToSplitWhatHasNoRoomForTwoPanesAndABorder() {
        assertEquals(Optional.empty(), whole(2, 24).split(FIRST, SECOND, half(Direction.LEFT_RIGHT)));
        assertEquals(Optional.empty(), whole(80, 2).split(FIRST, SECOND, half(Direction.TOP_BOTTOM)));
    }

    @Test
    void givesTheSpaceOfAClosedPaneToTheOneBeforeIt() {
        var three = whole(80, 24).split(FIRST, SECOND, half(Direction.LEFT_RIGHT))
                .flatMap(two -> two.split(SECOND, new PaneId(2), half(Direction.LEFT_RIGHT))).orElseThrow();
        assertEquals("{60x24,0,0,0,19x24,61,0,2}", cells(three.without(SECOND).orElseThrow()));
        assertEquals("{60x24,0,0,1,19x24,61,0,2}", cells(three.without(FIRST).orElseThrow()));
        assertEquals(Optional.empty(), whole(80, 24).without(FIRST));
    }

    /** The layout string without its head. */
    private static String cells(Layout layout) {
        String text = LayoutString.of(layout);
        return text.substring(text.indexOf('{'));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void staysWholeWhateverIsDone(long seed) {
        var random = new Random(seed);
        var layout = whole(1 + random.nextInt(200), 1 + random.nextInt(80));
        int next = 1;
        for (int step = 0; step < 300; step++) {
            var panes = layout.panes();
            var pane = panes.get(random.nextInt(panes.size()));
            var along = random.nextBoolean() ? Direction.LEFT_RIGHT : Direction.TOP_BOTTOM;
            int cells = random.nextInt(40);
            layout = switch (random.nextInt(8)) {
                case 0, 1, 2 -> layout.split(pane, new PaneId(next++),
                        new Layout.Place(along, cells, random.nextBoolean(), random.nextInt(4) == 0)).orElse(layout);
                case 3 -> layout.without(pane).orElse(layout);
                case 4 -> layout.borderMoved(pane, along, cells - 20);
                case 5 -> layout.paneSized(pane, along, cells);
                case 6 -> layout.spread(pane);
                default -> layout.resized(new Size(1 + random.nextInt(200), 1 + random.nextInt(80)));
            };
            assertWhole(layout, "seed " + seed + " step " + step);
        }
    }

    /** Children fill their split, every cell has something, and the string says it all. */
    static void assertWhole(Layout layout, String when) {
        String text = LayoutString.of(layout);
        check(layout.root(), when + ": " + text);
        try {
            assertEquals(layout, LayoutString.parse(text, layout.panes()), when);
        } catch (LayoutString.MalformedException wrong) {
            throw new AssertionError(when + ": " + text, wrong);
        }
    }

    private static void check(Layout.Cell cell, String when) {
        var area = cell.area();
        assertTrue(area.columns() >= 1 && area.rows() >= 1, when);
        if (!(cell instanceof Layout.Split split)) {
            return;
        }
        assertTrue(split.children().size() > 1, when);
        boolean beside = split.direction() == Direction.LEFT_RIGHT;
        int at = beside ? area.x() : area.y();
        for (var child : split.children()) {
            var part = child.area();
            assertEquals(beside
                    ? new Rectangle(at, area.y(), part.columns(), area.rows())
                    : new Rectangle(area.x(), at, area.columns(), part.rows()), part, when);
            at += (beside ? part.columns() : part.rows()) + 1;
            check(child, when);
        }
        assertEquals(beside ? area.right() + 2 : area.bottom() + 2, at, when);
    }

    @Test
    void arrangesAnyNumberOfPanesInAnySize() {
        for (var preset : LayoutPreset.values()) {
            for (int count = 1; count <= 12; count++) {
                for (int columns : new int[]{1, 2, 3, 10, 79, 80, 81, 200}) {
                    for (int rows : new int[]{1, 2, 5, 24, 25, 60}) {
                        var panes = IntStream.range(0, count).mapToObj(PaneId::new).toList();
                        var layout = preset.arrange(request(panes, columns, rows));
                        String when = preset + " of " + count + " in " + columns + "x" + rows;
                        assertWhole(layout, when);
                        assertEquals(panes, layout.panes().stream().sorted().toList(), when);
                    }
                }
            }
        }
    }

    private static LayoutPreset.Request request(List<PaneId> panes, int columns, int rows) {
        return new LayoutPreset.Request(panes, new Size(columns, rows), new LayoutPreset.Dimension("80", "24"),
                new LayoutPreset.Dimension("0", "0"), 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"even-horizontal even-horizontal", "even-v even-vertical",
        "main-horizontal main-horizontal", "main-horizontal-m main-horizontal-mirrored", "t tiled"})
    void findsPresetsByNameOrBeginning(String given, String meant) {
        assertEquals(Optional.of(meant), LayoutPreset.named(given).map(LayoutPreset::title));
    }

    @ParameterizedTest
    @ValueSource(strings = {"main", "even", "x", "tiled-"})
    void findsNoPresetByAnAmbiguousOrUnknownName(String given) {
        assertEquals(Optional.empty(), LayoutPreset.named(given));
    }

    @Test
    void obeysTheSizesThatOptionsGiveTheMainPane() {
        var panes = List.of(FIRST, SECOND, new PaneId(2));
        var dimension = new LayoutPreset.Dimension("60%", "10");
        var none = new LayoutPreset.Dimension("0", "0");
        var request = new LayoutPreset.Request(panes, new Size(101, 30), dimension, none, 0);
        assertEquals(60, LayoutPreset.MAIN_VERTICAL.arrange(request).area(FIRST).orElseThrow().columns());
        assertEquals(10, LayoutPreset.MAIN_HORIZONTAL.arrange(request).area(FIRST).orElseThrow().rows());
        var single = new LayoutPreset.Request(panes, new Size(101, 30), dimension, none, 1);
        assertEquals(List.of(0, 0, 0), LayoutPreset.TILED.arrange(single).leaves().stream()
                .map(leaf -> leaf.area().x()).toList());
    }

    @Test
    void throwsNothingButMalformedOnGarbage() {
        long seed = 20_261_120;
        var random = new Random(seed);
        var valid = "80x24,0,0{40x24,0,0,0,39x24,41,0[39x12,41,0,2,39x11,41,13,3]}";
        String alphabet = "0123456789x,{}[]<>-9%a\u00e4\u0000";
        var panes = List.of(FIRST, SECOND, new PaneId(2));
        for (int i = 0; i < 50_000; i++) {
            var text = new StringBuilder(valid);
            for (int change = random.nextInt(6); change >= 0; change--) {
                int at = random.nextInt(text.length() + 1);
                char c = alphabet.charAt(random.nextInt(alphabet.length()));
                switch (random.nextInt(3)) {
                    case 0 -> text.insert(at, c);
                    case 1 -> text.deleteCharAt(Math.min(at, text.length() - 1));
                    default -> text.setCharAt(Math.min(at, text.length() - 1), c);
                }
            }
            String whole = "%04x,%s".formatted(checksum(text), text);
            try {
                assertWhole(LayoutString.parse(whole, panes), "seed " + seed + " " + whole);
            } catch (LayoutString.MalformedException expected) {
                assertTrue(expected.getMessage().startsWith("invalid layout")
                        || expected.getMessage().startsWith("have "), whole);
            }
        }
    }

    @Test
    void refusesDeepAndHugeLayouts() {
        var deep = new StringBuilder("1x1,0,0");
        for (int i = 0; i < 100_000; i++) {
            deep.append("{1x1,0,0");
        }
        for (String text : new ArrayList<>(List.of(deep.toString(), "99999999999x1,0,0,0", "10001x1,0,0,0", "1x1,0,0"
                + ",2".repeat(100_000)))) {
            String whole = "%04x,%s".formatted(checksum(text), text);
            boolean refused = false;
            try {
                LayoutString.parse(whole, List.of(FIRST));
            } catch (LayoutString.MalformedException expected) {
                refused = true;
            }
            assertTrue(refused, text.substring(0, 12));
        }
    }

    private static int checksum(CharSequence text) {
        int sum = 0;
        for (int i = 0; i < text.length(); i++) {
            sum = (sum >> 1) + ((sum & 1) << 15);
            sum = (sum + text.charAt(i)) & 0xffff;
        }
        return sum;
    }
}
