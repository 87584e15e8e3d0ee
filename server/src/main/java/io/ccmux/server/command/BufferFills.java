package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;

/** How paste buffers come to be: named ones stay, automatic ones make room for newer ones. */
public final class BufferFills {
    private BufferFills() {}

    /** A new buffer on top of the stack under the next automatic name; the oldest automatic ones go. */
    public static List<Event> automatic(Mux mux, byte[] bytes, long micros) {
        return automatic(mux, "", bytes, micros);
    }

    /** The same, under a name that begins with a prefix; empty for the usual one. */
    public static List<Event> automatic(Mux mux, String prefix, byte[] bytes, long micros) {
        if (bytes.length == 0) {
            return List.of();
        }
        var events = new ArrayList<Event>();
        var old = mux.buffers().all().stream().filter(Buffers.Buffer::automatic).toList();
        int kept = mux.serverOptions().number("buffer-limit") - 1;
        old.stream().skip(kept).forEach(buffer -> events.add(new BufferEvent.Removed(buffer.name())));
        events.addAll(
                Buffers.filling(prefix.isEmpty() ? mux.buffers().nextName() : mux.buffers().nextName(prefix), bytes,
                        true, micros));
        return events;
    }

    /** The buffer that -b names, or without that a new automatic one. */
    static List<Event> of(Call call, Mux mux, byte[] bytes) throws CommandException {
        long micros = call.scene().micros();
        var name = call.value('b');
        if (name.isEmpty()) {
            return automatic(mux, bytes, micros);
        }
        if (name.get().isEmpty()) {
            throw new CommandException("empty buffer name");
        }
        return bytes.length == 0 ? List.of() : Buffers.filling(name.get(), bytes, false, micros);
    }

    /** The buffer that -b names, else the newest automatic one; empty if there is none of those. */
    static Optional<Buffers.Buffer> find(Call call, Mux mux, String missing) throws CommandException {
        var name = call.value('b');
        if (name.isEmpty()) {
            return mux.buffers().top();
        }
        return Optional.of(mux.buffers().named(name.get())
                .orElseThrow(() -> new CommandException(missing + name.get())));
    }
}
