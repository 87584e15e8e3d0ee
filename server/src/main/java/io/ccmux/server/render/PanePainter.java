package io.ccmux.server.render;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.config.Colours;
import io.ccmux.server.format.Rgb;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.terminal.Modes;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.Screen;
import io.ccmux.server.terminal.Style;
import io.ccmux.server.terminal.Terminal;

/** Keeps one pane's part of a canvas as it should be, copying only rows that changed. */
final class PanePainter {
    private static final long NEVER = -1;

    private final Pane pane;
    private final Rectangle area;
    private final Viewport viewport;
    private final Style windowStyle;
    private final long[] copied;
    private Optional<Canvas> scratch = Optional.empty();
    private boolean plain = true;

    /**
     * @param area        of the pane in the window
     * @param windowStyle the colours of cells that have none
     */
    PanePainter(Pane pane, Rectangle area, Viewport viewport, Style windowStyle) {
        this.pane = pane;
        this.area = area;
        this.viewport = viewport;
        this.windowStyle = windowStyle;
        this.copied = new long[area.rows()];
        Arrays.fill(copied, NEVER);
    }

    Pane pane() {
        return pane;
    }

    /** What is on the canvas is not what was painted: all of it is painted the next time. */
    void forget() {
        Arrays.fill(copied, NEVER);
    }

    /** Brings the canvas up to date; while the program says that it is not finished, the old picture stays. */
    void paint(Canvas canvas) {
        if (scratch.isPresent()) {
            scratch = Optional.empty();
            Arrays.fill(copied, NEVER);
        }
        Terminal terminal = pane.terminal();
        boolean first = copied[0] == NEVER;
        if (!first && terminal.modes().synchronised()) {
            return;
        }
        Optional<PaneLook> look = PaneLook.of(terminal, windowStyle,
                pane.options().array("pane-colours"));
        if (look.isPresent() || !plain) {
            Arrays.fill(copied, NEVER);
        }
        plain = look.isEmpty();
        Screen screen = terminal.screen();
        int rows = Math.min(area.rows(), screen.rows());
        for (int y = 0; y < rows; y++) {
            long version = screen.version(y);
            if (version != copied[y] && isVisible(y)) {
                copied[y] = version;
                canvas.row(screen.row(y), fromX(), canvasX(), canvasY(y), width());
                int row = canvasY(y);
                look.ifPresent(change -> canvas.restyle(canvasX(), row, width(), change));
            }
        }
    }

    /** Shows something else instead. */
    void paint(Canvas canvas, PaneView view) {
        Canvas own = scratch.filter(kept -> kept.table() == canvas.table())
                .orElseGet(() -> new Canvas(area.columns(), area.rows(), canvas.table()));
        scratch = Optional.of(own);
        own.clear();
        view.paint(own);
        for (int y = 0; y < area.rows(); y++) {
            if (isVisible(y)) {
                canvas.copy(own, fromX(), y, canvasX(), canvasY(y), width());
            }
        }
    }

    /** Puts the cursor where this pane has it. */
    void cursor(Canvas canvas) {
        if (scratch.isPresent()) {
            Canvas own = scratch.get();
            place(canvas, own.cursorVisible(), own.cursorX(), own.cursorY(), own.cursorStyle());
            return;
        }
        Terminal terminal = pane.terminal();
        Modes modes = terminal.modes();
        place(canvas, modes.cursorVisible(), terminal.cursorX(), terminal.cursorY(), style(modes.cursorStyle()));
        int own = terminal.palette().colour(Palette.CURSOR);
        canvas.cursorColour(own != Palette.UNSET ? own : cursorColour(pane.options().string("cursor-colour")));
    }

    /** The colour that a word means, as 0xrrggbb; unset for {@code none} and {@code default}. */
    static int cursorColour(String name) {
        OptionalInt colour = Colours.parse(name);
        return colour.isPresent() && colour.getAsInt() >= 0 ? Rgb.of(colour.getAsInt()) : Palette.UNSET;
    }

    private void place(Canvas canvas, boolean visible, int x, int y, int style) {
        int canvasX = viewport.canvasX(area.x() + x);
        int canvasY = viewport.canvasY(area.y() + y);
        if (visible && viewport.area().contains(canvasX, canvasY)) {
            canvas.cursor(canvasX, canvasY, style);
        } else {
            canvas.hideCursor();
        }
    }

    /** The program's own choice, or else the user's. */
    private int style(int chosen) {
        return chosen != 0 ? chosen : cursorStyle(pane.options().string("cursor-style"));
    }

    /** The number by which terminals know a cursor; 0 for their own choice. */
    static int cursorStyle(String name) {
        return switch (name) {
            case "blinking-block" -> 1;
            case "block" -> 2;
            case "blinking-underline" -> 3;
            case "underline" -> 4;
            case "blinking-bar" -> 5;
            case "bar" -> 6;
            default -> 0;
        };
    }

    private boolean isVisible(int y) {
        int canvasY = canvasY(y);
        return canvasY >= viewport.area().y() && canvasY <= viewport.area().bottom();
    }

    private int fromX() {
        return Math.max(0, viewport.x() - area.x());
    }

    private int canvasX() {
        return viewport.canvasX(area.x() + fromX());
    }

    private int canvasY(int y) {
        return viewport.canvasY(area.y() + y);
    }

    private int width() {
        return area.columns() - fromX();
    }
}
