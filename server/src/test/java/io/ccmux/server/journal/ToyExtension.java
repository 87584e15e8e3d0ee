package io.ccmux.server.journal;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.persistence.RecordType;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.ExtensionState;
import io.ccmux.server.mux.SessionEvent;

/** An extension that counts points: its state is who has how many. */
public final class ToyExtension implements RecordExtension {
    /** Somebody made points. */
    public record Scored(String who, int points) {}

    /** Who has how many, in the order in which they first scored. */
    public static final class Scores implements ExtensionState {
        private final List<Scored> scores = new ArrayList<>();

        @Override
        public boolean takes(Object record) {
            return record instanceof Scored;
        }

        @Override
        public void apply(Object record, long micros) {
            var scored = (Scored) record;
            for (int i = 0; i < scores.size(); i++) {
                if (scores.get(i).who().equals(scored.who())) {
                    scores.set(i, new Scored(scored.who(), scores.get(i).points() + scored.points()));
                    return;
                }
            }
            scores.add(scored);
        }

        /** A point for every new name of a session. */
        @Override
        public List<Object> remember(Event event, long micros) {
            return event instanceof SessionEvent.Renamed renamed ? List.of(new Scored(renamed.name(), 1)) : List.of();
        }

        @Override
        public List<Object> records() {
            return List.copyOf(scores);
        }
    }

    @Override
    public List<RecordType<?>> types() {
        return List.of(new RecordType<>(201, 1, Scored.class, true, (scored, out) -> {
            out.text(scored.who());
            out.varint(scored.points());
        }, in -> new Scored(in.text(), in.varint())));
    }

    @Override
    public ExtensionState begin() {
        return new Scores();
    }
}
