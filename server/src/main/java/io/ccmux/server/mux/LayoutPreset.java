package io.ccmux.server.mux;

import static io.ccmux.server.mux.Layout.Direction.LEFT_RIGHT;
import static io.ccmux.server.mux.Layout.Direction.TOP_BOTTOM;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.ccmux.server.mux.Layout.Direction;

/** The seven layouts that have a name, in the order in which {@code next-layout} walks them. */
public enum LayoutPreset {
    EVEN_HORIZONTAL("even-horizontal", request -> even(request, LEFT_RIGHT)),
    EVEN_VERTICAL("even-vertical", request -> even(request, TOP_BOTTOM)),
    MAIN_HORIZONTAL("main-horizontal", request -> main(request, TOP_BOTTOM, false)),
    MAIN_HORIZONTAL_MIRRORED("main-horizontal-mirrored", request -> main(request, TOP_BOTTOM, true)),
    MAIN_VERTICAL("main-vertical", request -> main(request, LEFT_RIGHT, false)),
    MAIN_VERTICAL_MIRRORED("main-vertical-mirrored", request -> main(request, LEFT_RIGHT, true)),
    TILED("tiled", LayoutPreset::tiled);

    /** What a preset needs to know: panes in order, the window's size, and the main-, other- and tiled- options. */
    public record Request(List<PaneId> panes, Size size, Dimension mainSize, Dimension otherSize, int columnsMax) {
        private int cells(Direction along) {
            return along == LEFT_RIGHT ? size.columns() : size.rows();
        }
    }

    /** A width and a height as options give them: a number of cells, or a percentage such as {@code 60%}. */
    public record Dimension(String width, String height) {
        private int cells(Direction along, int whole, int otherwise) {
            String text = along == LEFT_RIGHT ? width : height;
            try {
                return text.endsWith("%")
                        ? Math.clamp((long) whole * Integer.parseInt(text.substring(0, text.length() - 1)) / 100, 0,
                                whole)
                        : Math.clamp(Integer.parseInt(text), 0, whole);
            } catch (NumberFormatException notANumber) {
                return otherwise;
            }
        }
    }

    private final String title;
    private final Function<Request, Layout.Cell> shape;

    LayoutPreset(String title, Function<Request, Layout.Cell> shape) {
        this.title = title;
        this.shape = shape;
    }

    public String title() {
        return title;
    }

    /** The preset that a name or a unique beginning of one means. */
    public static Optional<LayoutPreset> named(String name) {
        var exact = Arrays.stream(values()).filter(preset -> preset.title.equals(name)).findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        var begun = Arrays.stream(values()).filter(preset -> preset.title.startsWith(name)).toList();
        return begun.size() == 1 ? Optional.of(begun.getFirst()) : Optional.empty();
    }

    /** The panes in this arrangement. A window too small for it gets a layout larger than itself. */
    public Layout arrange(Request request) {
        return request.panes().size() == 1
                ? Layout.single(request.panes().getFirst(), request.size())
                : new Layout(shape.apply(request));
    }

    private static Layout.Cell even(Request request, Direction along) {
        return row(request.panes(), along, whole(request));
    }

    private static Rectangle whole(Request request) {
        return new Rectangle(0, 0, request.size().columns(), request.size().rows());
    }

    /** Panes of equal size along a row or column, which grows where each would have less than a cell. */
    private static Layout.Cell row(List<PaneId> panes, Direction along, Rectangle area) {
        if (panes.size() == 1) {
            return new Layout.Leaf(panes.getFirst(), area);
        }
        int count = panes.size();
        int cells = Math.max(length(area, along), count * (LayoutTree.CELLS_MIN + 1) - 1);
        int available = cells - (count - 1);
        var leaves = new ArrayList<Layout.Cell>();
        int at = along == LEFT_RIGHT ? area.x() : area.y();
        for (int i = 0; i < count; i++) {
            int size = available / count + (i < available % count ? 1 : 0);
            leaves.add(new Layout.Leaf(panes.get(i), part(area, along, at, size)));
            at += size + 1;
        }
        return new Layout.Split(along, leaves, part(area, along, along == LEFT_RIGHT ? area.x() : area.y(), cells));
    }

    private static int length(Rectangle area, Direction along) {
        return along == LEFT_RIGHT ? area.columns() : area.rows();
    }

    private static Rectangle part(Rectangle area, Direction along, int at, int cells) {
        return along == LEFT_RIGHT
                ? new Rectangle(at, area.y(), cells, area.rows())
                : new Rectangle(area.x(), at, area.columns(), cells);
    }

    /** One large pane and the others in a row (or column) beside it. */
    private static Layout.Cell main(Request request, Direction along, boolean mirrored) {
        int available = request.cells(along) - 1;
        int mainCells = request.mainSize().cells(along, available, along == LEFT_RIGHT ? 80 : 24);
        int otherCells;
        if (mainCells + LayoutTree.CELLS_MIN >= available) {
            mainCells = Math.max(LayoutTree.CELLS_MIN, available - LayoutTree.CELLS_MIN);
            otherCells = LayoutTree.CELLS_MIN;
        } else {
            otherCells = request.otherSize().cells(along, available, 0);
            if (otherCells == 0 || otherCells > available || available - otherCells < mainCells) {
                otherCells = available - mainCells;
            } else {
                mainCells = available - otherCells;
            }
        }
        var others = request.panes().subList(1, request.panes().size());
        var across = along == LEFT_RIGHT ? TOP_BOTTOM : LEFT_RIGHT;
        var area = part(whole(request), along, 0, mainCells + otherCells + 1);
        int wide = Math.max(length(area, across), others.size() * (LayoutTree.CELLS_MIN + 1) - 1);
        area = part(area, across, 0, wide);
        var mainLeaf = new Layout.Leaf(request.panes().getFirst(),
                part(area, along, mirrored ? otherCells + 1 : 0, mainCells));
        var rest = row(others, across, part(area, along, mirrored ? 0 : mainCells + 1, otherCells));
        return new Layout.Split(along, mirrored ? List.of(rest, mainLeaf) : List.of(mainLeaf, rest), area);
    }

    private static Layout.Cell tiled(Request request) {
        int count = request.panes().size();
        int rows = 1;
        int columns = 1;
        while (rows * columns < count) {
            rows++;
            if (rows * columns < count && (request.columnsMax() == 0 || columns < request.columnsMax())) {
                columns++;
            }
        }
        int width = Math.max((request.size().columns() - (columns - 1)) / columns, LayoutTree.CELLS_MIN);
        int height = Math.max((request.size().rows() - (rows - 1)) / rows, LayoutTree.CELLS_MIN);
        int wide = Math.max((width + 1) * columns - 1, request.size().columns());
        int high = Math.max((height + 1) * rows - 1, request.size().rows());
        var lines = new ArrayList<Layout.Cell>();
        for (int line = 0; line * columns < count; line++) {
            var panes = request.panes().subList(line * columns, Math.min(count, (line + 1) * columns));
            boolean last = (line + 1) * columns >= count;
            int top = line * (height + 1);
            lines.add(tiles(panes, width, new Rectangle(0, top, wide, last ? high - top : height)));
        }
        return lines.size() == 1
                ? lines.getFirst()
                : new Layout.Split(TOP_BOTTOM, lines, new Rectangle(0, 0, wide, high));
    }

    /** Panes of one width, the last of which takes the rest of the line. */
    private static Layout.Cell tiles(List<PaneId> panes, int width, Rectangle line) {
        if (panes.size() == 1) {
            return new Layout.Leaf(panes.getFirst(), line);
        }
        var leaves = new ArrayList<Layout.Cell>();
        for (int i = 0; i < panes.size(); i++) {
            int left = i * (width + 1);
            int cells = i == panes.size() - 1 ? line.columns() - left : width;
            leaves.add(new Layout.Leaf(panes.get(i), part(line, LEFT_RIGHT, left, cells)));
        }
        return new Layout.Split(LEFT_RIGHT, leaves, line);
    }
}
