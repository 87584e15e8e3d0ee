package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.format.Trim;
import io.ccmux.server.render.DrawState.Align;
import io.ccmux.server.terminal.Clusters;
import io.ccmux.server.terminal.Link;
import io.ccmux.server.terminal.Style;

/**
 * Draws one line of text with styles in it, laid out as tmux does: parts to the left, the centre and the right, and a
 * list that is trimmed so that its focus stays visible.
 *
 * <p>The text is first written to one strip for each part; {@link LineLayout} then decides how much of each is shown
 * where.
 */
public final class StyledText {
    /** The parts of a line. */
    enum Part {
        LEFT, CENTRE, RIGHT, ABSOLUTE_CENTRE, LIST, LIST_LEFT, LIST_RIGHT, AFTER
    }

    private final String text;
    private final CellTable table;
    private final Map<Part, Strip> strips = new EnumMap<>(Part.class);
    private final Map<Align, Part> parts = new EnumMap<>(Map.of(Align.DEFAULT, Part.LEFT, Align.LEFT, Part.LEFT,
            Align.CENTRE, Part.CENTRE, Align.RIGHT, Part.RIGHT, Align.ABSOLUTE_CENTRE, Part.ABSOLUTE_CENTRE));
    private final List<LineLayout.Span> ranges = new ArrayList<>();
    private Part current = Part.LEFT;
    private Style usual;
    private Style baseUsual;
    private DrawState state;
    private Optional<Integer> fill = Optional.empty();
    private Optional<LineLayout.Span> open = Optional.empty();
    private Align listAlign = Align.DEFAULT;
    private boolean inList;
    private int focusStart = -1;
    private int focusEnd = -1;
    private int at;

    private StyledText(String text, Style base, CellTable table) {
        this.text = text;
        this.table = table;
        this.usual = base;
        this.baseUsual = base;
        this.state = DrawState.of(base);
        for (Part part : Part.values()) {
            strips.put(part, new Strip(table));
        }
    }

    /**
     * Draws over what is there: the caller has filled the line.
     *
     * @return what the mouse finds, in columns counted from {@code x}
     */
    public static List<Range> draw(Canvas canvas, int x, int y, int width, String text, Style base) {
        return new StyledText(text, base, canvas.table()).draw(canvas, x, y, width);
    }

    /** The columns the text takes. */
    public static int width(String text) {
        return Trim.width(text);
    }

    private List<Range> draw(Canvas canvas, int x, int y, int width) {
        while (at < text.length()) {
            if (!step()) {
                return List.of();
            }
        }
        fill.ifPresent(colour -> canvas.fill(x, y, width, 1,
                new Style(Style.DEFAULT, colour, Style.DEFAULT, 0, Link.NONE)));
        LineLayout layout = new LineLayout(canvas, x, y, width, strips, ranges);
        layout.focus(focusStart, focusEnd);
        return layout.draw(listAlign);
    }

    /** Takes the next character, run of hashes or style; false if a style does not end. */
    private boolean step() {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        if (c == '#' && next != '[' && next != 0) {
            hashes();
            return true;
        }
        if (c != '#' || next != '[' || state.ignore()) {
            character();
            return true;
        }
        int end = Trim.styleEnd(text, at + 2);
        if (end < 0) {
            return false;
        }
        style(text.substring(at + 2, end));
        at = end + 1;
        return true;
    }

    private void hashes() {
        int count = 1;
        while (at + count < text.length() && text.charAt(at + count) == '#') {
            count++;
        }
        boolean bracket = at + count < text.length() && text.charAt(at + count) == '[';
        boolean even = count % 2 == 0;
        if (!bracket) {
            at += count;
            repeat('#', (count + 1) / 2);
            return;
        }
        at += even ? count + 1 : count - 1;
        if (state.ignore()) {
            return;
        }
        repeat('#', count / 2);
        if (even) {
            repeat('[', 1);
        }
    }

    private void repeat(char c, int count) {
        for (int i = 0; i < count; i++) {
            strips.get(current).add(c, state.style());
        }
    }

    private void character() {
        int stop = text.indexOf('#', at + 1);
        Clusters clusters = new Clusters(text.substring(at, stop < 0 ? text.length() : stop));
        while (clusters.next()) {
            strips.get(current).add(Glyph.of(clusters, table), state.style());
        }
        at = stop < 0 ? text.length() : stop;
    }

    private void style(String words) {
        DrawState before = state;
        Optional<DrawState> parsed = StyleParser.parse(words, state, usual);
        if (parsed.isEmpty()) {
            return;
        }
        state = parsed.get();
        fill = state.fill().or(() -> fill);
        switch (state.defaults()) {
            case PUSH -> usual = before.style();
            case POP -> usual = baseUsual;
            case SET -> {
                baseUsual = before.style();
                usual = before.style();
            }
            case BASE -> {
                // stays
            }
        }
        state = state.settled();
        listPart();
        range();
    }

    private void listPart() {
        switch (state.list()) {
            case ON -> {
                if (!inList) {
                    open = Optional.empty();
                    inList = true;
                    listAlign = state.align();
                }
                endFocus();
                current = Part.LIST;
            }
            case FOCUS -> {
                if (inList && focusStart < 0) {
                    focusStart = strips.get(Part.LIST).columns();
                }
            }
            case OFF -> {
                if (inList) {
                    open = Optional.empty();
                    endFocus();
                    parts.put(listAlign, Part.AFTER);
                    if (listAlign == Align.LEFT) {
                        parts.put(Align.DEFAULT, Part.AFTER);
                    }
                    inList = false;
                }
                current = parts.get(state.align());
            }
            case LEFT_MARKER -> marker(Part.LIST_LEFT);
            case RIGHT_MARKER -> marker(Part.LIST_RIGHT);
        }
    }

    private void endFocus() {
        if (focusStart >= 0 && focusEnd < 0) {
            focusEnd = strips.get(Part.LIST).columns();
        }
    }

    private void marker(Part part) {
        if (!inList || strips.get(part).columns() > 0) {
            return;
        }
        open = Optional.empty();
        if (focusStart >= 0 && focusEnd < 0) {
            focusStart = -1;
        }
        current = part;
    }

    /** Ends the range that is open if the style names another one, and opens that. */
    private void range() {
        int column = strips.get(current).columns();
        if (open.isPresent() && !state.range().equals(Optional.of(open.get().target()))) {
            LineLayout.Span ended = open.get();
            if (column != ended.start()) {
                ranges.add(new LineLayout.Span(ended.target(), ended.part(), ended.start(), column));
            }
            open = Optional.empty();
        }
        if (open.isEmpty() && state.range().isPresent()) {
            open = Optional.of(new LineLayout.Span(state.range().get(), current, column, column));
        }
    }
}
