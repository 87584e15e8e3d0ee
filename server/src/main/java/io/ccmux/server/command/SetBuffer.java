package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.Mux;

/** Puts text into a paste buffer, or gives a buffer another name. */
final class SetBuffer implements Command {
    @Override
    public Spec spec() {
        return new Spec("set-buffer", "setb", "[-aw] [-b buffer-name] [-n new-buffer-name] [-t target-client] [data]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (call.has('n')) {
            return rename(call, mux);
        }
        if (call.words().isEmpty()) {
            throw new CommandException("no data specified");
        }
        byte[] bytes = call.words().getFirst().getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            return Decision.NOTHING;
        }
        var before = call.value('b').flatMap(mux.buffers()::named);
        byte[] whole = call.has('a') && before.isPresent() ? joined(before.get().bytes(), bytes) : bytes;
        var filled = Decision.of(BufferFills.of(call, mux, whole));
        return call.has('w') ? filled.and(new Effect.Clipboard(whole)) : filled;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static Decision rename(Call call, Mux mux) throws CommandException {
        Optional<Buffers.Buffer> buffer = BufferFills.find(call, mux, "unknown buffer: ");
        String name = call.value('n').orElse("");
        String before = buffer.orElseThrow(() -> new CommandException("no buffer")).name();
        if (name.isEmpty()) {
            throw new CommandException("empty buffer name");
        }
        return name.equals(before) ? Decision.NOTHING : Decision.of(new BufferEvent.Renamed(before, name));
    }
}
