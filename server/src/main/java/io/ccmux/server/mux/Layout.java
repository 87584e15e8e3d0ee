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
 * <p>Immutable. The arithmetic (who gives and who gets cells) is tmux's, layout.c of 3.7c; it lives in
 * {@link LayoutTree}, the shape in which a layout is worked on.
 */
public record Layout(Cell root) {
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

    public static Layout single(PaneId pane, Size size) {
        return new Layout(new Leaf(pane, new Rectangle(0, 0, size.columns(), size.rows())));
    }

    public Size size() {
        return root.area().size();
    }

    /** The leaves in order: from left to right and from top to bottom in each split. */
    public List<Leaf> leaves() {
        var leaves = new ArrayList<Leaf>();
        collect(root, leaves);
        return leaves;
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
        return tree.split(beside, pane, place) ? Optional.of(tree.layout()) : Optional.empty();
    }

    /** This layout without {@code pane}, its space given to a neighbour; empty if it was the last. */
    public Optional<Layout> without(PaneId pane) {
        var tree = new LayoutTree(this);
        return tree.remove(pane) ? Optional.of(tree.layout()) : Optional.empty();
    }

    /** The same division at another size, every cell keeping at least one column and row. */
    public Layout resized(Size size) {
        var tree = new LayoutTree(this);
        tree.resize(size);
        return tree.layout();
    }

    /**
     * The border after (or, for the last of its row or column, before) the pane moved by some cells; negative is up or
     * left.
     */
    public Layout borderMoved(PaneId pane, Direction direction, int cells) {
        var tree = new LayoutTree(this);
        tree.moveBorder(pane, direction, cells);
        return tree.layout();
    }

    /** The pane made as near as possible to so many cells in that direction. */
    public Layout paneSized(PaneId pane, Direction direction, int cells) {
        var tree = new LayoutTree(this);
        tree.sizePane(pane, direction, cells);
        return tree.layout();
    }

    /** The siblings of the pane made equally large. */
    public Layout spread(PaneId pane) {
        var tree = new LayoutTree(this);
        tree.spread(pane);
        return tree.layout();
    }

    /** The same cells, each pane that is a key replaced by its value. */
    public Layout exchanged(Map<PaneId, PaneId> others) {
        return showing(panes().stream().map(pane -> others.getOrDefault(pane, pane)).toList());
    }

    /** The same cells showing these panes in this order; there must be as many as there are leaves. */
    public Layout showing(List<PaneId> panes) {
        return new Layout(show(root, new ArrayList<>(panes)));
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
