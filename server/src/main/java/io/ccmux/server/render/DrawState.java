package io.ccmux.server.render;

import java.util.Optional;

import io.ccmux.server.terminal.Style;

/**
 * What a style such as {@code #[fg=red,align=right]} leaves behind for the text after it.
 *
 * @param style    the look
 * @param noAttributes whether a style under this one must not shine through with its attributes
 * @param ignore   whether further styles are plain text
 * @param fill     the background of all that is left free
 * @param align    where the text goes
 * @param list     what part of the list it is
 * @param range    what the mouse finds there
 * @param defaults what the look becomes when a later style says {@code default}
 */
record DrawState(Style style, boolean noAttributes, boolean ignore, Optional<Integer> fill, Align align, ListPart list,
        Optional<Range.Target> range, Defaults defaults) {

    enum Align {
        DEFAULT, LEFT, CENTRE, RIGHT, ABSOLUTE_CENTRE
    }

    enum ListPart {
        OFF, ON, FOCUS, LEFT_MARKER, RIGHT_MARKER
    }

    enum Defaults {
        BASE, PUSH, POP, SET
    }

    static DrawState of(Style style) {
        return new DrawState(style, false, false, Optional.empty(), Align.DEFAULT, ListPart.OFF, Optional.empty(),
                Defaults.BASE);
    }

    /** The same after a change of defaults was taken note of. */
    DrawState settled() {
        return defaults == Defaults.BASE
                ? this
                : new DrawState(style, noAttributes, ignore, fill, align, list, range, Defaults.BASE);
    }
}
