package io.ccmux.server.render;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.ccmux.config.Colours;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.Style;
import io.ccmux.server.terminal.Terminal;

/**
 * How the styles of a pane's cells are changed before they are shown: colours nobody chose by {@code window-style},
 * palette entries by the program's own palette or else the user's for panes, all of them by a reversed screen.
 */
final class PaneLook implements UnaryOperator<Style> {
    /** Styles that are remembered; after that all are forgotten. */
    private static final int REMEMBERED_MAX = 4096;

    private final Style window;
    private final Palette palette;
    private final Map<Integer, Integer> usual;
    private final boolean reverse;
    private final Map<Style, Style> changed = new HashMap<>();

    private PaneLook(Style window, Palette palette, Map<Integer, Integer> usual, boolean reverse) {
        this.window = window;
        this.palette = palette;
        this.usual = usual;
        this.reverse = reverse;
    }

    /**
     * @param window the colours of {@code window-style}
     * @param items  those of {@code pane-colours}
     * @return empty if nothing has to be changed
     */
    static Optional<PaneLook> of(Terminal terminal, Style window, Map<Integer, String> items) {
        Palette palette = terminal.palette();
        boolean own = false;
        for (int i = 0; i <= Palette.BACKGROUND; i++) {
            own |= palette.colour(i) != Palette.UNSET;
        }
        boolean reverse = terminal.modes().reverseScreen();
        boolean plain = window.foreground() == Style.DEFAULT && window.background() == Style.DEFAULT;
        var usual = new HashMap<Integer, Integer>();
        items.forEach((index, colour) -> Colours.parse(colour).ifPresent(number -> usual.put(index, number)));
        return own || reverse || !plain || !usual.isEmpty()
                ? Optional.of(new PaneLook(window, palette, usual, reverse))
                : Optional.empty();
    }

    @Override
    public Style apply(Style style) {
        if (changed.size() > REMEMBERED_MAX) {
            changed.clear();
        }
        return changed.computeIfAbsent(style, this::change);
    }

    private Style change(Style style) {
        int foreground = colour(style.foreground(), Palette.FOREGROUND, window.foreground());
        int background = colour(style.background(), Palette.BACKGROUND, window.background());
        int attributes = reverse ? style.attributes() ^ Style.REVERSE : style.attributes();
        return new Style(foreground, background, style.underlineColour(), attributes, style.link());
    }

    private int colour(int colour, int slot, int usual) {
        if (colour == Style.DEFAULT) {
            return palette.colour(slot) == Palette.UNSET ? usual : Style.RGB | palette.colour(slot);
        }
        boolean own = colour < 256 && palette.colour(colour) != Palette.UNSET;
        return own ? Style.RGB | palette.colour(colour) : this.usual.getOrDefault(colour, colour);
    }
}
