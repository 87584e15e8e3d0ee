package io.ccmux.server.input;

import java.util.Arrays;

/** Something the terminal of a client sent. */
public sealed interface InputEvent {

    /** A key was pressed. */
    record Pressed(Key key) implements InputEvent {}

    /** The mouse did something. */
    record Moused(MouseEvent mouse) implements InputEvent {}

    /** Text was pasted; {@code more} when it goes on in the next event because it was too long for one. */
    record Pasted(byte[] text, boolean more) implements InputEvent {
        @Override
        public boolean equals(Object other) {
            return other instanceof Pasted pasted && more == pasted.more && Arrays.equals(text, pasted.text);
        }

        @Override
        public int hashCode() {
            return Arrays.hashCode(text);
        }
    }

    /** The terminal got the keyboard's focus, or lost it. */
    record Focused(boolean in) implements InputEvent {}

    /** The terminal answered a question. */
    record Answered(Answer answer) implements InputEvent {}
}
