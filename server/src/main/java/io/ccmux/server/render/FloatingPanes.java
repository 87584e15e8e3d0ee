package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.WindowPicture.Place;
import io.ccmux.server.terminal.Style;

/**
 * Draws the panes that lie over the others, each in a frame. Whatever is below them may have been drawn anew, so all of
 * them are drawn every time, the lowest first.
 */
final class FloatingPanes {
    /** Sides on which a corner of a frame goes on, as {@link BorderLines#joint} wants them. */
    private static final int TOP_LEFT = 5;
    private static final int TOP_RIGHT = 9;
    private static final int BOTTOM_LEFT = 6;
    private static final int BOTTOM_RIGHT = 10;
    private static final int LEVEL = 12;
    private static final int UPRIGHT = 3;

    private final WindowPicture picture;
    private final Viewport viewport;
    private final List<PanePainter> painters = new ArrayList<>();
    private final List<Style> styles = new ArrayList<>();
    private final List<String> titles = new ArrayList<>();
    private final BorderLines lines;

    /** @param subject the session and window that are shown */
    FloatingPanes(WindowPicture picture, Viewport viewport, Subject subject, Formats formats) {
        this.picture = picture;
        this.viewport = viewport;
        Options options = picture.window().options();
        BorderLines wanted = BorderLines.of(options.string("pane-border-lines"));
        this.lines = wanted == BorderLines.NUMBER ? BorderLines.of("single") : wanted;
        for (Place place : picture.floating()) {
            boolean active = place.equals(picture.activePlace());
            Subject pane = subject.with(place.pane());
            String words = place.pane().options().string(active ? "pane-active-border-style" : "pane-border-style");
            styles.add(StyleParser.style(formats.expand(words, pane), Style.PLAIN));
            titles.add(options.string("pane-border-status").equals("off")
                    ? ""
                    : formats.expandTime(place.pane().options().string("pane-border-format"), pane));
        }
    }

    void add(PanePainter painter) {
        painters.add(painter);
    }

    /** @param views what panes show instead of their terminals */
    void paint(Canvas canvas, ClientPicture views) {
        for (int i = 0; i < painters.size(); i++) {
            Place place = picture.floating().get(i);
            PanePainter painter = painters.get(i);
            frame(canvas, place.area(), styles.get(i));
            name(canvas, place.area(), i);
            painter.forget();
            Optional<PaneView> view = views.views().apply(place.pane().id());
            if (view.isPresent()) {
                painter.paint(canvas, view.get());
            } else {
                painter.paint(canvas);
            }
        }
    }

    private void frame(Canvas canvas, Rectangle area, Style style) {
        int left = area.x() - 1;
        int right = area.right() + 1;
        int top = area.y() - 1;
        int bottom = area.bottom() + 1;
        for (int x = area.x(); x < right; x++) {
            put(canvas, x, top, LEVEL, style);
            put(canvas, x, bottom, LEVEL, style);
        }
        for (int y = area.y(); y < bottom; y++) {
            put(canvas, left, y, UPRIGHT, style);
            put(canvas, right, y, UPRIGHT, style);
        }
        put(canvas, left, top, TOP_LEFT, style);
        put(canvas, right, top, TOP_RIGHT, style);
        put(canvas, left, bottom, BOTTOM_LEFT, style);
        put(canvas, right, bottom, BOTTOM_RIGHT, style);
    }

    private void put(Canvas canvas, int x, int y, int sides, Style style) {
        int canvasX = viewport.canvasX(x);
        int canvasY = viewport.canvasY(y);
        if (viewport.area().contains(canvasX, canvasY)) {
            canvas.put(canvasX, canvasY, lines.joint(sides), style);
        }
    }

    private void name(Canvas canvas, Rectangle area, int i) {
        int canvasY = viewport.canvasY(area.y() - 1);
        int canvasX = viewport.canvasX(area.x() + 1);
        if (!titles.get(i).isEmpty() && area.columns() > 2 && viewport.area().contains(canvasX, canvasY)) {
            StyledText.draw(canvas, canvasX, canvasY, area.columns() - 2, titles.get(i), styles.get(i));
        }
    }

    /** What is at a cell of the window, if a floating pane or its frame is; its coordinates are those of the pane. */
    Optional<Hit> hit(int x, int y) {
        for (Place place : picture.floating().reversed()) {
            Rectangle area = place.area();
            if (area.contains(x, y)) {
                return Optional.of(new Hit(Hit.Kind.PANE, Optional.of(place.pane().id()), Optional.empty(),
                        x - area.x(), y - area.y()));
            }
            if (framed(area).contains(x, y)) {
                return Optional.of(new Hit(Hit.Kind.BORDER, Optional.of(place.pane().id()), Optional.empty(), x, y));
            }
        }
        return Optional.empty();
    }

    /** Whether a cell of the window is covered by a floating pane. */
    boolean covers(int x, int y) {
        return picture.floating().stream().anyMatch(place -> framed(place.area()).contains(x, y));
    }

    private static Rectangle framed(Rectangle area) {
        return new Rectangle(area.x() - 1, area.y() - 1, area.columns() + 2, area.rows() + 2);
    }
}
