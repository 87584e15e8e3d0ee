package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a window is divided among its panes: a tree of rows and columns with a pane at each leaf.
 *
 * <pre>
 *   80x24,0,0{40x24,0,0,0,39x24,41,0[39x12,41,0,2,39x11,41,13,3]}
 *
 *   +------------------+-----------------+
 *   |                  |       %2        |     {…} side by side, […] one above the other;
 *   |        %0        +-----------------+     one column or row between neighbours is the border
 *   |                  |       %3        |
 *   +------------------+-----------------+
 * </pre>
 *
 * <p>Floating panes lie over that, each in a frame of one cell around its area; the last one is on top.
 *
 * <p>Immutable. The arithmetic (who gives and who gets cells) is tmux's, layout.c of 3.7c; it lives in
 * {@link LayoutTree}, the shape in which a layout is worked on.
 */
public record Layout(Cell root, List<Leaf> floating) {
    /** Direction in which a split's children follow one another. */
    public enum Direction {
        LEFT_RIGHT, TOP_BOTTOM
    }

    /** A node of the tree. */
    public sealed interface Cell {
        Rectangle area();
    }

    /** A cell that shows a pane. */
    public record Leaf(PaneId pane, Rectangle area) implements Cell {}

    /** A cell that is divided; it has at least two children. */
    public record Split(Direction direction, List<Cell> children, Rectangle area) implements Cell {
        public Split {
            children = List.copyOf(children);
        }
    }

    /** Where and how large a new pane shall be. Cells are what remains for it; 0 = half. */
    public record Place(Direction direction, int cells, boolean before, boolean full) {}

    public Layout {
        floating = List.copyOf(floating);
    }

    /** A division without floating panes. */
    public Layout(Cell root) {
        this(root, List.of());
    }

    public static Layout single(PaneId pane, Size size) {
        return new Layout(new Leaf(pane, new Rectangle(0, 0, size.columns(), size.rows())));
    }

    public Size size() {
        return root.area().size();
    }

    /** The leaves in order: from left to right and from top to bottom in each split; then those that float. */
    public List<Leaf> leaves() {
        var leaves = tiled();
        leaves.addAll(floating);
        return leaves;
    }

    /** The leaves of the tree. */
    public List<Leaf> tiled() {
        var leaves = new ArrayList<Leaf>();
        collect(root, leaves);
        return leaves;
    }

    public boolean floats(PaneId pane) {
        return floating.stream().anyMatch(leaf -> leaf.pane().equals(pane));
    }

    private Layout over(LayoutTree tree) {
        return new Layout(tree.layout().root(), floating);
    }

    public List<PaneId> panes() {
        return leaves().stream().map(Leaf::pane).toList();
    }

    public Optional<Rectangle> area(PaneId pane) {
        return leaves().stream().filter(leaf -> leaf.pane().equals(pane)).map(Leaf::area).findFirst();
    }

    /** This layout with {@code pane} beside {@code beside}; empty if there is no space. */
    public Optional<Layout> split(PaneId beside, PaneId pane, Place place) {
        var tree = new LayoutTree(this);
        boolean possible = place.full() || !floats(beside);
        return possible && tree.split(beside, pane, place) ? Optional.of(over(tree)) : Optional.empty();
    }

    /**
     * This layout without {@code pane}, its space given to a neighbour, or to a floating pane if it was the last of the
     * tree; empty if it was the last of all.
     */
    public Optional<Layout> without(PaneId pane) {
        if (floats(pane)) {
            return Optional.of(new Layout(root, Floating.without(floating, pane)));
        }
        var tree = new LayoutTree(this);
        if (tree.remove(pane)) {
            return Optional.of(over(tree));
        }
        return floating.isEmpty()
                ? Optional.empty()
                : Optional.of(new Layout(new Leaf(floating.getFirst().pane(), root.area()),
                        floating.subList(1, floating.size())));
    }

    // ---- floating panes --------------------------------------------------------------------

    /** The pane floats there, as near as the window lets it, over all others; one that was tiled is so no more. */
    public Layout floated(PaneId pane, Rectangle area) {
        var rest = area(pane).isEmpty() ? this : without(pane).orElseThrow();
        var leaves = new ArrayList<>(rest.floating);
        leaves.add(new Leaf(pane, Floating.fitted(area, size())));
        return new Layout(rest.root, leaves);
    }

    /** The pane over all others, if it floats. */
    public Layout raised(PaneId pane) {
        return floats(pane) ? floated(pane, area(pane).orElseThrow()) : this;
    }

    /** A floating pane at another place or of another size, as far over or under the others as it was. */
    private Layout changed(PaneId pane, Rectangle area) {
        var fitted = Floating.fitted(area, size());
        return new Layout(root, floating.stream().map(leaf -> leaf.pane().equals(pane) ? new Leaf(pane, fitted) : leaf)
                .toList());
    }

    /** A floating pane moved by some cells; others stay. */
    public Layout moved(PaneId pane, int right, int down) {
        var from = area(pane).orElseThrow();
        return floats(pane)
                ? changed(pane, new Rectangle(from.x() + right, from.y() + down, from.columns(), from.rows()))
                : this;
    }

    // ---- sizes -----------------------------------------------------------------------------

    /** The same division at another size, every cell keeping at least one column and row. */
    public Layout resized(Size size) {
        var tree = new LayoutTree(this);
        tree.resize(size);
        return new Layout(tree.layout().root(), floating.stream()
                .map(leaf -> new Leaf(leaf.pane(), Floating.fitted(leaf.area(), size))).toList());
    }

    /**
     * The border after (or, for the last of its row or column, before) the pane moved by some cells; negative is up or
     * left. A floating pane has its right or lower border moved.
     */
    public Layout borderMoved(PaneId pane, Direction direction, int cells) {
        if (floats(pane)) {
            return changed(pane, Floating.grown(area(pane).orElseThrow(), direction, cells));
        }
        var tree = new LayoutTree(this);
        tree.moveBorder(pane, direction, cells);
        return over(tree);
    }

    /** The border of the tree that a cell is part of, moved to another cell; nothing if the cell is in a pane. */
    public Layout borderDragged(int fromX, int fromY, int toX, int toY) {
        var tree = new LayoutTree(this);
        tree.dragBorder(fromX, fromY, toX, toY);
        return over(tree);
    }

    /** The pane made as near as possible to so many cells in that direction. */
    public Layout paneSized(PaneId pane, Direction direction, int cells) {
        if (floats(pane)) {
            var now = area(pane).orElseThrow();
            return borderMoved(pane, direction,
                    Math.min(cells, Size.CELLS_MAX) - (direction == Direction.LEFT_RIGHT ? now.columns() : now.rows()));
        }
        var tree = new LayoutTree(this);
        tree.sizePane(pane, direction, cells);
        return over(tree);
    }

    /** The siblings of the pane made equally large. */
    public Layout spread(PaneId pane) {
        var tree = new LayoutTree(this);
        tree.spread(floats(pane) ? tiled().getFirst().pane() : pane);
        return over(tree);
    }

    /** The same cells, each pane that is a key replaced by its value. */
    public Layout exchanged(Map<PaneId, PaneId> others) {
        return showing(panes().stream().map(pane -> others.getOrDefault(pane, pane)).toList());
    }

    /** The same cells showing these panes in this order; there must be as many as there are leaves. */
    public Layout showing(List<PaneId> panes) {
        var left = new ArrayList<>(panes);
        var shown = show(root, left);
        return new Layout(shown, floating.stream().map(leaf -> new Leaf(left.removeFirst(), leaf.area())).toList());
    }

    private static Cell show(Cell cell, List<PaneId> left) {
        return switch (cell) {
            case Leaf leaf -> new Leaf(left.removeFirst(), leaf.area());
            case Split split -> new Split(split.direction(), split.children().stream().map(child -> show(child, left))
                    .toList(), split.area());
        };
    }

    private static void collect(Cell cell, List<Leaf> leaves) {
        switch (cell) {
            case Leaf leaf -> leaves.add(leaf);
            case Split split -> split.children().forEach(child -> collect(child, leaves));
        }
    }
}
