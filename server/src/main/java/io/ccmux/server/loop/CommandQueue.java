package io.ccmux.server.loop;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.server.command.CommandLines;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;

/** The command lines that somebody asked for and that are not finished yet, in order. */
final class CommandQueue {
    /**
     * Who asked.
     *
     * @param request the request that is answered when all is done; empty for a key or a hook
     * @param pane    the pane that the caller sits in or that the key was meant for
     */
    record Origin(ClientId client, OptionalInt request, Optional<PaneId> pane, Optional<Scene.MousePlace> mouse,
            String key) {}

    /** One command. Commands of one line share its number: an error ends the rest of that line. */
    record Item(long line, String source, List<String> words, Around around) {}

    /**
     * What surrounds a command besides its caller; it goes on to the commands that it runs.
     *
     * @param target    the pane that counts as the current one, before that of the caller
     * @param hook      whether a hook runs the command: then no hook runs because of it
     * @param variables what formats can tell besides: about the occasion of a hook
     */
    record Around(Optional<PaneId> target, boolean hook, Map<String, String> variables) {
        static final Around NOTHING = new Around(Optional.empty(), false, Map.of());

        Around at(Optional<PaneId> other) {
            return other.isEmpty() ? this : new Around(other, hook, variables);
        }
    }

    private final Origin origin;
    private final Deque<Item> items = new ArrayDeque<>();
    private long lines;
    private int status;
    private long serial;
    private boolean waiting;
    private boolean replied;
    private Runnable whenFinished = () -> {};
    private Around around = Around.NOTHING;
    private Optional<Scene.Gone> gone = Optional.empty();

    CommandQueue(Origin origin) {
        this.origin = origin;
    }

    Origin origin() {
        return origin;
    }

    void append(List<CommandLines.Line> more) {
        more.forEach(line -> {
            long number = ++lines;
            line.commands().forEach(words -> items.add(new Item(number, line.source(), words, around)));
        });
    }

    /** What surrounds the command that is being run; commands that are added get the same. */
    Around around() {
        return around;
    }

    void around(Around other) {
        around = other;
    }

    /** Where these commands have gone to: what follows is about that, if it says nothing else. */
    Optional<Scene.Gone> gone() {
        return around.hook() ? Optional.empty() : gone;
    }

    void go(Scene.Gone there) {
        gone = Optional.of(there);
    }

    /** Puts lines before all that is left. */
    void insert(List<CommandLines.Line> more, Around within) {
        var first = new ArrayDeque<Item>();
        more.forEach(line -> {
            long number = ++lines;
            line.commands().forEach(words -> first.add(new Item(number, line.source(), words, within)));
        });
        while (!first.isEmpty()) {
            items.addFirst(first.removeLast());
        }
    }

    Optional<Item> next() {
        return Optional.ofNullable(items.poll());
    }

    /** A command of this line failed: what stands after it on the line is not run. */
    void abandonLine(long line) {
        while (!items.isEmpty() && items.peek().line() == line) {
            items.poll();
        }
    }

    void abandon() {
        items.clear();
    }

    int status() {
        return status;
    }

    void status(int other) {
        status = other;
    }

    /** The serial of the last event that these commands caused, or 0. */
    long serial() {
        return serial;
    }

    void committed(long upTo) {
        serial = upTo;
    }

    boolean waiting() {
        return waiting;
    }

    void waiting(boolean waits) {
        waiting = waits;
    }

    /** What to do when all is run. */
    void then(Runnable deed) {
        whenFinished = deed;
    }

    void finished() {
        var deed = whenFinished;
        whenFinished = () -> {};
        deed.run();
    }

    /** Whether the caller has its answer already: it was attached, or it is gone. */
    boolean replied() {
        return replied;
    }

    void reply() {
        replied = true;
    }
}
