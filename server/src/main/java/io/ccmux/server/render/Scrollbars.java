package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Scrollbar;
import io.ccmux.server.render.WindowPicture.Place;
import io.ccmux.server.terminal.Style;

/** Draws the scrollbars of panes, and knows where their sliders are. */
final class Scrollbars {
    private final WindowPicture picture;
    private final Viewport viewport;
    private List<Bar> drawn = List.of();

    /** A bar that is to be seen: its cells of the window, its slider. */
    private record Bar(PaneId pane, Rectangle area, Slider slider) {}

    Scrollbars(WindowPicture picture, Viewport viewport) {
        this.picture = picture;
        this.viewport = viewport;
    }

    void paint(Canvas canvas, ClientPicture views) {
        drawn = new ArrayList<>();
        for (Place place : picture.panes()) {
            if (!place.area().equals(place.cell())) {
                bar(canvas, place, views.views().apply(place.pane().id()));
            }
        }
    }

    private void bar(Canvas canvas, Place place, Optional<PaneView> view) {
        Rectangle cell = place.cell();
        for (int x = cell.x(); x <= cell.right(); x++) {
            if (x < place.area().x() || x > place.area().right()) {
                column(canvas, x, cell, Style.PLAIN, cell.rows(), 0);
            }
        }
        Rectangle area = Scrollbar.of(place.pane().options()).bar(cell);
        Slider slider = view.flatMap(PaneView::scrolled).map(shown -> Slider.of(cell.rows(), shown))
                .orElseGet(() -> Slider.atEnd(cell.rows(), place.pane().terminal().history().rows()));
        Style style = StyleParser.style(place.pane().options().string("pane-scrollbars-style"), Style.PLAIN);
        Style exchanged = new Style(style.background(), style.foreground(), style.underlineColour(),
                style.attributes(), style.link());
        for (int x = area.x(); x <= area.right(); x++) {
            column(canvas, x, area, style, area.rows(), 0);
            column(canvas, x, area, exchanged, slider.rows(), slider.first());
        }
        drawn.add(new Bar(place.pane().id(), area, slider));
    }

    private void column(Canvas canvas, int x, Rectangle area, Style style, int rows, int from) {
        for (int y = area.y() + from; y < Math.min(area.y() + from + rows, area.bottom() + 1); y++) {
            int canvasX = viewport.canvasX(x);
            int canvasY = viewport.canvasY(y);
            if (viewport.area().contains(canvasX, canvasY)) {
                canvas.put(canvasX, canvasY, ' ', style);
            }
        }
    }

    /** What is at a cell of the window, if a bar is; the row is counted from the top of the slider if that is it. */
    Optional<Hit> hit(int x, int y) {
        return drawn.stream().filter(bar -> bar.area().contains(x, y)).findFirst().map(bar -> {
            int row = y - bar.area().y();
            Slider slider = bar.slider();
            boolean on = row >= slider.first() && row < slider.first() + slider.rows();
            Hit.Kind kind = on
                    ? Hit.Kind.SCROLLBAR_SLIDER
                    : row < slider.first() ? Hit.Kind.SCROLLBAR_UP : Hit.Kind.SCROLLBAR_DOWN;
            return new Hit(kind, Optional.of(bar.pane()), Optional.empty(), x - bar.area().x(),
                    on ? row - slider.first() : row);
        });
    }
}
