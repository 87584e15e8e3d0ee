package io.ccmux.server.mode;

import java.util.List;
import java.util.Optional;

import io.ccmux.config.Colours;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.command.Template;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Window;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.terminal.Link;
import io.ccmux.server.terminal.Style;

/** The numbers of the panes, large, over each of them; the next key chooses one. */
public final class PaneNumbers implements ClientOverlay {
    private static final int LETTERS_FROM = 10;

    private final Effect.ShowPanes shown;

    public PaneNumbers(Effect.ShowPanes shown) {
        this.shown = shown;
    }

    private Optional<Session> session(Scene scene) {
        return scene.client(shown.client()).flatMap(client -> client.session()).flatMap(scene.world().mux()::find);
    }

    private Optional<Window> window(Scene scene) {
        return session(scene).flatMap(Session::currentWindow).flatMap(scene.world().mux()::find);
    }

    @Override
    public Result key(Key key, Scene scene) {
        int code = key.modifiers() == 0 ? key.code() : -1;
        boolean digit = code >= '0' && code <= '9';
        boolean letter = code >= 'a' && code <= 'z';
        if (shown.ignoresKeys()) {
            return new Result(Optional.empty(), List.of(), false, Optional.of(key));
        }
        if (!digit && !letter) {
            return new Result(Optional.empty(), List.of(), true, Optional.of(key));
        }
        int index = digit ? code - '0' : code - 'a' + LETTERS_FROM;
        return pane(index, scene).map(pane -> Result.closed(Commands.run(new Template(shown.template()).with(1, pane
                .toString()).text(), scene, Optional.empty()))).orElse(Result.CLOSED);
    }

    private Optional<PaneId> pane(int index, Scene scene) {
        return window(scene).flatMap(window -> {
            int at = index - window.options().number("pane-base-index");
            return at >= 0 && at < window.panes().size() ? Optional.of(window.panes().get(at)) : Optional.empty();
        });
    }

    @Override
    public Result paste(String text, Scene scene) {
        return Result.CLOSED;
    }

    // ---- drawing ---------------------------------------------------------------------------

    @Override
    public void draw(Canvas canvas, int messageLine, Scene scene) {
        canvas.hideCursor();
        window(scene).ifPresent(window -> {
            int top = StatusRows.above(session(scene).orElseThrow());
            for (var id : window.zoomed() ? List.of(window.active()) : window.panes()) {
                var area = scene.world().mux().area(window, id);
                number(canvas, window, scene.world().mux().pane(id), new Rectangle(area.x(), area.y() + top, area
                        .columns(), area.rows()), colour(scene, window, id));
            }
        });
    }

    private int colour(Scene scene, Window window, PaneId id) {
        String option = window.active().equals(id) ? "display-panes-active-colour" : "display-panes-colour";
        return Colours.parse(session(scene).orElseThrow().options().string(option)).orElse(Style.DEFAULT);
    }

    private static void number(Canvas canvas, Window window, Pane pane, Rectangle area, int colour) {
        int index = window.panes().indexOf(pane.id()) + window.options().number("pane-base-index");
        String number = Integer.toString(index);
        var text = new Style(colour, Style.DEFAULT, Style.DEFAULT, 0, Link.NONE);
        var block = new Style(Style.DEFAULT, colour, Style.DEFAULT, 0, Link.NONE);
        boolean fits = area.columns() >= BigDigits.width(number) && area.rows() >= BigDigits.SIZE;
        if (!fits) {
            if (area.columns() >= number.length()) {
                canvas.text(area.x() + (area.columns() - number.length()) / 2, area.y() + area.rows() / 2, number,
                        text, area.right() + 1);
            }
            return;
        }
        BigDigits.draw(canvas, area.x() + (area.columns() - BigDigits.width(number)) / 2,
                area.y() + (area.rows() - BigDigits.SIZE) / 2, number, block);
        if (area.rows() > BigDigits.SIZE) {
            String letter = index >= LETTERS_FROM && index < LETTERS_FROM + 26
                    ? " (" + (char) ('a' + index - LETTERS_FROM) + ")"
                    : "";
            String size = area.columns() + "x" + area.rows() + letter;
            canvas.text(area.right() + 1 - size.length(), area.y(), size, text, area.right() + 1);
        }
    }
}
