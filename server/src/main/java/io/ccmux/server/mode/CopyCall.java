package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import io.ccmux.server.command.Scene;

/** One use of a command of copy mode: its words without flags, how many times, and the scene. */
final class CopyCall {
    /** All that any command takes; a search for {@code -x} needs no {@code --}. */
    private static final Pattern FLAGS = Pattern.compile("-[CPo]+|--");

    private final CopyMode mode;
    private final List<String> words = new ArrayList<>();
    private final Set<Character> flags = new HashSet<>();
    private final int count;
    private final Scene scene;

    /** @param given the command's name, then flags, then its arguments; {@code --} ends the flags */
    CopyCall(CopyMode mode, List<String> given, int count, Scene scene) {
        this.mode = mode;
        this.count = count;
        this.scene = scene;
        words.add(given.getFirst());
        int i = 1;
        while (i < given.size() && FLAGS.matcher(given.get(i)).matches()) {
            String word = given.get(i++);
            if (word.equals("--")) {
                break;
            }
            word.chars().skip(1).forEach(flag -> flags.add((char) flag));
        }
        words.addAll(given.subList(i, given.size()));
    }

    CopyMode mode() {
        return mode;
    }

    CopyCursor cursor() {
        return mode.cursor;
    }

    Scene scene() {
        return scene;
    }

    boolean vi() {
        return mode.vi(scene);
    }

    int count() {
        return count;
    }

    String name() {
        return words.getFirst();
    }

    boolean has(char flag) {
        return flags.contains(flag);
    }

    /** An argument, counted from 1, or empty. */
    String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /** Does something as many times as was asked for. */
    void repeat(Runnable deed) {
        for (int i = 0; i < count; i++) {
            deed.run();
        }
    }
}
