package io.ccmux.server.command;

import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Mux;

/** Forgets a paste buffer. */
final class DeleteBuffer implements Command {
    @Override
    public Spec spec() {
        return new Spec("delete-buffer", "deleteb", "[-b buffer-name]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var buffer = BufferFills.find(call, mux, "unknown buffer: ")
                .orElseThrow(() -> new CommandException("no buffer"));
        return Decision.of(new BufferEvent.Removed(buffer.name()));
    }
}
