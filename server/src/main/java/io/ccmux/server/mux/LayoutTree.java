package io.ccmux.server.mux;

import static io.ccmux.server.mux.Layout.Direction.LEFT_RIGHT;
import static io.ccmux.server.mux.Layout.Direction.TOP_BOTTOM;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Layout.Direction;

/**
 * A layout while it is worked on: the same tree with nodes that can be changed. Every operation keeps
 * three things true: a split's children and the borders between them fill it exactly, no cell is
 * smaller than {@link #CELLS_MIN}, and no split has a single child.
 */
final class LayoutTree {
    static final int CELLS_MIN = 1;

    /** A node; a leaf has a pane and no children. */
    static final class Node {
        Node parent;
        Direction direction;
        PaneId pane;
        int x;
        int y;
        int columns;
        int rows;
        final List<Node> children = new ArrayList<>();

        int size(Direction along) {
            return along == LEFT_RIGHT ? columns : rows;
        }

        void size(Direction along, int cells) {
            if (along == LEFT_RIGHT) {
                columns = cells;
            } else {
                rows = cells;
            }
        }

        boolean isLeaf() {
            return pane != null;
        }
    }

    private Node root;

    LayoutTree(Layout layout) {
        root = node(layout.root(), null);
    }

    Layout layout() {
        place(root, 0, 0);
        return new Layout(frozen(root));
    }

    private static Node node(Layout.Cell cell, Node parent) {
        var node = new Node();
        node.parent = parent;
        node.columns = cell.area().columns();
        node.rows = cell.area().rows();
        switch (cell) {
            case Layout.Leaf leaf -> node.pane = leaf.pane();
            case Layout.Split split -> {
                node.direction = split.direction();
                split.children().forEach(child -> node.children.add(node(child, node)));
            }
        }
        return node;
    }

    private static Layout.Cell frozen(Node node) {
        var area = new Rectangle(node.x, node.y, node.columns, node.rows);
        return node.isLeaf()
                ? new Layout.Leaf(node.pane, area)
                : new Layout.Split(node.direction, node.children.stream().map(LayoutTree::frozen).toList(), area);
    }

    private static void place(Node node, int x, int y) {
        node.x = x;
        node.y = y;
        for (var child : node.children) {
            place(child, x, y);
            if (node.direction == LEFT_RIGHT) {
                x += child.columns + 1;
            } else {
                y += child.rows + 1;
            }
        }
    }

    private Node leaf(PaneId pane) {
        return leaf(root, pane);
    }

    private static Node leaf(Node node, PaneId pane) {
        if (node.isLeaf()) {
            return node.pane.equals(pane) ? node : null;
        }
        for (var child : node.children) {
            var found = leaf(child, pane);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    // ---- splitting and removing ------------------------------------------------------------

    boolean split(PaneId beside, PaneId pane, Layout.Place place) {
        var old = place.full() ? root : leaf(beside);
        int size = old.size(place.direction());
        if (size < CELLS_MIN * 2 + 1) {
            return false;
        }
        int wanted = place.cells() == 0
                ? (size + 1) / 2 - 1
                : place.before() ? size - 1 - place.cells() : place.cells();
        // tmux's sizes are unsigned: a new first part larger than the cell leaves it one cell, not all but one.
        int second = wanted < 0 ? size - 1 - CELLS_MIN : Math.clamp(wanted, CELLS_MIN, size - 1 - CELLS_MIN);
        int first = size - 1 - second;
        int remaining = place.before() ? second : first;
        if (place.full() && !LayoutSizes.fitsIn(old, place.direction(), remaining)) {
            return false;
        }
        insert(old, pane, place, place.before() ? first : second, remaining);
        return true;
    }

    private void insert(Node old, PaneId pane, Layout.Place place, int cells, int remaining) {
        var along = place.direction();
        var fresh = new Node();
        fresh.pane = pane;
        fresh.columns = old.columns;
        fresh.rows = old.rows;
        fresh.size(along, cells);
        if (place.full() && !old.isLeaf() && old.direction == along) {
            int whole = old.size(along);
            old.size(along, remaining);
            LayoutSizes.shareOut(old);
            old.size(along, whole);
            fresh.parent = old;
            old.children.add(place.before() ? 0 : old.children.size(), fresh);
            return;
        }
        var parent = old.parent == null || old.parent.direction != along ? wrap(old, along) : old.parent;
        int at = parent.children.indexOf(old);
        fresh.parent = parent;
        parent.children.add(place.before() ? at : at + 1, fresh);
        old.size(along, remaining);
        LayoutSizes.shareOut(old);
    }

    /** Puts a split of one child around the node and returns it. */
    private Node wrap(Node node, Direction along) {
        var around = new Node();
        around.direction = along;
        around.columns = node.columns;
        around.rows = node.rows;
        around.parent = node.parent;
        if (node.parent == null) {
            root = around;
        } else {
            node.parent.children.set(node.parent.children.indexOf(node), around);
        }
        around.children.add(node);
        node.parent = around;
        return around;
    }

    boolean remove(PaneId pane) {
        var node = leaf(pane);
        var parent = node.parent;
        if (parent == null) {
            return false;
        }
        int at = parent.children.indexOf(node);
        var heir = parent.children.get(at == 0 ? 1 : at - 1);
        parent.children.remove(at);
        var along = parent.direction;
        LayoutSizes.adjust(heir, along, node.size(along) + 1);
        if (parent.children.size() == 1) {
            unwrap(parent);
        }
        return true;
    }

    /** Replaces a split by its only child; as in tmux, also where the split above then holds one that runs alike. */
    private void unwrap(Node split) {
        var child = split.children.getFirst();
        var above = split.parent;
        child.parent = above;
        if (above == null) {
            root = child;
        } else {
            above.children.set(above.children.indexOf(split), child);
        }
    }

    // ---- sizes -----------------------------------------------------------------------------

    private static void resizeTo(Node node, Direction along, int cells) {
        int change = cells - node.size(along);
        LayoutSizes.adjust(node, along, Math.max(change, -LayoutSizes.spare(node, along)));
    }

    void resize(Size size) {
        resizeTo(root, LEFT_RIGHT, size.columns());
        resizeTo(root, TOP_BOTTOM, size.rows());
    }

    // ---- moving borders --------------------------------------------------------------------

    void moveBorder(PaneId pane, Direction along, int cells) {
        var node = ancestorAlong(leaf(pane), along);
        if (node == null) {
            return;
        }
        var siblings = node.parent.children;
        int at = siblings.indexOf(node);
        if (at == siblings.size() - 1) {
            at--;
        }
        transfer(siblings, at, along, cells);
    }

    void sizePane(PaneId pane, Direction along, int cells) {
        var node = ancestorAlong(leaf(pane), along);
        if (node == null) {
            return;
        }
        int change = cells - node.size(along);
        var siblings = node.parent.children;
        int at = siblings.indexOf(node);
        boolean last = at == siblings.size() - 1;
        transfer(siblings, last ? at - 1 : at, along, last ? -change : change);
    }

    /** The border that a cell is part of, if any, goes to where another cell is. */
    void dragBorder(int fromX, int fromY, int toX, int toY) {
        place(root, 0, 0);
        drag(root, fromX, fromY, toX, toY);
    }

    private static void drag(Node node, int fromX, int fromY, int toX, int toY) {
        boolean beside = node.direction == LEFT_RIGHT;
        for (int i = 0; i < node.children.size(); i++) {
            var child = node.children.get(i);
            boolean border = beside ? fromX == child.x + child.columns : fromY == child.y + child.rows;
            boolean inside = fromX >= child.x && fromX < child.x + child.columns && fromY >= child.y
                    && fromY < child.y + child.rows;
            if (inside) {
                drag(child, fromX, fromY, toX, toY);
                return;
            }
            if (border && i < node.children.size() - 1) {
                transfer(node.children, i, node.direction, beside ? toX - fromX : toY - fromY);
                return;
            }
        }
    }

    private static Node ancestorAlong(Node node, Direction along) {
        while (node.parent != null && node.parent.direction != along) {
            node = node.parent;
        }
        return node.parent == null ? null : node;
    }

    /** Moves the border after the child at {@code at}: whoever is nearest on the losing side gives first. */
    private static void transfer(List<Node> siblings, int at, Direction along, int cells) {
        int left = Math.abs(cells);
        while (left > 0) {
            var gains = siblings.get(cells > 0 ? at : at + 1);
            var loses = giver(siblings, cells > 0 ? at + 1 : at, cells > 0 ? 1 : -1, along);
            if (loses == null && cells > 0) {
                loses = giver(siblings, at - 1, -1, along);
            }
            if (loses == null) {
                return;
            }
            int moved = Math.min(left, LayoutSizes.spare(loses, along));
            LayoutSizes.adjust(gains, along, moved);
            LayoutSizes.adjust(loses, along, -moved);
            left -= moved;
        }
    }

    private static Node giver(List<Node> siblings, int from, int step, Direction along) {
        for (int i = from; i >= 0 && i < siblings.size(); i += step) {
            if (LayoutSizes.spare(siblings.get(i), along) > 0) {
                return siblings.get(i);
            }
        }
        return null;
    }

    void spread(PaneId pane) {
        for (var node = leaf(pane).parent; node != null; node = node.parent) {
            if (LayoutSizes.spreadChildren(node)) {
                return;
            }
        }
    }
}
