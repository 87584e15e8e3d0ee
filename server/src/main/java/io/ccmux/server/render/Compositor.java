package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.format.World;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.Window;
import io.ccmux.server.render.WindowPicture.Place;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.Style;

/**
 * Makes the canvas of one client: panes, borders, status line, message or prompt, overlays.
 *
 * <p>Output of programs is found by itself, row by row. What else can be seen (names, layouts, options, who is active,
 * what time it is) is drawn again when {@link #invalidate} or {@link #invalidateStatus} says that it may have changed.
 */
public final class Compositor {
    private final World world;
    private final Formats formats;
    private final StatusLine status;
    private final List<PanePainter> painters = new ArrayList<>();
    private Optional<FloatingPanes> floating = Optional.empty();
    private Optional<Scrollbars> scrollbars = Optional.empty();
    private Optional<PanePainter> activeFloating = Optional.empty();
    private CellTable table = new CellTable();
    private Canvas canvas = new Canvas(1, 1, table);
    private Optional<ClientPicture> before = Optional.empty();
    private Optional<Scene> scene = Optional.empty();
    private List<List<Range>> ranges = List.of();
    private List<Borders.Spot> names = List.of();
    private boolean stale = true;
    private boolean statusStale = true;

    /** What is shown, as it was when everything was last drawn. */
    private record Scene(Subject subject, WindowPicture window, Viewport viewport, Options options, int statusLines) {
        int statusTop(int rows) {
            return StatusLine.atTop(options) ? 0 : rows - statusLines;
        }
    }

    public Compositor(World world, Formats formats) {
        this.world = world;
        this.formats = formats;
        this.status = new StatusLine(formats);
    }

    /** Everything may have changed. */
    public void invalidate() {
        stale = true;
    }

    /** The status line may read differently: time has passed, a title or a name is new. */
    public void invalidateStatus() {
        statusStale = true;
    }

    /** The client's screen as it should be now; the same canvas each time. */
    public Canvas compose(ClientPicture picture) {
        if (!fits(picture)) {
            stale = true;
        }
        before = Optional.of(picture);
        if (stale) {
            start(picture);
        }
        if (scene.isEmpty()) {
            return canvas;
        }
        for (PanePainter painter : painters) {
            Optional<PaneView> view = picture.views().apply(painter.pane().id());
            if (view.isPresent()) {
                painter.paint(canvas, view.get());
            } else {
                painter.paint(canvas);
            }
        }
        scrollbars.ifPresent(bars -> bars.paint(canvas, picture));
        if (stale || statusStale) {
            statusLine(picture, scene.get());
        }
        floating.ifPresent(over -> over.paint(canvas, picture));
        canvas.hideCursor();
        canvas.cursorColour(Palette.UNSET);
        cursor(scene.get());
        picture.prompt().ifPresent(prompt -> status.prompt(canvas, messageRow(scene.get()), prompt,
                scene.get().subject()));
        warning(scene.get());
        picture.overlays().forEach(overlay -> overlay.paint(canvas));
        stale = false;
        statusStale = false;
        return canvas;
    }

    /** Whether what was drawn last can be brought up to date rather than drawn anew. */
    private boolean fits(ClientPicture picture) {
        if (before.isEmpty() || scene.isEmpty() || table.full()) {
            return false;
        }
        ClientPicture last = before.get();
        Scene shown = scene.get();
        return picture.overlays().isEmpty() && last.overlays().isEmpty() && picture.message().equals(last.message())
                && picture.prompt().equals(last.prompt()) && picture.client().size().equals(last.client().size())
                && picture.client().session().equals(last.client().session())
                && (isWhole(shown) || viewport(picture, shown.window(), shown.options()).equals(shown.viewport()));
    }

    private static boolean isWhole(Scene shown) {
        Size area = shown.viewport().area().size();
        return shown.window().columns() <= area.columns() && shown.window().rows() <= area.rows();
    }

    private void start(ClientPicture picture) {
        Size size = picture.client().size();
        if (table.full()) {
            table = new CellTable();
            canvas = new Canvas(size.columns(), size.rows(), table);
        } else if (canvas.columns() != size.columns() || canvas.rows() != size.rows()) {
            canvas.resize(size.columns(), size.rows());
        } else {
            canvas.clear();
        }
        painters.clear();
        floating = Optional.empty();
        scrollbars = Optional.empty();
        activeFloating = Optional.empty();
        ranges = List.of();
        scene = picture.client().session().flatMap(world.mux()::find).flatMap(session -> scene(picture, session));
        scene.ifPresent(this::window);
    }

    private Optional<Scene> scene(ClientPicture picture, Session session) {
        Optional<Window> window = session.currentWindow().flatMap(world.mux()::find)
                .filter(found -> !found.panes().isEmpty());
        return window.map(found -> {
            WindowPicture panes = WindowPicture.of(world, found, picture.client().pane());
            return new Scene(Subject.of(world, picture.client()), panes, viewport(picture, panes, session.options()),
                    session.options(), Math.min(StatusLine.lines(session.options()), picture.client().size().rows()));
        });
    }

    private static Viewport viewport(ClientPicture picture, WindowPicture window, Options options) {
        Place active = window.activePlace();
        Optional<Viewport.Spot> cursor = active.pane().terminal().modes().cursorVisible()
                ? Optional.of(new Viewport.Spot(active.area().x() + active.pane().terminal().cursorX(),
                        active.area().y() + active.pane().terminal().cursorY()))
                : Optional.empty();
        return Viewport.of(window.window().size(), new Viewport.Request(picture.client().size(),
                StatusLine.lines(options), StatusLine.atTop(options), cursor, picture.panned()));
    }

    private void window(Scene shown) {
        Viewport viewport = shown.viewport();
        Borders borders = new Borders(shown.window(), shown.subject(), formats);
        borders.draw(canvas, viewport.area(), viewport.x(), viewport.y());
        names = borders.drawNames(canvas, viewport.area(), viewport.x(), viewport.y());
        for (Place place : shown.window().panes()) {
            painters.add(new PanePainter(place.pane(), place.area(), viewport, windowStyle(shown, place)));
        }
        scrollbars = Optional.of(new Scrollbars(shown.window(), viewport));
        if (!shown.window().floating().isEmpty()) {
            floating = Optional.of(over(shown));
        }
    }

    private FloatingPanes over(Scene shown) {
        FloatingPanes over = new FloatingPanes(shown.window(), shown.viewport(), shown.subject(), formats);
        for (Place place : shown.window().floating()) {
            PanePainter painter = new PanePainter(place.pane(), place.area(), shown.viewport(),
                    windowStyle(shown, place));
            over.add(painter);
            if (place.equals(shown.window().activePlace())) {
                activeFloating = Optional.of(painter);
            }
        }
        return over;
    }

    /** The colours of cells that have none: those for the active pane, else those for any. */
    private Style windowStyle(Scene shown, Place place) {
        Style style = windowStyle(shown, place, "window-style", Style.PLAIN);
        return place.equals(shown.window().activePlace())
                ? windowStyle(shown, place, "window-active-style", style)
                : style;
    }

    private Style windowStyle(Scene shown, Place place, String option, Style base) {
        String words = place.pane().options().string(option);
        return words.equals("default")
                ? base
                : StyleParser.style(formats.expand(words, shown.subject().with(place.pane())), base);
    }

    /** Shows the active pane's cursor, unless a floating pane lies over it. */
    private void cursor(Scene shown) {
        PaneId active = shown.window().activePlace().pane().id();
        painters.stream().filter(painter -> painter.pane().id().equals(active))
                .forEach(painter -> painter.cursor(canvas));
        boolean hidden = shown.window().tiledActive() && floating.filter(over -> over.covers(
                canvas.cursorX() - shown.viewport().area().x() + shown.viewport().x(),
                canvas.cursorY() - shown.viewport().area().y() + shown.viewport().y())).isPresent();
        if (hidden) {
            canvas.hideCursor();
        }
        activeFloating.ifPresent(painter -> painter.cursor(canvas));
    }

    private void statusLine(ClientPicture picture, Scene shown) {
        if (shown.statusLines() > 0) {
            Subject subject = Subject.of(world, picture.client());
            ranges = status.draw(canvas, shown.statusTop(canvas.rows()), shown.statusLines(), subject);
        }
        if (picture.prompt().isEmpty()) {
            picture.message().ifPresent(
                    message -> status.message(canvas, messageRow(shown), message, shown.subject()));
        }
    }

    /** Drawn every time, for what lies under it without a status line is a pane. */
    private void warning(Scene shown) {
        boolean lines = shown.statusLines() > 0;
        world.warning().filter(warning -> lines || warning.urgent()).ifPresent(warning -> status.warning(canvas,
                lines ? shown.statusTop(canvas.rows()) : messageRow(shown), warning));
    }

    /** The row for messages and prompts: one of the status line, or where it would be. */
    private int messageRow(Scene shown) {
        if (shown.statusLines() == 0) {
            return StatusLine.atTop(shown.options()) ? 0 : canvas.rows() - 1;
        }
        int line = Math.clamp(shown.options().number("message-line"), 0, shown.statusLines() - 1);
        return shown.statusTop(canvas.rows()) + line;
    }

    /** What is at a cell of the canvas. */
    public Hit hit(int x, int y) {
        if (scene.isEmpty()) {
            return new Hit(Hit.Kind.NOWHERE, Optional.empty(), Optional.empty(), x, y);
        }
        Scene shown = scene.get();
        int line = y - shown.statusTop(canvas.rows());
        if (line >= 0 && line < shown.statusLines()) {
            Optional<Range.Target> range = line < ranges.size()
                    ? ranges.get(line).stream().filter(one -> one.contains(x)).map(Range::target).findFirst()
                    : Optional.empty();
            return new Hit(Hit.Kind.STATUS, Optional.empty(), range, x, line);
        }
        int windowX = x - shown.viewport().area().x() + shown.viewport().x();
        int windowY = y - shown.viewport().area().y() + shown.viewport().y();
        Optional<Hit> over = floating.flatMap(panes -> panes.hit(windowX, windowY))
                .or(() -> scrollbars.flatMap(bars -> bars.hit(windowX, windowY)));
        if (over.isPresent()) {
            return over.get();
        }
        Optional<Borders.Spot> spot = names.stream().filter(name -> name.contains(x, y)).findFirst();
        if (spot.isPresent()) {
            return new Hit(Hit.Kind.BORDER, Optional.of(spot.get().pane()), Optional.of(spot.get().target()), windowX,
                    windowY);
        }
        for (Place place : shown.window().panes()) {
            if (place.area().contains(windowX, windowY)) {
                return new Hit(Hit.Kind.PANE, Optional.of(place.pane().id()), Optional.empty(),
                        windowX - place.area().x(), windowY - place.area().y());
            }
        }
        return new Borders(shown.window(), shown.subject(), formats).hit(windowX, windowY);
    }

    /** Where the name of the window with this index begins in the status line. */
    public Optional<Viewport.Spot> windowName(int index) {
        for (int line = 0; line < ranges.size() && scene.isPresent(); line++) {
            for (Range range : ranges.get(line)) {
                if (range.target().kind() == Range.Kind.WINDOW && range.target().number() == index) {
                    return Optional.of(new Viewport.Spot(range.start(),
                            scene.get().statusTop(canvas.rows()) + line));
                }
            }
        }
        return Optional.empty();
    }

    /** Which part of the window is shown, and where. */
    public Optional<Viewport> viewport() {
        return scene.map(Scene::viewport);
    }
}
