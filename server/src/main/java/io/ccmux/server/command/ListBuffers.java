package io.ccmux.server.command;

import java.util.Comparator;
import java.util.Map;

import io.ccmux.server.format.BufferVariables;
import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Variables;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.Mux;

/** Prints the paste buffers, the newest first. */
final class ListBuffers implements Command {
    private static final Map<String, Comparator<Buffers.Buffer>> ORDERS = Map.of(
            "name", Comparator.comparing(Buffers.Buffer::name),
            "size", Comparator.comparing(buffer -> buffer.bytes().length));

    @Override
    public Spec spec() {
        return new Spec("list-buffers", "lsb", "[-F format] [-f filter] [-O order]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var sorted = Output.sorted(call, mux.buffers().all(), ORDERS);
        return Output.list(call, DefaultFormats.LIST_BUFFERS, Variables.Kind.BUFFER,
                sorted.stream().map(buffer -> call.expand().with(
                        BufferVariables.of(buffer))).toList());
    }
}
