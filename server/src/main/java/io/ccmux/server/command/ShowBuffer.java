package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;

import io.ccmux.server.mux.Mux;

/** Prints a paste buffer as it is. */
final class ShowBuffer implements Command {
    @Override
    public Spec spec() {
        return new Spec("show-buffer", "showb", "[-b buffer-name]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var buffer = BufferFills.find(call, mux, "no buffer ").orElseThrow(() -> new CommandException("no buffers"));
        return call.scene().attached().isPresent()
                ? Decision.print(new String(buffer.bytes(), StandardCharsets.UTF_8))
                : Decision.of(new Effect.PrintBytes(buffer.bytes()));
    }
}
