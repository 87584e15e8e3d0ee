package io.ccmux.server.mode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.PaneView;

/** Something that a pane shows instead of its terminal, and that takes its keys. */
public interface PaneMode {
    /** What formats call it: {@code copy-mode}, {@code view-mode}, {@code tree-mode}. */
    String name();

    /** The table in which its keys are looked up; without one it takes all keys itself. */
    Optional<String> keyTable(Scene scene);

    /** A key that no table has bound; or, where the mouse did something, the scene says where. */
    ModeResult key(Key key, Scene scene);

    /**
     * A command, its name first.
     *
     * @param count how many times, or 0 if nobody said
     */
    ModeResult command(List<String> words, int count, Scene scene);

    /** Paints the pane's part of a client's screen. */
    void draw(Canvas canvas, Rectangle area, Scene scene);

    /** Where it is in the pane's history, if it shows that. */
    default Optional<PaneView.Scrolled> scrolled() {
        return Optional.empty();
    }

    /** What it adds to the variables of formats. */
    Map<String, String> variables(Scene scene);

    /** The lines it shows, without styles. */
    List<String> lines(Scene scene);
}
