package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;

/** Types keys and text into a pane, or gives a command to its mode. */
final class SendKeys implements Command {
    private static final int REPEAT_MAX = 100_000;

    @Override
    public Spec spec() {
        return new Spec("send-keys", "send",
                "[-FHKlMRX] [-c target-client] [-N repeat-count] [-t target-pane] [key ...]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var pane = call.pane(mux, 't');
        boolean mode = !call.scene().modes().mode(pane.id()).isEmpty();
        int count = call.has('N') ? Numbers.within(call.value('N').orElse(""), 1, REPEAT_MAX, "repeat count ") : 1;
        if (call.has('X') || mode && call.has('N') && call.words().isEmpty()) {
            return modeCommand(call, mux, mode, count);
        }
        if (call.has('M')) {
            var under = call.scene().mouse().flatMap(Scene.MousePlace::pane)
                    .orElseThrow(() -> new CommandException("no mouse target"));
            return Decision.of(new Effect.PassMouse(under));
        }
        var decision = call.has('R') ? Decision.of(new PaneEvent.Reset(pane.id())) : Decision.NOTHING;
        var typed = new Typed(call);
        for (int i = 0; i < count; i++) {
            typed.add();
        }
        if (call.has('K')) {
            return decision.and(new Effect.PressKeys(call.client(mux, 'c').id(), typed.keys()));
        }
        return decision.and(Typing.into(pane, typed.pieces(), call.scene(), mux));
    }

    private static Decision modeCommand(Call call, Mux mux, boolean mode, int count) throws CommandException {
        if (!mode) {
            throw new CommandException("not in a mode");
        }
        var place = call.place(mux, 't');
        var expand = call.expand().at(place);
        var words = call.words().stream().map(word -> call.has('F') ? expand.text(word) : word).toList();
        var client = call.scene().attached().map(ClientView::id);
        return Decision.of(new Effect.ModeCommand(place.pane().id(), client, words, call.has('N') ? count : 0,
                call.scene().mouse()));
    }

    /** What the words say: named keys, or text where they name none or none should be read. */
    private static final class Typed {
        private final Call call;
        private final List<Typing.Piece> pieces = new ArrayList<>();

        Typed(Call call) {
            this.call = call;
        }

        List<Typing.Piece> pieces() {
            return pieces;
        }

        List<Key> keys() {
            return pieces.stream().flatMap(piece -> piece.keys().stream()).toList();
        }

        void add() {
            if (call.words().isEmpty() && !call.has('N') && !call.has('R')) {
                Key.parse(call.scene().key()).ifPresent(key -> pieces.add(new Typing.Named(key)));
            }
            for (String word : call.words()) {
                if (call.has('H')) {
                    hexadecimal(word).ifPresent(value -> pieces.add(new Typing.Byte(value)));
                    continue;
                }
                var key = call.has('l') ? Optional.<Key>empty() : Key.parse(word).filter(Typed::isTyped);
                pieces.add(key.<Typing.Piece>map(Typing.Named::new).orElseGet(() -> new Typing.Text(word)));
            }
        }

        private static boolean isTyped(Key key) {
            return !key.equals(Key.NONE);
        }

        private static Optional<Integer> hexadecimal(String word) {
            try {
                int value = Integer.parseInt(word, 16);
                return value < 0 || value > 0xff ? Optional.empty() : Optional.of(value);
            } catch (NumberFormatException none) {
                return Optional.empty();
            }
        }
    }
}
