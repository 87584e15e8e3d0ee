package io.ccmux.server.mode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.InputEvent;
import io.ccmux.server.input.Key;
import io.ccmux.server.input.KeyEncoder;
import io.ccmux.server.input.MouseEncoder;
import io.ccmux.server.input.MouseEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Size;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.StyleParser;
import io.ccmux.server.render.StyledText;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.Style;
import io.ccmux.server.terminal.Terminal;
import io.ccmux.server.terminal.TerminalNotice;
import io.ccmux.server.terminal.TerminalSettings;

/**
 * A box over a client's screen with a terminal in it. Its program is known by a number like a pane's, but it is none:
 * nothing of it is journaled.
 *
 * <pre>
 *   +-- title ---------+   dragged by its upper or left line it moves,
 *   |$                 |   by its lower or right line it changes its size
 *   +------------------+
 * </pre>
 */
public final class PopupOverlay implements ClientOverlay {
    private static final int BORDER = 2;

    private final PaneId program;
    private final Effect.ShowPopup shown;
    private final Terminal terminal;
    private Rectangle area;
    private Optional<Drag> drag = Optional.empty();
    private Optional<Integer> ended = Optional.empty();

    /** Where the mouse took hold of the box, and whether that changes its size. */
    private record Drag(int column, int row, Rectangle from, boolean sizes) {}

    /**
     * @param program the number by which the program's output and input are told apart
     * @param mouse   where the mouse was when it was asked for
     */
    public PopupOverlay(PaneId program, Effect.ShowPopup shown, Optional<Scene.MousePlace> mouse, Scene scene) {
        this.program = program;
        this.shown = shown;
        var place = shown.popup().place();
        this.area = new OverlayPlace(place.x(), place.y(), shown.pane(), mouse, scene).of(shown.client(),
                new Size(place.columns(), place.rows()));
        this.terminal = new Terminal(inner().columns(), inner().rows(),
                TerminalSettings.standard(0, BlockCompressor.NONE));
    }

    private boolean framed() {
        return !shown.popup().look().lines().equals("none");
    }

    private Rectangle inner() {
        return framed()
                ? new Rectangle(area.x() + 1, area.y() + 1, Math.max(1, area.columns() - BORDER),
                        Math.max(1, area.rows() - BORDER))
                : area;
    }

    /** The size of its terminal. */
    public Size size() {
        return inner().size();
    }

    /** Keeps the box within a client of another size; the terminal gets the size that is left. */
    public void fit(Size client) {
        int columns = Math.min(area.columns(), client.columns());
        int rows = Math.min(area.rows(), client.rows());
        area = new Rectangle(Math.clamp(area.x(), 0, client.columns() - columns),
                Math.clamp(area.y(), 0, client.rows() - rows), columns, rows);
        terminal.resize(size().columns(), size().rows());
    }

    // ---- the program -----------------------------------------------------------------------

    /** Output of the program; what it is to be answered. */
    public byte[] feed(byte[] bytes, long micros) {
        terminal.feed(bytes, 0, bytes.length, micros);
        var answers = new ByteArrayOutputStream();
        for (var notice : terminal.takeNotices()) {
            if (notice instanceof TerminalNotice.Reply(byte[] answer)) {
                answers.writeBytes(answer);
            }
        }
        return answers.toByteArray();
    }

    /** The program has ended; returns whether the box goes with it. */
    public boolean ended(int status) {
        ended = Optional.of(status);
        return switch (shown.popup().closing()) {
            case ON_EXIT -> true;
            case ON_SUCCESS -> status == 0;
            case BY_ESCAPE, BY_ANY_KEY -> false;
        };
    }

    // ---- input -----------------------------------------------------------------------------

    @Override
    public Result key(Key key, Scene scene) {
        if (key.isMouse()) {
            return Result.STAYS;
        }
        if (ended.isPresent()) {
            boolean closes = shown.popup().closing() == Effect.Closing.BY_ANY_KEY || key.equals(Key.ESCAPE)
                    || key.name().equals("C-c") || key.name().equals("C-[");
            return closes ? Result.closed(new Outcome.Finished(ended.get(), new byte[0])) : Result.STAYS;
        }
        byte[] bytes = KeyEncoder.encode(key,
                ProgramKeys.modes(terminal.modes(), scene.world().mux().serverOptions()));
        return typed(bytes);
    }

    @Override
    public Result paste(String text, Scene scene) {
        return ended.isPresent()
                ? Result.STAYS
                : typed(KeyEncoder.paste(new InputEvent.Pasted(text.getBytes(StandardCharsets.UTF_8), true, true),
                        terminal.modes().bracketedPaste()));
    }

    private Result typed(byte[] bytes) {
        return bytes.length == 0
                ? Result.STAYS
                : new Result(Optional.empty(), List.of(new Effect.Write(program, bytes)), false, Optional.empty());
    }

    @Override
    public Optional<Result> mouse(MouseEvent event, Scene scene) {
        if (drag.isPresent()) {
            if (event.moves() && !event.hovers()) {
                return Optional.of(follow(drag.get(), event, scene));
            }
            drag = Optional.empty();
            return Optional.of(Result.STAYS);
        }
        boolean inside = inner().contains(event.column(), event.row());
        if (framed() && !inside && area.contains(event.column(), event.row())) {
            boolean sizes = event.column() == area.right() || event.row() == area.bottom();
            drag = Optional.of(new Drag(event.column(), event.row(), area, sizes));
            return Optional.of(Result.STAYS);
        }
        var modes = terminal.modes();
        byte[] bytes = inside
                ? MouseEncoder.encode(event.relativeTo(inner().x(), inner().y()),
                        MouseEncoder.Tracking.valueOf(modes.mouse().name()),
                        MouseEncoder.Encoding.valueOf(modes.mouseEncoding().name()))
                : new byte[0];
        return Optional.of(ended.isPresent() ? Result.STAYS : typed(bytes));
    }

    private Result follow(Drag held, MouseEvent event, Scene scene) {
        int right = event.column() - held.column();
        int down = event.row() - held.row();
        var from = held.from();
        var client = scene.client(shown.client()).map(view -> view.size()).orElse(new Size(from.columns(), from
                .rows()));
        area = held.sizes()
                ? new Rectangle(from.x(), from.y(), Math.max(BORDER + 1, from.columns() + right),
                        Math.max(BORDER + 1, from.rows() + down))
                : new Rectangle(from.x() + right, from.y() + down, from.columns(), from.rows());
        fit(client);
        return new Result(Optional.empty(), List.of(new Effect.ResizePopup(program, size())), false, Optional.empty());
    }

    // ---- drawing ---------------------------------------------------------------------------

    @Override
    public void draw(Canvas canvas, int messageLine, Scene scene) {
        var look = shown.popup().look();
        var base = StyleParser.style(look.style(), Style.PLAIN);
        canvas.fill(area.x(), area.y(), area.columns(), area.rows(), base);
        if (framed()) {
            var border = StyleParser.style(look.borderStyle(), base);
            new Frame(look.lines(), border).draw(canvas, area);
            StyledText.draw(canvas, area.x() + 2, area.y(), Math.max(0, area.columns() - 2 * BORDER), shown.popup()
                    .title(), border);
        }
        var inner = inner();
        for (int y = 0; y < Math.min(inner.rows(), terminal.rows()); y++) {
            canvas.row(terminal.screen().row(y), 0, inner.x(), inner.y() + y, Math.min(inner.columns(), terminal
                    .columns()));
        }
        if (terminal.modes().cursorVisible() && ended.isEmpty()) {
            canvas.cursor(inner.x() + Math.min(terminal.cursorX(), inner.columns() - 1), inner.y() + terminal
                    .cursorY(), terminal.modes().cursorStyle());
        } else {
            canvas.hideCursor();
        }
    }
}
