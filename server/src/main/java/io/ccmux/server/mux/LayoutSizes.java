package io.ccmux.server.mux;

import static io.ccmux.server.mux.Layout.Direction.LEFT_RIGHT;
import static io.ccmux.server.mux.Layout.Direction.TOP_BOTTOM;
import static io.ccmux.server.mux.LayoutTree.CELLS_MIN;

import java.util.List;

import io.ccmux.server.mux.Layout.Direction;
import io.ccmux.server.mux.LayoutTree.Node;

/** Who gets cells and who gives them when nodes of a layout change their sizes. */
final class LayoutSizes {
    private LayoutSizes() {}

    /** How many cells the node can give away in this direction. */
    static int spare(Node node, Direction along) {
        if (node.isLeaf()) {
            return Math.max(0, node.size(along) - CELLS_MIN);
        }
        if (node.direction == along) {
            return node.children.stream().mapToInt(child -> spare(child, along)).sum();
        }
        return node.children.stream().mapToInt(child -> spare(child, along)).min().orElse(0);
    }

    /** Grows or shrinks the node and, in turns of one cell, those below it. */
    static void adjust(Node node, Direction along, int change) {
        node.size(along, node.size(along) + change);
        if (node.isLeaf()) {
            return;
        }
        if (node.direction != along) {
            node.children.forEach(child -> adjust(child, along, change));
            return;
        }
        int left = change;
        while (left != 0) {
            int before = left;
            for (var child : node.children) {
                if (left > 0) {
                    adjust(child, along, 1);
                    left--;
                } else if (left < 0 && spare(child, along) > 0) {
                    adjust(child, along, -1);
                    left++;
                }
            }
            if (left == before) {
                throw new IllegalStateException("a cell was asked for more than it can give");
            }
        }
    }

    /**
     * Fits what is below a node to the node's size, each child in proportion to what it had. As in tmux this moves
     * children a little even where they fill the node already; unlike tmux not if one of them would get no cell.
     */
    static void shareOut(Node node) {
        if (node.isLeaf()) {
            return;
        }
        var along = node.direction;
        int count = node.children.size();
        int previous = node.children.stream().mapToInt(child -> child.size(along)).sum() + count - 1;
        int left = node.size(along);
        boolean stays = previous == left && !fitsIn(node, along, left);
        for (int i = 0; i < count; i++) {
            var child = node.children.get(i);
            int cells = stays
                    ? child.size(along)
                    : share(child, along, node.size(along), new Remainder(previous, count - i, left));
            child.size(along, cells);
            child.size(across(along), node.size(across(along)));
            left -= cells + 1;
            shareOut(child);
        }
    }

    /** What is still to be given out: the whole as it was, and the children and cells that are left. */
    private record Remainder(int previous, int children, int cells) {}

    private static int share(Node child, Direction along, int whole, Remainder left) {
        if (left.children() == 1) {
            return left.cells();
        }
        int others = Math.max((CELLS_MIN + 1) * (left.children() - 1), child.size(along) - spare(child, along));
        int wanted = (int) ((long) child.size(along) * whole / left.previous());
        int most = left.cells() >= others ? left.cells() - others : Integer.MAX_VALUE;
        return Math.max(CELLS_MIN, Math.min(wanted, most));
    }

    /** Whether {@link #shareOut} would leave every cell below the node something if the node had this size. */
    static boolean fitsIn(Node node, Direction along, int cells) {
        if (node.isLeaf()) {
            return cells >= CELLS_MIN;
        }
        if (node.direction != along) {
            return node.children.stream().allMatch(child -> child.isLeaf() || fitsIn(child, along, cells));
        }
        int count = node.children.size();
        if (cells < count * (CELLS_MIN + 1) - 1) {
            return false;
        }
        int left = cells;
        for (int i = 0; i < count; i++) {
            var child = node.children.get(i);
            int part = share(child, along, cells, new Remainder(node.size(along), count - i, left));
            left -= part + (i == count - 1 ? 0 : 1);
            if (left < 0 || !fitsIn(child, along, part)) {
                return false;
            }
        }
        return true;
    }

    private static Direction across(Direction along) {
        return along == LEFT_RIGHT ? TOP_BOTTOM : LEFT_RIGHT;
    }

    /**
     * Gives all children the same size, the first ones one cell more where it does not come out even; those that cannot
     * become so small keep what they need. Returns whether anything changed.
     */
    static boolean spreadChildren(Node split) {
        var along = split.direction;
        var children = split.children;
        int[] sizes = shares(children, along, split.size(along) - (children.size() - 1));
        boolean changed = false;
        for (int i = 0; i < sizes.length; i++) {
            int change = sizes[i] - children.get(i).size(along);
            changed |= change != 0;
            adjust(children.get(i), along, change);
        }
        return changed;
    }

    private static int[] shares(List<Node> children, Direction along, int available) {
        int[] sizes = new int[children.size()];
        int even = children.size();
        int left = available;
        for (int i = 0; i < sizes.length; i++) {
            var child = children.get(i);
            int least = child.size(along) - spare(child, along);
            if (sizes[i] == 0 && least * even > left) {
                sizes[i] = least;
                left -= least;
                even--;
                i = -1;
            }
        }
        int extra = even == 0 ? 0 : left % even;
        for (int i = 0; i < sizes.length; i++) {
            if (sizes[i] == 0) {
                sizes[i] = left / even + (extra-- > 0 ? 1 : 0);
            }
        }
        return sizes;
    }
}
