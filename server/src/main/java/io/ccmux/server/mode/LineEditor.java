package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.List;

/** A line under the user's hands: text, and a cursor in it. Positions are characters as the user counts them. */
final class LineEditor {
    private final List<String> characters = new ArrayList<>();
    private int cursor;

    void fill(String text) {
        characters.clear();
        text.codePoints().mapToObj(Character::toString).forEach(characters::add);
        cursor = characters.size();
    }

    String text() {
        return String.join("", characters);
    }

    /** The cursor as an index into {@link #text()}. */
    int cursorIndex() {
        return String.join("", characters.subList(0, cursor)).length();
    }

    boolean isEmpty() {
        return characters.isEmpty();
    }

    boolean atEnd() {
        return cursor == characters.size();
    }

    int cursor() {
        return cursor;
    }

    /** The text before the cursor. */
    String before() {
        return String.join("", characters.subList(0, cursor));
    }

    void insert(String text) {
        for (String character : text.codePoints().mapToObj(Character::toString).toList()) {
            characters.add(cursor++, character);
        }
    }

    /** Puts another text in the place of what stands from {@code from} to the cursor. */
    void replace(int from, String text) {
        characters.subList(from, cursor).clear();
        cursor = from;
        insert(text);
    }

    // ---- moving ----------------------------------------------------------------------------

    void left() {
        cursor = Math.max(0, cursor - 1);
    }

    void right() {
        cursor = Math.min(characters.size(), cursor + 1);
    }

    void start() {
        cursor = 0;
    }

    void end() {
        cursor = characters.size();
    }

    /** To the start of the word that the cursor is in or after. */
    void wordLeft(String separators) {
        cursor = wordStart(separators);
    }

    private int wordStart(String separators) {
        int at = cursor;
        while (at > 0 && characters.get(at - 1).equals(" ")) {
            at--;
        }
        if (at == 0) {
            return 0;
        }
        boolean separator = isSeparator(at - 1, separators);
        while (at > 0 && !characters.get(at - 1).equals(" ") && isSeparator(at - 1, separators) == separator) {
            at--;
        }
        return at;
    }

    /** To the start of the next word. */
    void wordRight(String separators) {
        if (!atEnd()) {
            boolean separator = isSeparator(cursor, separators);
            while (!atEnd() && !isSpace(cursor) && isSeparator(cursor, separators) == separator) {
                cursor++;
            }
        }
        skipSpaces();
    }

    /** To the last character of the word. */
    void wordEnd(String separators) {
        if (atEnd()) {
            return;
        }
        cursor++;
        skipSpaces();
        if (atEnd()) {
            return;
        }
        boolean separator = isSeparator(cursor, separators);
        while (!atEnd() && !isSpace(cursor) && isSeparator(cursor, separators) == separator) {
            cursor++;
        }
        cursor--;
    }

    private void skipSpaces() {
        while (!atEnd() && isSpace(cursor)) {
            cursor++;
        }
    }

    private boolean isSpace(int at) {
        return characters.get(at).equals(" ");
    }

    private boolean isSeparator(int at, String separators) {
        return separators.contains(characters.get(at));
    }

    // ---- removing --------------------------------------------------------------------------

    /** Returns whether there was a character to remove. */
    boolean removeLeft() {
        if (cursor == 0) {
            return false;
        }
        characters.remove(--cursor);
        return true;
    }

    boolean removeRight() {
        if (atEnd()) {
            return false;
        }
        characters.remove(cursor);
        return true;
    }

    void removeAll() {
        characters.clear();
        cursor = 0;
    }

    void removeToEnd() {
        characters.subList(cursor, characters.size()).clear();
    }

    /** Removes the word before the cursor and returns it. */
    String removeWordLeft(String separators) {
        int from = wordStart(separators);
        var removed = String.join("", characters.subList(from, cursor));
        characters.subList(from, cursor).clear();
        cursor = from;
        return removed;
    }

    /** Swaps the two characters before the cursor, or around it when it is in the line. */
    void transpose() {
        int at = Math.min(cursor + (atEnd() ? 0 : 1), characters.size());
        if (at >= 2) {
            var moved = characters.remove(at - 2);
            characters.add(at - 1, moved);
            cursor = at;
        }
    }
}
