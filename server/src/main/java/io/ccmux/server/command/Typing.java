package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;

/** Turns what is to be typed into a pane into effects; panes that are synchronised with it get the same. */
final class Typing {
    /** Something to type. */
    sealed interface Piece {
        List<Key> keys();
    }

    record Named(Key key) implements Piece {
        @Override
        public List<Key> keys() {
            return List.of(key);
        }
    }

    /** Characters as they are. */
    record Text(String text) implements Piece {
        @Override
        public List<Key> keys() {
            return text.codePoints().mapToObj(Key::of).toList();
        }
    }

    /** A byte as it is. */
    record Byte(int value) implements Piece {
        @Override
        public List<Key> keys() {
            return List.of(Key.of(value));
        }
    }

    private Typing() {}

    static Decision into(Pane pane, List<Piece> pieces, Scene scene, Mux mux) {
        var decision = Decision.NOTHING;
        if (pieces.isEmpty()) {
            return decision;
        }
        for (var target : targets(pane, scene, mux)) {
            for (var effect : effects(target, pieces, scene)) {
                decision = decision.and(effect);
            }
        }
        return decision;
    }

    /** The pane, and if it is synchronised and in no mode, those of its window that are so too. */
    private static List<Pane> targets(Pane pane, Scene scene, Mux mux) {
        if (!synchronised(pane, scene)) {
            return List.of(pane);
        }
        var targets = new ArrayList<Pane>();
        targets.add(pane);
        mux.window(pane.window()).panes().stream().filter(id -> !id.equals(pane.id())).map(mux::pane)
                .filter(other -> synchronised(other, scene)).forEach(targets::add);
        return targets;
    }

    private static boolean synchronised(Pane pane, Scene scene) {
        return pane.options().flag("synchronize-panes") && scene.modes().mode(pane.id()).isEmpty();
    }

    private static List<Effect> effects(Pane pane, List<Piece> pieces, Scene scene) {
        if (!scene.modes().mode(pane.id()).isEmpty()) {
            return List.of(new Effect.TypeKeys(pane.id(), pieces.stream().flatMap(piece -> piece.keys().stream())
                    .toList()));
        }
        if (!pane.inputEnabled() || pane.dead()) {
            return List.of();
        }
        return pieces.stream().<Effect>map(piece -> switch (piece) {
            case Named(var key) -> new Effect.TypeKeys(pane.id(), List.of(key));
            case Text(var text) -> new Effect.Write(pane.id(), text.getBytes(StandardCharsets.UTF_8));
            case Byte(var value) -> new Effect.Write(pane.id(), new byte[]{(byte) value});
        }).toList();
    }
}
