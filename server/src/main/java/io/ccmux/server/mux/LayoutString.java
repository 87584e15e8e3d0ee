package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Layout.Direction;

/**
 * A layout as text, tmux's own notation.
 *
 * <pre>
 *   layout   = checksum "," cell [ "<" cell { "," cell } ">" ]       the cells of floating panes, the last one on top
 *   cell     = columns "x" rows "," x "," y ( "," pane-number | "{" cell { "," cell } "}" | "[" cell { "," cell } "]" )
 *   checksum = four hexadecimal digits over what follows the comma: for each byte rotate right by one, then add
 * </pre>
 */
public final class LayoutString {
    private static final int DEPTH_MAX = 64;
    private static final int CELLS_MAX = 1_000;

    private final String text;
    private int at;
    private int cells;

    private LayoutString(String text, int at) {
        this.text = text;
        this.at = at;
    }

    /** Why a text is no layout for these panes: one lower-case sentence. */
    public static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedException(String message) {
            super(message);
        }
    }

    public static String of(Layout layout) {
        var text = new StringBuilder();
        write(layout.root(), text);
        if (!layout.floating().isEmpty()) {
            String separator = "<";
            for (var leaf : layout.floating()) {
                write(leaf, text.append(separator));
                separator = ",";
            }
            text.append('>');
        }
        return "%04x,%s".formatted(checksum(text, 0), text);
    }

    private static void write(Layout.Cell cell, StringBuilder text) {
        var area = cell.area();
        text.append(area.columns()).append('x').append(area.rows()).append(',').append(area.x()).append(',')
                .append(area.y());
        switch (cell) {
            case Layout.Leaf leaf -> text.append(',').append(leaf.pane().number());
            case Layout.Split split -> {
                boolean beside = split.direction() == Direction.LEFT_RIGHT;
                String separator = beside ? "{" : "[";
                for (var child : split.children()) {
                    write(child, text.append(separator));
                    separator = ",";
                }
                text.append(beside ? '}' : ']');
            }
        }
    }

    private static int checksum(CharSequence text, int from) {
        int sum = 0;
        for (int i = from; i < text.length(); i++) {
            sum = (sum >> 1) + ((sum & 1) << 15);
            sum = (sum + text.charAt(i)) & 0xffff;
        }
        return sum;
    }

    /**
     * Reads a layout and fills it with the panes, in order; cells that are too many are given to their neighbours.
     * Panes of the tree fill the tree, floating ones float: where the text says if it has as many, else where they
     * are.
     *
     * @throws MalformedException if the text is no layout, or has fewer cells than there are panes
     */
    public static Layout parse(String text, Layout now, List<PaneId> order) throws MalformedException {
        var tiled = order.stream().filter(pane -> !now.floats(pane)).toList();
        var read = read(text);
        var filled = filled(new Layout(read.root()), tiled);
        var floating = new ArrayList<Layout.Leaf>();
        for (int i = 0; i < now.floating().size(); i++) {
            boolean said = read.floating().size() == now.floating().size();
            var leaf = now.floating().get(i);
            floating.add(
                    new Layout.Leaf(leaf.pane(), Floating.fitted(said ? read.floating().get(i).area() : leaf.area(),
                            filled.size())));
        }
        return new Layout(filled.root(), floating);
    }

    /** The same for panes none of which floats. */
    public static Layout parse(String text, List<PaneId> panes) throws MalformedException {
        return filled(new Layout(read(text).root()), panes);
    }

    /** Whether a text is a layout, of however many panes. */
    public static boolean isWellFormed(String text) {
        try {
            read(text);
            return true;
        } catch (MalformedException wrong) {
            return false;
        }
    }

    private static Layout read(String text) throws MalformedException {
        if (text.length() < 6 || text.charAt(4) != ','
                || !"%04x".formatted(checksum(text, 5)).equalsIgnoreCase(text.substring(0, 4))) {
            throw new MalformedException("invalid layout");
        }
        var reader = new LayoutString(text, 5);
        var root = reader.cell(0);
        var layout = new Layout(root, reader.floating());
        if (reader.at != text.length() || !fits(layout.root())) {
            throw new MalformedException("invalid layout");
        }
        return layout;
    }

    private List<Layout.Leaf> floating() throws MalformedException {
        var leaves = new ArrayList<Layout.Leaf>();
        if (at == text.length() || text.charAt(at) != '<') {
            return leaves;
        }
        do {
            at++;
            if (!(cell(0) instanceof Layout.Leaf leaf)) {
                throw new MalformedException("invalid layout");
            }
            leaves.add(leaf);
        } while (at < text.length() && text.charAt(at) == ',');
        expect('>');
        return leaves;
    }

    private static Layout filled(Layout read, List<PaneId> panes) throws MalformedException {
        int found = read.leaves().size();
        if (panes.size() > found) {
            throw new MalformedException("have " + panes.size() + " panes but need " + found);
        }
        var layout = new LayoutTree(numbered(read)).layout();
        for (int extra = found; extra > panes.size(); extra--) {
            layout = layout.without(new PaneId(extra - 1)).orElseThrow();
        }
        return layout.showing(panes);
    }

    /** The layout with panes 0, 1, 2 …, so that each can be told from the others. */
    private static Layout numbered(Layout layout) {
        var numbers = new ArrayList<PaneId>();
        for (int i = 0; i < layout.leaves().size(); i++) {
            numbers.add(new PaneId(i));
        }
        return layout.showing(numbers);
    }

    private Layout.Cell cell(int depth) throws MalformedException {
        if (depth > DEPTH_MAX || ++cells > CELLS_MAX) {
            throw new MalformedException("invalid layout");
        }
        int columns = number();
        expect('x');
        int rows = number();
        expect(',');
        int x = number();
        expect(',');
        var area = new Rectangle(x, number(), columns, rows);
        if (columns < 1 || rows < 1) {
            throw new MalformedException("invalid layout");
        }
        if (at < text.length() && (text.charAt(at) == '{' || text.charAt(at) == '[')) {
            return split(area, depth);
        }
        if (at < text.length() && text.charAt(at) == ',' && isPaneNumber(at + 1)) {
            at++;
            return new Layout.Leaf(new PaneId(number()), area);
        }
        return new Layout.Leaf(new PaneId(0), area);
    }

    /** After a leaf's area a number is its pane, unless an {@code x} follows: then it begins the next cell. */
    private boolean isPaneNumber(int from) {
        int i = from;
        while (i < text.length() && Character.isDigit(text.charAt(i))) {
            i++;
        }
        return i > from && (i == text.length() || text.charAt(i) != 'x');
    }

    private Layout.Cell split(Rectangle area, int depth) throws MalformedException {
        boolean beside = text.charAt(at++) == '{';
        var children = new ArrayList<Layout.Cell>();
        children.add(cell(depth + 1));
        while (at < text.length() && text.charAt(at) == ',') {
            at++;
            children.add(cell(depth + 1));
        }
        expect(beside ? '}' : ']');
        if (children.size() < 2) {
            throw new MalformedException("invalid layout");
        }
        return new Layout.Split(beside ? Direction.LEFT_RIGHT : Direction.TOP_BOTTOM, children, area);
    }

    private void expect(char wanted) throws MalformedException {
        if (at >= text.length() || text.charAt(at++) != wanted) {
            throw new MalformedException("invalid layout");
        }
    }

    private int number() throws MalformedException {
        int from = at;
        long value = 0;
        while (at < text.length() && Character.isDigit(text.charAt(at)) && value <= Size.CELLS_MAX * 1_000L) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        if (at == from || value > Integer.MAX_VALUE) {
            throw new MalformedException("invalid layout");
        }
        return (int) value;
    }

    /** Whether all children fill their split. */
    private static boolean fits(Layout.Cell cell) {
        if (!(cell instanceof Layout.Split split)) {
            return cell.area().columns() <= Size.CELLS_MAX && cell.area().rows() <= Size.CELLS_MAX;
        }
        boolean beside = split.direction() == Direction.LEFT_RIGHT;
        long along = split.children().size() - 1L;
        for (var child : split.children()) {
            var area = child.area();
            along += beside ? area.columns() : area.rows();
            if ((beside ? area.rows() != split.area().rows() : area.columns() != split.area().columns())
                    || !fits(child)) {
                return false;
            }
        }
        return along == (beside ? split.area().columns() : split.area().rows());
    }
}
