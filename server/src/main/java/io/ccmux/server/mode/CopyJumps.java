package io.ccmux.server.mode;

/** Jumps to a character in the line, and the same again or the other way round. */
final class CopyJumps {
    /** Where a jump ends: on the character or before it, to the right or to the left. */
    enum Kind {
        FORWARD, BACKWARD, TO_FORWARD, TO_BACKWARD;

        Kind reversed() {
            return switch (this) {
                case FORWARD -> BACKWARD;
                case BACKWARD -> FORWARD;
                case TO_FORWARD -> TO_BACKWARD;
                case TO_BACKWARD -> TO_FORWARD;
            };
        }
    }

    private Kind last = Kind.FORWARD;
    private String character = "";

    void jump(Kind kind, String to, int count, CopyCursor cursor) {
        last = kind;
        character = to;
        again(count, cursor);
    }

    void again(int count, CopyCursor cursor) {
        repeat(last, count, cursor);
    }

    void reverse(int count, CopyCursor cursor) {
        repeat(last.reversed(), count, cursor);
    }

    private void repeat(Kind kind, int count, CopyCursor cursor) {
        for (int i = 0; i < count && !character.isEmpty(); i++) {
            once(kind, cursor);
        }
    }

    private void once(Kind kind, CopyCursor cursor) {
        var reader = cursor.reader();
        boolean found = switch (kind) {
            case FORWARD -> {
                reader.x++;
                yield reader.jump(character);
            }
            case TO_FORWARD -> {
                reader.x += 2;
                boolean there = reader.jump(character);
                if (there) {
                    reader.left(true);
                }
                yield there;
            }
            case BACKWARD -> {
                reader.left(false);
                yield reader.jumpBack(character);
            }
            case TO_BACKWARD -> {
                reader.left(false);
                reader.left(false);
                boolean there = reader.jumpBack(character);
                if (there) {
                    reader.right(true, false);
                }
                yield there;
            }
        };
        if (found) {
            cursor.show(reader);
        }
    }
}
