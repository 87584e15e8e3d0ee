package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Writes a paste buffer to a file. */
final class SaveBuffer implements Command {
    @Override
    public Spec spec() {
        return new Spec("save-buffer", "saveb", "[-a] [-b buffer-name] path");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var buffer = BufferFills.find(call, mux, "no buffer ").orElseThrow(() -> new CommandException("no buffers"));
        String path = Paths.absolute(call.expand().text(call.words().getFirst()), call.scene());
        return Decision.NOTHING.await(new Effect.WriteFile(path, buffer.bytes(), call.has('a')), (outcome, now) -> {
            if (outcome instanceof Outcome.Failed(var reason)) {
                throw new CommandException(reason + ": " + path);
            }
            return Decision.NOTHING;
        });
    }
}
