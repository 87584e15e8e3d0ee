package io.ccmux.it;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * A user who changes things one after the other, each as soon as the one before was acknowledged. After a crash there
 * must be what was acknowledged, or that and the one change that was in flight, whole; and nothing else.
 */
final class Mutator {
    private static final int OPTIONS = 10;
    private static final int BUFFERS = 5;
    private static final int WINDOWS_MAX = 4;
    private static final int PANES_MAX = 3;
    private static final int BUFFER_BYTES_MAX = 9_000;

    /**
     * What is there of this user's: options and buffers by name, windows by name with the number of their panes.
     */
    record Facts(Map<String, String> options, Map<String, String> buffers, Map<String, Integer> windows) {
        static final Facts NONE = new Facts(Map.of(), Map.of(), Map.of());

        Facts {
            options = new TreeMap<>(options);
            buffers = new TreeMap<>(buffers);
            windows = new TreeMap<>(windows);
        }
    }

    /** A command and what is there when it is done. */
    private record Mutation(List<String> words, Facts after) {}

    private final String name;
    private final Random random;
    private Facts known = Facts.NONE;
    private Optional<Mutation> inFlight = Optional.empty();
    private long acknowledged;
    private long doneInFlight;
    private int windowsMade;

    /** @param name what all names of this user's begin with */
    Mutator(String name, Random random) {
        this.name = name;
        this.random = random;
    }

    // ---- before the crash ------------------------------------------------------------------

    /** Makes one change; returns whether it was acknowledged. */
    boolean mutate(Speaker speaker) {
        var mutation = next();
        inFlight = Optional.of(mutation);
        var result = speaker.run(mutation.words());
        if (result.isEmpty()) {
            return false;
        }
        if (result.get().status() != 0) {
            throw new AssertionError(mutation.words() + ": " + result.get());
        }
        known = mutation.after();
        inFlight = Optional.empty();
        acknowledged++;
        return true;
    }

    private Mutation next() {
        int lot = random.nextInt(100);
        if (lot < 40) {
            return setOption();
        }
        if (lot < 60) {
            return setBuffer();
        }
        if (lot < 70 && !known.buffers.isEmpty()) {
            return deleteBuffer();
        }
        if (lot < 80 || known.windows.isEmpty()) {
            return known.windows.size() < WINDOWS_MAX ? newWindow() : killWindow();
        }
        return lot < 87 ? renameWindow() : lot < 94 ? splitWindow() : killWindow();
    }

    private Mutation setOption() {
        var after = copy();
        String option = "@" + name + random.nextInt(OPTIONS);
        String value = text(1 + random.nextInt(200));
        after.options.put(option, value);
        return new Mutation(List.of("set-option", "-g", option, value), after);
    }

    private Mutation setBuffer() {
        var after = copy();
        String buffer = name + random.nextInt(BUFFERS);
        String value = text(1 + random.nextInt(BUFFER_BYTES_MAX));
        after.buffers.put(buffer, value);
        return new Mutation(List.of("set-buffer", "-b", buffer, value), after);
    }

    private Mutation deleteBuffer() {
        var after = copy();
        String buffer = any(known.buffers);
        after.buffers.remove(buffer);
        return new Mutation(List.of("delete-buffer", "-b", buffer), after);
    }

    private Mutation newWindow() {
        var after = copy();
        String window = newName();
        after.windows.put(window, 1);
        return new Mutation(List.of("new-window", "-d", "-t", KillCycles.SESSION + ":", "-n", window, "exec cat"),
                after);
    }

    private Mutation renameWindow() {
        var after = copy();
        String window = any(known.windows);
        String other = newName();
        after.windows.put(other, after.windows.remove(window));
        return new Mutation(List.of("rename-window", "-t", target(window), other), after);
    }

    private Mutation splitWindow() {
        var after = copy();
        String window = any(known.windows);
        if (known.windows.get(window) >= PANES_MAX) {
            return killWindow();
        }
        after.windows.merge(window, 1, Integer::sum);
        return new Mutation(List.of("split-window", "-d", "-t", target(window), "exec cat"), after);
    }

    private Mutation killWindow() {
        var after = copy();
        String window = any(known.windows);
        after.windows.remove(window);
        return new Mutation(List.of("kill-window", "-t", target(window)), after);
    }

    private Facts copy() {
        return new Facts(known.options, known.buffers, known.windows);
    }

    private String newName() {
        return name + "w" + windowsMade++;
    }

    private static String target(String window) {
        return KillCycles.SESSION + ":=" + window;
    }

    private String any(Map<String, ?> of) {
        return new ArrayList<>(of.keySet()).get(random.nextInt(of.size()));
    }

    private String text(int length) {
        return random.ints(length, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    // ---- after the crash -------------------------------------------------------------------

    /** Checks what is there now; from then on that is what is known. */
    void verify(Speaker speaker) {
        var found = found(speaker);
        if (inFlight.isPresent() && found.equals(inFlight.get().after())) {
            doneInFlight++;
        } else if (!found.equals(known)) {
            throw new AssertionError("acknowledged " + known + "\nin flight " + inFlight + "\nfound " + found);
        }
        known = found;
        inFlight = Optional.empty();
    }

    private Facts found(Speaker speaker) {
        var found = new Facts(Map.of(), Map.of(), Map.of());
        speaker.must("show-options", "-g").lines().filter(line -> line.startsWith("@" + name))
                .map(line -> line.split(" ", 2)).forEach(words -> found.options.put(words[0], words[1]));
        speaker.must("list-buffers", "-F", "#{buffer_name}").lines().filter(buffer -> buffer.startsWith(name))
                .forEach(buffer -> found.buffers.put(buffer, speaker.must("show-buffer", "-b", buffer)));
        speaker.must("list-windows", "-a", "-F", "#{window_name} #{window_panes}").lines()
                .filter(line -> line.startsWith(name)).map(line -> line.split(" "))
                .forEach(words -> found.windows.put(words[0], Integer.parseInt(words[1])));
        return found;
    }

    long acknowledged() {
        return acknowledged;
    }

    /** How many changes were in flight at a crash and turned out to be done. */
    long doneInFlight() {
        return doneInFlight;
    }
}
