package io.ccmux.server.command;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Side;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.Window;

/** Words that mean a pane by where it is or was. */
final class PaneTokens {
    /** A place in a window from its size. */
    private record Spot(Function<Size, Integer> x, Function<Size, Integer> y) {}

    private static final Function<Size, Integer> FIRST = size -> 0;
    private static final Function<Size, Integer> LAST_COLUMN = size -> size.columns() - 1;
    private static final Function<Size, Integer> LAST_ROW = size -> size.rows() - 1;
    private static final Function<Size, Integer> MIDDLE_COLUMN = size -> size.columns() / 2;
    private static final Function<Size, Integer> MIDDLE_ROW = size -> size.rows() / 2;

    private static final Map<String, Spot> SPOTS = Map.of(
            "top", new Spot(MIDDLE_COLUMN, FIRST),
            "bottom", new Spot(MIDDLE_COLUMN, LAST_ROW),
            "left", new Spot(FIRST, MIDDLE_ROW),
            "right", new Spot(LAST_COLUMN, MIDDLE_ROW),
            "top-left", new Spot(FIRST, FIRST),
            "top-right", new Spot(LAST_COLUMN, FIRST),
            "bottom-left", new Spot(FIRST, LAST_ROW),
            "bottom-right", new Spot(LAST_COLUMN, LAST_ROW));

    private static final Map<String, Side> SIDES = Map.of("{up-of}", Side.UP, "{down-of}", Side.DOWN, "{left-of}",
            Side.LEFT, "{right-of}", Side.RIGHT);

    private PaneTokens() {}

    /** A word without the braces that it may have; those for a side keep theirs. */
    static String plain(String word) {
        return switch (word) {
            case "{last}" -> "!";
            case "{next}" -> "+";
            case "{previous}" -> "-";
            case "{active}" -> "@";
            default -> {
                boolean braced = word.startsWith("{") && word.endsWith("}");
                String token = braced ? word.substring(1, word.length() - 1) : word;
                yield SPOTS.containsKey(token) ? token : word;
            }
        };
    }

    /** Outer empty: the word is no such token. Inner empty: there is no such pane. */
    static Optional<Optional<PaneId>> find(Window window, String word) {
        if (word.equals("!")) {
            return Optional.of(window.last().stream().findFirst());
        }
        if (word.equals("@")) {
            return Optional.of(Optional.of(window.active()));
        }
        if (SIDES.containsKey(word)) {
            return Optional.of(SIDES.get(word).neighbour(window, window.active()));
        }
        return Optional.ofNullable(SPOTS.get(word)).map(spot -> at(window, spot));
    }

    private static Optional<PaneId> at(Window window, Spot spot) {
        int x = spot.x().apply(window.size());
        int y = spot.y().apply(window.size());
        return window.panes().stream().filter(pane -> window.visibleLayout().area(pane)
                .filter(area -> x >= area.x() && x <= area.right() + 1 && y >= area.y() && y <= area.bottom() + 1)
                .isPresent()).findFirst();
    }
}
