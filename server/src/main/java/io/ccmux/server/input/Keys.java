package io.ccmux.server.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * Turns what a client's terminal sends into keys, mouse reports, pastes and answers. Bytes may be cut anywhere.
 *
 * <pre>
 *   character      UTF-8, or a control character                       ESC character   the same with Meta
 *   CSI            ESC [ parameters final                              ESC CSI ...     the same with Meta
 *   SS3            ESC O final                                         X10 mouse       ESC [ M button column row
 *   paste          ESC [ 200 ~ text ESC [ 201 ~                        string          ESC ] text BEL or ESC \
 * </pre>
 *
 * <p>A lone escape may be a key or the beginning of one. The caller waits for {@code escape-time} while {@link
 * #pending()} and then calls {@link #expire()}; a string gets many such times, because a slow line cuts answers.
 */
public final class Keys {
    /** The longest text of one paste event, in bytes. */
    public static final int PASTE_BYTES_MAX = 64 << 10;

    private static final int STRING_BYTES_MAX = 1 << 20;
    private static final int SEQUENCE_BYTES_MAX = 256;
    private static final int STRING_EXPIRIES_MAX = 50;
    private static final int ESC = 27;
    private static final byte[] PASTE_END = "\033[201~".getBytes(StandardCharsets.ISO_8859_1);

    private byte[] bytes = new byte[256];
    private int length;
    private int position;
    private boolean pasting;
    private boolean pasteBegun;
    private int expiries;
    private boolean expired;
    private List<UserKey> userKeys = List.of();
    private final List<InputEvent> events = new ArrayList<>();

    /** A sequence of the option {@code user-keys}. */
    private record UserKey(Key key, byte[] sequence) {}

    /** Replaces the sequences that stand for User0, User1 and so on. */
    public void userKeys(SortedMap<Integer, String> sequences) {
        userKeys = sequences.entrySet().stream().filter(entry -> entry.getKey() < Key.USER_MAX)
                .map(entry -> new UserKey(Key.of(Key.USER + entry.getKey()),
                        entry.getValue().getBytes(StandardCharsets.UTF_8)))
                .filter(user -> user.sequence().length > 0).toList();
    }

    /** What these bytes say together with those before them. */
    public List<InputEvent> feed(byte[] more, int offset, int count) {
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
        }
        System.arraycopy(more, offset, bytes, length, count);
        length += count;
        expiries = 0;
        return parse();
    }

    /** Whether bytes wait for others that may never come. */
    public boolean pending() {
        return length > 0 && !pasting;
    }

    /** What the waiting bytes say if nothing follows them. */
    public List<InputEvent> expire() {
        if (!pending()) {
            return List.of();
        }
        expiries++;
        if (isString(0) && length > 2) {
            if (expiries >= STRING_EXPIRIES_MAX) {
                length = 0;
            }
            return List.of();
        }
        expired = true;
        List<InputEvent> result = parse();
        expired = false;
        return result;
    }

    private List<InputEvent> parse() {
        position = 0;
        int taken = 1;
        while (position < length && taken > 0) {
            taken = pasting ? paste() : next();
            position += taken;
        }
        System.arraycopy(bytes, position, bytes, 0, length - position);
        length -= position;
        if (length == 0 && bytes.length > PASTE_BYTES_MAX * 2) {
            bytes = new byte[256];
        }
        List<InputEvent> result = List.copyOf(events);
        events.clear();
        return result;
    }

    /** Takes the next thing; returns how many bytes it is, 0 when it is not all there. */
    private int next() {
        for (UserKey user : userKeys) {
            int same = Arrays.mismatch(bytes, position, length, user.sequence(), 0, user.sequence().length);
            if (same < 0 || same == user.sequence().length) {
                press(user.key());
                return user.sequence().length;
            }
            if (same == length - position && !expired) {
                return 0;
            }
        }
        if (bytes[position] != ESC) {
            return character(position, 0);
        }
        if (position + 1 == length) {
            return expired ? press(Key.ESCAPE) : 0;
        }
        int size = switch (bytes[position + 1]) {
            case '[' -> control(position, 0);
            case 'O' -> single(position, 0);
            case ']', 'P', '_', '^', 'X' -> string();
            case ESC -> doubleEscape();
            default -> -1;
        };
        return size >= 0 && (size > 0 || !expired) ? size : meta();
    }

    /** The character after an escape, with Meta. */
    private int meta() {
        int size = bytes[position + 1] == ESC ? press(Key.ESCAPE.with(Key.META)) : character(position + 1, Key.META);
        return size == 0 ? 0 : size + 1;
    }

    /** Two escapes are one with Meta, unless the second begins a key, which then has Meta. */
    private int doubleEscape() {
        if (position + 2 == length) {
            return 0;
        }
        int size = switch (bytes[position + 2]) {
            case '[' -> control(position + 1, Key.META);
            case 'O' -> single(position + 1, Key.META);
            default -> -1;
        };
        return size > 0 ? size + 1 : size;
    }

    private int press(Key key) {
        events.add(new InputEvent.Pressed(key));
        return 1;
    }

    /** A character of one to four bytes; what is not UTF-8 is left out. */
    private int character(int start, int modifiers) {
        int first = bytes[start] & 0xff;
        if (first < 0x80) {
            return press(first == 0
                    ? new Key(' ', Key.CTRL | modifiers)
                    : ControlSequences.normal(new Key(first, modifiers), -1));
        }
        int size = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        if (first < 0xc2 || first > 0xf4) {
            return 1;
        }
        for (int i = 1; i < size; i++) {
            if (start + i == length) {
                return expired ? i : 0;
            }
            if ((bytes[start + i] & 0xc0) != 0x80) {
                return i;
            }
        }
        int codePoint = new String(bytes, start, size, StandardCharsets.UTF_8).codePointAt(0);
        if (codePoint != 0xfffd || first == 0xef) {
            press(new Key(codePoint, modifiers));
        }
        return size;
    }

    /** {@code ESC [} at {@code start}; returns its length, 0 when it is not all there, -1 when it is none. */
    private int control(int start, int modifiers) {
        if (start + 2 < length && bytes[start + 2] == 'M') {
            return oldMouse(start);
        }
        if (start + 2 < length && bytes[start + 2] == '[') {
            return console(start, modifiers);
        }
        for (int end = start + 2; end < length; end++) {
            int b = bytes[end];
            boolean rxvt = b == '$' && end > start + 2 && Character.isDigit(bytes[end - 1])
                    && (end + 1 == length ? expired : bytes[end + 1] != 'y');
            if (rxvt || (b >= '@' && b <= '~')) {
                control(ControlSequence.of(bytes, start + 2, end), modifiers);
                return end + 1 - start;
            }
            if (b < ' ' || b > '~' || end - start > SEQUENCE_BYTES_MAX) {
                return -1;
            }
        }
        return 0;
    }

    private void control(ControlSequence sequence, int modifiers) {
        if (sequence.letter() == '~' && sequence.parameter(0, 0) == 200) {
            pasting = true;
            pasteBegun = false;
            return;
        }
        Optional<InputEvent> event = ControlSequences.event(sequence);
        event.ifPresent(it -> events.add(it instanceof InputEvent.Pressed(Key key, Stroke stroke)
                ? new InputEvent.Pressed(key.with(modifiers), stroke)
                : it));
    }

    /** {@code ESC [ M} and three bytes, each 32 more than it says. */
    private int oldMouse(int start) {
        if (start + 6 > length) {
            return 0;
        }
        int bits = (bytes[start + 3] & 0xff) - 32;
        int column = (bytes[start + 4] & 0xff) - 33;
        int row = (bytes[start + 5] & 0xff) - 33;
        boolean release = (bits & 3) == MouseEvent.NO_BUTTON && (bits & (64 | MouseEvent.DRAG)) == 0;
        events.add(new InputEvent.Moused(MouseEvent.of(Math.max(bits, 0), column, row, release)));
        return 6;
    }

    /** The Linux console sends {@code ESC [ [ A} to {@code E} for F1 to F5. */
    private int console(int start, int modifiers) {
        if (start + 3 == length) {
            return 0;
        }
        int number = bytes[start + 3] - 'A';
        if (number < 0 || number > 4) {
            return -1;
        }
        press(KeyNameTable.named("F" + (number + 1)).with(modifiers));
        return 4;
    }

    /** {@code ESC O}, perhaps a digit for modifiers, and a letter. */
    private int single(int start, int modifiers) {
        int at = start + 2;
        if (at == length) {
            return 0;
        }
        int held = 0;
        if (bytes[at] >= '2' && bytes[at] <= '8') {
            int bits = bytes[at] - '1';
            held = ((bits & 1) != 0 ? Key.SHIFT : 0) | ((bits & 2) != 0 ? Key.META : 0)
                    | ((bits & 4) != 0 ? Key.CTRL : 0);
            at++;
            if (at == length) {
                return 0;
            }
        }
        char letter = (char) (bytes[at] & 0xff);
        boolean rxvt = letter >= 'a' && letter <= 'd';
        Optional<Key> key = KeySequences.byLetter(rxvt ? (char) (letter - ' ') : letter);
        if (key.isEmpty() || letter == 'Z') {
            return -1;
        }
        press(key.get().with(held | modifiers | (rxvt ? Key.CTRL : 0)));
        return at + 1 - start;
    }

    private boolean isString(int start) {
        return length > start + 1 && bytes[start] == ESC && "]P_^X".indexOf(bytes[start + 1]) >= 0;
    }

    /** A control string up to BEL or {@code ESC \}; what is longer than any answer is left out. */
    private int string() {
        for (int end = position + 2; end < length; end++) {
            boolean bell = bytes[end] == 7;
            if (bell || (bytes[end] == ESC && end + 1 < length)) {
                boolean terminated = bell || bytes[end + 1] == '\\';
                if (terminated) {
                    String text = new String(bytes, position + 2, end - position - 2, StandardCharsets.UTF_8);
                    Answers.string((char) bytes[position + 1], text)
                            .ifPresent(answer -> events.add(new InputEvent.Answered(answer)));
                }
                return end - position + (bell ? 1 : terminated ? 2 : 0);
            }
        }
        return length - position > STRING_BYTES_MAX ? length - position : 0;
    }

    /** Takes what is there of a paste; returns 0 when only its end may have begun. */
    private int paste() {
        int end = indexOf(PASTE_END);
        int text = end < 0 ? length - position - endBegun() : end - position;
        int piece = Math.min(text, PASTE_BYTES_MAX);
        boolean last = end >= 0 && piece == text;
        if (!last && piece < PASTE_BYTES_MAX) {
            return 0;
        }
        byte[] copy = Arrays.copyOfRange(bytes, position, position + piece);
        events.add(new InputEvent.Pasted(copy, !pasteBegun, last));
        pasteBegun = true;
        pasting = !last;
        return last ? piece + PASTE_END.length : piece;
    }

    private int indexOf(byte[] wanted) {
        for (int at = position; at + wanted.length <= length; at++) {
            if (Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
                return at;
            }
        }
        return -1;
    }

    /** How many bytes at the end may be the beginning of the end of the paste. */
    private int endBegun() {
        for (int size = Math.min(PASTE_END.length - 1, length - position); size > 0; size--) {
            if (Arrays.equals(bytes, length - size, length, PASTE_END, 0, size)) {
                return size;
            }
        }
        return 0;
    }
}
