package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.Session;

/** One use of a command: its flags, values and words, and the scene in which it is used. */
public final class Call {
    private final Arguments arguments;
    private final Scene scene;

    Call(Arguments arguments, Scene scene) {
        this.arguments = arguments;
        this.scene = scene;
    }

    public Scene scene() {
        return scene;
    }

    public boolean has(char flag) {
        return arguments.flags.contains(flag) || arguments.values.containsKey(flag);
    }

    /** How often a flag without a value was given. */
    int times(char flag) {
        return Collections.frequency(arguments.flags, flag);
    }

    /** Whether the answer is to be JSON. */
    boolean json() {
        return arguments.json;
    }

    /** The last value given for a flag. */
    public Optional<String> value(char flag) {
        return arguments.value(flag);
    }

    /** All values given for a flag that may come several times. */
    public List<String> values(char flag) {
        return arguments.values.getOrDefault(flag, new ArrayList<>());
    }

    /** The words that are no flags. */
    public List<String> words() {
        return arguments.words;
    }

    public Optional<String> word(int index) {
        return index < arguments.words.size() ? Optional.of(arguments.words.get(index)) : Optional.empty();
    }

    // ---- what the targets mean -------------------------------------------------------------

    /** The session that a flag's value means; without the flag, the current one. */
    Session session(Mux mux, char flag) throws CommandException {
        return new Targets(mux, scene).session(value(flag));
    }

    /** The window that a flag's value means; without the flag, the current one. */
    Targets.Place window(Mux mux, char flag) throws CommandException {
        return new Targets(mux, scene).window(value(flag));
    }

    /** The pane that a flag's value means; without the flag, the current one. */
    Targets.Place place(Mux mux, char flag) throws CommandException {
        return new Targets(mux, scene).pane(value(flag));
    }

    /** The pane that a flag's value means; without the flag, the marked one, and if none is, the current one. */
    Targets.Place placeOrMarked(Mux mux, char flag) throws CommandException {
        var target = value(flag).or(() -> mux.marked().map(marked -> "{marked}"));
        return new Targets(mux, scene).pane(target);
    }

    Pane pane(Mux mux, char flag) throws CommandException {
        return place(mux, flag).pane();
    }

    /** Where a flag's value says that a window shall go. */
    SlotTargets.Slot slot(Mux mux, char flag) throws CommandException {
        return new SlotTargets(new Targets(mux, scene)).slot(value(flag));
    }

    /** The client that a flag's value means; without the flag, the current one. */
    ClientView client(Mux mux, char flag) throws CommandException {
        return new ClientTargets(mux, scene).client(value(flag));
    }

    /** Formats that speak of the calling client and, until told of another place, of no place. */
    Expand expand() {
        return Expand.of(scene);
    }
}
