package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.WindowPicture.Place;
import io.ccmux.server.terminal.Style;

/**
 * Draws what is between the panes of a window and around a window that is smaller than the client.
 *
 * <p>A cell that no pane covers is border. Its character follows from its four neighbours, its colour from the panes it
 * touches: that of the active pane where it touches that one. With two panes the border between them is half and half,
 * so that it tells which of them is active:
 *
 * <pre>
 *   +-----+-----+   the upper half has the active colour if the left pane is active,
 *   |     #     |   the lower half if the right one is; and likewise from left to right
 *   |     |     |   if one pane is above the other
 *   +-----+-----+
 * </pre>
 */
final class Borders {
    /** Sides of a border that goes straight up and down, and from left to right. */
    private static final int UPRIGHT = 3;
    private static final int LEVEL = 12;

    private final WindowPicture picture;
    private final Subject subject;
    private final Formats formats;
    private final Options options;
    private final BorderLines lines;
    private final String status;
    private final Optional<Place> marked;
    private final boolean halves;
    private final boolean arrows;
    private final Map<Place, Style> usualStyles = new HashMap<>();
    private Style activeStyle = Style.PLAIN;
    private Style edgeStyle = Style.PLAIN;

    /** @param subject the session and window that are shown */
    Borders(WindowPicture picture, Subject subject, Formats formats) {
        this.picture = picture;
        this.subject = subject;
        this.formats = formats;
        this.options = picture.window().options();
        this.lines = BorderLines.of(options.string("pane-border-lines"));
        this.status = options.string("pane-border-status");
        this.marked = subject.world().mux().marked().flatMap(pane -> picture.panes().stream()
                .filter(place -> place.pane().id().equals(pane)).findFirst());
        String indicators = options.string("pane-border-indicators");
        this.halves = status.equals("off") && (indicators.equals("colour") || indicators.equals("both"));
        this.arrows = indicators.equals("arrows") || indicators.equals("both");
    }

    /** Draws the part of the window that starts at its cell (fromX, fromY) on an area of the canvas. */
    void draw(Canvas canvas, Rectangle area, int fromX, int fromY) {
        activeStyle = style("pane-active-border-style", picture.activePlace());
        edgeStyle = StyleParser.style(formats.expand(options.string("pane-border-style"), subject), Style.PLAIN);
        for (int y = 0; y < area.rows(); y++) {
            for (int x = 0; x < area.columns(); x++) {
                if (!inside(fromX + x, fromY + y)) {
                    cell(canvas, area.x() + x, area.y() + y, fromX + x, fromY + y);
                }
            }
        }
    }

    private void cell(Canvas canvas, int canvasX, int canvasY, int x, int y) {
        int sides = sides(x, y);
        if (x > picture.columns() || y > picture.rows() || Integer.bitCount(sides) < 2) {
            canvas.put(canvasX, canvasY, fill(), edgeStyle);
            return;
        }
        Optional<Place> owner = owner(x, y);
        Style style = owner.map(place -> picture.tiledActive() && side(picture.activePlace(), x, y) != Side.NONE
                ? activeStyle
                : usualStyles.computeIfAbsent(place, one -> style("pane-border-style", one))).orElse(edgeStyle);
        canvas.put(canvasX, canvasY, character(sides, owner, x, y), besideMarked(x, y) ? style.reversed() : style);
    }

    /** Whether a cell is border of the marked pane. */
    private boolean besideMarked(int x, int y) {
        return marked.filter(place -> side(place, x, y) != Side.NONE).isPresent();
    }

    private int fill() {
        String character = options.string("fill-character");
        return character.isEmpty() ? lines.joint(0) : character.codePointAt(0);
    }

    private int character(int sides, Optional<Place> owner, int x, int y) {
        if (arrows && owner.isPresent()) {
            int arrow = arrow(owner.get(), sides, x, y);
            if (arrow != 0) {
                return arrow;
            }
        }
        if (lines == BorderLines.NUMBER) {
            return owner.map(place -> '0' + (place.index() + options.number("pane-base-index")) % 10).orElse((int) '*');
        }
        return lines.joint(sides);
    }

    private boolean inside(int x, int y) {
        for (Place place : picture.panes()) {
            if (place.cell().contains(x, y)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a cell is border: not in a pane, in the window or on the line right around it. */
    private boolean border(int x, int y) {
        if (x > picture.columns() || y > picture.rows()) {
            return false;
        }
        return x == picture.columns() || y == picture.rows() || !inside(x, y);
    }

    /** The sides on which the border goes on, as bits: 8 left, 4 right, 2 top, 1 bottom. */
    private int sides(int x, int y) {
        int sides = x == 0 || border(x - 1, y) ? 8 : 0;
        sides |= border(x + 1, y) ? 4 : 0;
        boolean above = y > 0 && border(x, y - 1);
        boolean below = border(x, y + 1);
        switch (status) {
            case "top" -> sides |= above ? 2 : 0;
            case "bottom" -> {
                sides |= y == 0 || above ? 2 : 0;
                below &= y != picture.rows() - 1;
            }
            default -> sides |= y == 0 || above ? 2 : 0;
        }
        return sides | (below ? 1 : 0);
    }

    /** Which border of a pane a cell is. */
    private enum Side {
        NONE, LEFT, RIGHT, TOP, BOTTOM
    }

    /** The pane whose border a cell is; the active one first, then those after it. The window's edge is nobody's. */
    private Optional<Place> owner(int x, int y) {
        if (x >= picture.columns() || y >= picture.rows()) {
            return Optional.empty();
        }
        int count = picture.panes().size();
        for (int i = 0; i < count; i++) {
            Place place = picture.panes().get((picture.active() + i) % count);
            if (side(place, x, y) != Side.NONE) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    private Side side(Place place, int x, int y) {
        return side(place, x, y, halves);
    }

    private Side side(Place place, int x, int y, boolean half) {
        Rectangle area = place.cell();
        int right = area.right() + 1;
        if ((area.y() == 0 || y >= area.y() - 1) && y <= area.bottom() + 1) {
            boolean split = half && sideBySide();
            if (area.x() != 0 && x == area.x() - 1 && !(split && y <= area.rows() / 2)) {
                return Side.LEFT;
            }
            if (x == right && !(split && area.x() == 0 && y > area.rows() / 2)) {
                return Side.RIGHT;
            }
        }
        if ((area.x() == 0 || x >= area.x() - 1) && x <= right) {
            return aboveOrBelow(area, x, y, half && stacked());
        }
        return Side.NONE;
    }

    private Side aboveOrBelow(Rectangle area, int x, int y, boolean split) {
        boolean above = area.y() != 0 && y == area.y() - 1;
        boolean below = y == area.bottom() + 1;
        switch (status) {
            case "top" -> {
                return above ? Side.TOP : Side.NONE;
            }
            case "bottom" -> {
                return below ? Side.BOTTOM : Side.NONE;
            }
            default -> {
                if (above && !(split && x <= area.columns() / 2)) {
                    return Side.TOP;
                }
                return below && !(split && area.y() == 0 && x > area.columns() / 2) ? Side.BOTTOM : Side.NONE;
            }
        }
    }

    private boolean sideBySide() {
        return picture.panes().size() == 2 && picture.panes().get(0).cell().y() == picture.panes().get(1).cell().y();
    }

    private boolean stacked() {
        return picture.panes().size() == 2 && picture.panes().get(0).cell().x() == picture.panes().get(1).cell().x();
    }

    /** An arrow to the active pane, near a corner of the pane that owns the cell; 0 if there is none here. */
    private int arrow(Place owner, int sides, int x, int y) {
        Side side = picture.tiledActive() ? side(picture.activePlace(), x, y, false) : Side.NONE;
        boolean besideColumn = x == owner.cell().x() + 1;
        boolean besideRow = y == owner.cell().y() + 1;
        return switch (side) {
            case LEFT -> besideRow && (sides == UPRIGHT || sides == UPRIGHT + 8) ? '→' : 0;
            case RIGHT -> besideRow && (sides == UPRIGHT || sides == UPRIGHT + 4) ? '←' : 0;
            case TOP -> besideColumn && (sides == LEVEL || sides == LEVEL + 2) ? '↓' : 0;
            case BOTTOM -> besideColumn && (sides == LEVEL || sides == LEVEL + 1) ? '↑' : 0;
            case NONE -> 0;
        };
    }

    private Style style(String option, Place place) {
        String words = formats.expand(place.pane().options().string(option), subject.with(place.pane()));
        return StyleParser.style(words, Style.PLAIN);
    }

    /** What is at a cell of the window that no pane covers. */
    Hit hit(int x, int y) {
        Optional<Place> owner = owner(x, y);
        return new Hit(owner.isPresent() ? Hit.Kind.BORDER : Hit.Kind.NOWHERE, owner.map(place -> place.pane().id()),
                Optional.empty(), x, y);
    }

    /** Draws the lines with the names of the panes, if the window has them; returns what the mouse finds there. */
    List<Spot> drawNames(Canvas canvas, Rectangle area, int fromX, int fromY) {
        if (status.equals("off")) {
            return List.of();
        }
        List<Spot> spots = new ArrayList<>();
        for (Place place : picture.panes()) {
            int width = place.cell().columns() - 4;
            int y = status.equals("top") ? place.cell().y() - 1 : place.cell().bottom() + 1;
            int canvasY = area.y() + y - fromY;
            if (width <= 0 || canvasY < area.y() || canvasY > area.bottom()) {
                continue;
            }
            boolean active = place.equals(picture.activePlace());
            Style style = style(active ? "pane-active-border-style" : "pane-border-style", place);
            int x = area.x() + place.cell().x() + 2 - fromX;
            canvas.restyle(x, canvasY, width, any -> style);
            String text = formats.expandTime(place.pane().options().string("pane-border-format"),
                    subject.with(place.pane()));
            StyledText.draw(canvas, x, canvasY, Math.min(width, area.right() + 1 - x), text, style)
                    .forEach(range -> spots.add(new Spot(place.pane().id(), range.target(), canvasY, x + range.start(),
                            x + range.end())));
        }
        return spots;
    }

    /** Columns of a row of the canvas, on the border of a pane, that mean something to the mouse. */
    record Spot(PaneId pane, Range.Target target, int y, int start, int end) {
        boolean contains(int x, int row) {
            return row == y && x >= start && x < end;
        }
    }
}
