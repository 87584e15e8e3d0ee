package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.ccmux.server.render.DrawState.Align;
import io.ccmux.server.render.StyledText.Part;

/**
 * Decides how much of each part of a line is shown, and where; tmux's format-draw.c.
 *
 * <pre>
 *   list on the left     LEFT LIST AFTER ....... CENTRE ....... RIGHT
 *   in the centre        LEFT .. CENTRE LIST AFTER ............ RIGHT
 *   on the right         LEFT ......... CENTRE ....... RIGHT LIST AFTER
 *   no list              LEFT .............. CENTRE ........... RIGHT
 * </pre>
 *
 * <p>What does not fit is taken from one part after the other. The absolute centre is drawn over all of them.
 */
final class LineLayout {
    /** A range in a part of the line. */
    record Span(Range.Target target, Part part, int start, int end) {}

    private final Canvas canvas;
    private final int x;
    private final int y;
    private final int available;
    private final Map<Part, Strip> strips;
    private final List<Span> spans;
    private final List<Range> ranges = new ArrayList<>();
    private final Map<Part, Integer> widths = new EnumMap<>(Part.class);
    private int focusStart;
    private int focusEnd;

    LineLayout(Canvas canvas, int x, int y, int available, Map<Part, Strip> strips, List<Span> spans) {
        this.canvas = canvas;
        this.x = x;
        this.y = y;
        this.available = available;
        this.strips = strips;
        this.spans = spans;
        strips.forEach((part, strip) -> widths.put(part, strip.columns()));
    }

    /** The part of the list that should stay visible; -1 for none. */
    void focus(int start, int end) {
        focusStart = start;
        focusEnd = end;
    }

    List<Range> draw(Align list) {
        switch (list) {
            case DEFAULT -> withoutList();
            case LEFT -> withListLeft();
            case CENTRE -> withListCentre();
            case RIGHT -> withListRight();
            case ABSOLUTE_CENTRE -> withListInAbsoluteCentre();
        }
        return ranges;
    }

    private int width(Part part) {
        return widths.get(part);
    }

    /** Takes columns away, from the first of the parts as long as it has any, until all of them fit together. */
    private void trim(Part... order) {
        int excess = -available;
        for (Part part : order) {
            excess += width(part);
        }
        for (Part part : order) {
            int taken = Math.clamp(excess, 0, width(part));
            widths.put(part, width(part) - taken);
            excess -= taken;
        }
    }

    private void withoutList() {
        trim(Part.CENTRE, Part.RIGHT, Part.LEFT);
        int left = width(Part.LEFT);
        int right = available - width(Part.RIGHT);
        int centre = width(Part.CENTRE);
        put(Part.LEFT, 0, 0);
        putEnd(Part.RIGHT, right);
        put(Part.CENTRE, left + (right - left) / 2 - centre / 2, columns(Part.CENTRE) / 2 - centre / 2);
        absoluteCentre();
    }

    private void withListLeft() {
        trim(Part.CENTRE, Part.LIST, Part.RIGHT, Part.AFTER, Part.LEFT);
        if (width(Part.LIST) == 0) {
            giveAfterTo(Part.LEFT);
            return;
        }
        int left = width(Part.LEFT);
        int afterList = left + width(Part.LIST);
        int end = afterList + width(Part.AFTER);
        int right = available - width(Part.RIGHT);
        int centre = width(Part.CENTRE);
        put(Part.LEFT, 0, 0);
        putEnd(Part.RIGHT, right);
        put(Part.AFTER, afterList, 0);
        put(Part.CENTRE, end + (right - end) / 2 - centre / 2, columns(Part.CENTRE) / 2 - centre / 2);
        list(left, 0);
        absoluteCentre();
    }

    private void withListCentre() {
        trim(Part.LIST, Part.AFTER, Part.CENTRE, Part.RIGHT, Part.LEFT);
        if (width(Part.LIST) == 0) {
            giveAfterTo(Part.CENTRE);
            return;
        }
        int right = available - width(Part.RIGHT);
        int start = (width(Part.LEFT) + right) / 2 - width(Part.LIST) / 2;
        put(Part.LEFT, 0, 0);
        putEnd(Part.RIGHT, right);
        put(Part.CENTRE, start - width(Part.CENTRE), 0);
        put(Part.AFTER, start + width(Part.LIST), 0);
        list(start, columns(Part.LIST) / 2);
        absoluteCentre();
    }

    private void withListRight() {
        trim(Part.CENTRE, Part.LIST, Part.RIGHT, Part.AFTER, Part.LEFT);
        if (width(Part.LIST) == 0) {
            giveAfterTo(Part.RIGHT);
            return;
        }
        int left = width(Part.LEFT);
        int list = available - width(Part.LIST) - width(Part.AFTER);
        int right = list - width(Part.RIGHT);
        int centre = width(Part.CENTRE);
        put(Part.LEFT, 0, 0);
        putEnd(Part.AFTER, available - width(Part.AFTER));
        put(Part.RIGHT, right, 0);
        put(Part.CENTRE, left + (right - left) / 2 - centre / 2, columns(Part.CENTRE) / 2 - centre / 2);
        list(list, 0);
        absoluteCentre();
    }

    private void withListInAbsoluteCentre() {
        trim(Part.CENTRE, Part.RIGHT, Part.LEFT);
        trim(Part.LIST, Part.AFTER, Part.ABSOLUTE_CENTRE);
        int right = available - width(Part.RIGHT);
        int middle = (width(Part.LEFT) + right) / 2;
        put(Part.LEFT, 0, 0);
        putEnd(Part.RIGHT, right);
        put(Part.CENTRE, middle - width(Part.CENTRE), 0);
        int start = (available - width(Part.LIST) - width(Part.ABSOLUTE_CENTRE)) / 2;
        put(Part.ABSOLUTE_CENTRE, start, 0);
        start += width(Part.ABSOLUTE_CENTRE);
        list(start, columns(Part.LIST) / 2);
        put(Part.AFTER, start + width(Part.LIST), 0);
    }

    private void absoluteCentre() {
        int width = Math.min(width(Part.ABSOLUTE_CENTRE), available);
        widths.put(Part.ABSOLUTE_CENTRE, width);
        put(Part.ABSOLUTE_CENTRE, (available - width) / 2, 0);
    }

    private void giveAfterTo(Part part) {
        strips.get(part).add(strips.get(Part.AFTER));
        for (Part any : List.of(Part.LEFT, Part.CENTRE, Part.RIGHT)) {
            widths.put(any, columns(any));
        }
        withoutList();
    }

    private int columns(Part part) {
        return strips.get(part).columns();
    }

    private void put(Part part, int offset, int start) {
        put(part, offset, start, width(part));
    }

    /** Puts the end of a part. */
    private void putEnd(Part part, int offset) {
        put(part, offset, columns(part) - width(part));
    }

    private void put(Part part, int offset, int start, int width) {
        strips.get(part).put(canvas, x + offset, y, start, width);
        for (Span span : spans) {
            int from = Math.max(span.start(), start);
            int to = Math.min(span.end(), start + width);
            if (span.part() == part && from < to) {
                ranges.add(new Range(span.target(), from - start + offset, to - start + offset));
            }
        }
    }

    /** Puts as much of the list as there is room for, its focus in the middle, markers where it goes on. */
    private void list(int from, int usualFocus) {
        int offset = from;
        int width = width(Part.LIST);
        int columns = columns(Part.LIST);
        if (width >= columns) {
            put(Part.LIST, offset, 0);
            return;
        }
        boolean focused = focusStart >= 0 && focusEnd >= 0;
        int focus = focused ? focusStart + (focusEnd - focusStart) / 2 : usualFocus;
        int start = Math.min(Math.max(0, focus - width / 2), columns - width);
        int left = columns(Part.LIST_LEFT);
        if (start != 0 && width > left) {
            put(Part.LIST_LEFT, offset, 0, left);
            offset += left;
            start += left;
            width -= left;
        }
        int right = columns(Part.LIST_RIGHT);
        if (start + width < columns && width > right) {
            put(Part.LIST_RIGHT, offset + width - right, 0, right);
            width -= right;
        }
        put(Part.LIST, offset, start, width);
    }
}
