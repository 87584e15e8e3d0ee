package io.ccmux.server.input;

import java.util.Arrays;

/** Something the terminal of a client sent. */
public sealed interface InputEvent {

    /** A key was pressed, or was held down, or was let go, which only those terminals tell that are asked to. */
    record Pressed(Key key, Stroke stroke) implements InputEvent {
        Pressed(Key key) {
            this(key, Stroke.PRESS);
        }
    }

    /** The mouse did something. */
    record Moused(MouseEvent mouse) implements InputEvent {}

    /** Text was pasted: all of it, or the piece of a long paste that is {@code first}, {@code last}, or neither. */
    record Pasted(byte[] text, boolean first, boolean last) implements InputEvent {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pasted pasted && first == pasted.first && last == pasted.last
                    && Arrays.equals(text, pasted.text);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(text);
        }

        @Override
        public String toString() {
            return "Pasted[" + text.length + " bytes, first=" + first + ", last=" + last + "]";
        }
    }

    /** The terminal got the keyboard's focus, or lost it. */
    record Focused(boolean in) implements InputEvent {}

    /** The terminal answered a question. */
    record Answered(Answer answer) implements InputEvent {}
}
