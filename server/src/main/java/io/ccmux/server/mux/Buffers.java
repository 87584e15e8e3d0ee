package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The stack of paste buffers, the newest on top. Names are unique; those that nobody chose are {@code bufferN}. */
public final class Buffers {
    static final int PIECE_BYTES = 256 * 1024;

    /** A text that can be pasted. */
    public record Buffer(String name, byte[] bytes, boolean automatic, long createdMicros) {}

    private final SequencedMap<String, Buffer> byName = new LinkedHashMap<>();
    private int next;

    /** From the top down. */
    public List<Buffer> all() {
        return List.copyOf(byName.reversed().values());
    }

    public Optional<Buffer> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The newest buffer that was not given a name by the user. */
    public Optional<Buffer> top() {
        return byName.reversed().values().stream().filter(Buffer::automatic).findFirst();
    }

    /** The name that the next automatic buffer gets. */
    public String nextName() {
        return "buffer" + next;
    }

    /** A name that begins with a prefix and that no buffer has. */
    public String nextName(String prefix) {
        int number = next;
        while (byName.containsKey(prefix + number)) {
            number++;
        }
        return prefix + number;
    }

    int next() {
        return next;
    }

    void next(int number) {
        next = number;
    }

    /** Events may speak of buffers that were filled while that was not journaled. */
    void apply(BufferEvent event) {
        switch (event) {
            case BufferEvent.Filled filled -> {
                byName.remove(filled.name());
                byName.put(filled.name(), new Buffer(filled.name(), filled.bytes(), filled.automatic(),
                        filled.createdMicros()));
                if (filled.automatic() && filled.name().equals(nextName())) {
                    next++;
                }
            }
            case BufferEvent.Appended more -> byName.compute(more.name(), (name, before) -> before == null
                    ? new Buffer(name, more.bytes(), false, 0)
                    : joined(before, more.bytes()));
            case BufferEvent.Renamed renamed -> named(renamed.name()).ifPresent(before -> {
                byName.remove(before.name());
                byName.put(renamed.other(), new Buffer(renamed.other(), before.bytes(), false, before.createdMicros()));
            });
            case BufferEvent.Removed removed -> byName.remove(removed.name());
        }
    }

    private static Buffer joined(Buffer before, byte[] more) {
        var bytes = Arrays.copyOf(before.bytes(), before.bytes().length + more.length);
        System.arraycopy(more, 0, bytes, before.bytes().length, more.length);
        return new Buffer(before.name(), bytes, before.automatic(), before.createdMicros());
    }

    /** The events that fill a buffer with a text of any size, each small enough for one record. */
    public static List<Event> filling(String name, byte[] bytes, boolean automatic,
            long createdMicros) {
        var events = new ArrayList<Event>();
        int first = Math.min(bytes.length, PIECE_BYTES);
        events.add(new BufferEvent.Filled(name, Arrays.copyOf(bytes, first), automatic, createdMicros));
        for (int from = first; from < bytes.length; from += PIECE_BYTES) {
            int to = Math.min(bytes.length, from + PIECE_BYTES);
            events.add(new BufferEvent.Appended(name, Arrays.copyOfRange(bytes, from, to)));
        }
        return events;
    }

    /** The events that fill the present ones again, for any thread. */
    Supplier<Stream<Event>> events() {
        var present = List.copyOf(byName.values());
        return () -> present.stream().flatMap(buffer -> filling(buffer.name(), buffer.bytes(), buffer.automatic(),
                buffer.createdMicros()).stream());
    }
}
