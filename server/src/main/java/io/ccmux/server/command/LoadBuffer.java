package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Puts the content of a file into a paste buffer. */
final class LoadBuffer implements Command {
    private static final int BUFFER_BYTES_MAX = 16 * 1024 * 1024;

    @Override
    public Spec spec() {
        return new Spec("load-buffer", "loadb", "[-b buffer-name] [-t target-client] path").taking('w');
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        String path = Paths.absolute(call.expand().text(call.words().getFirst()), call.scene());
        return Decision.NOTHING.await(new Effect.ReadFile(path, BUFFER_BYTES_MAX), (outcome, now) -> switch (outcome) {
            case Outcome.Read(var bytes) -> {
                var filled = Decision.of(BufferFills.of(call, now, bytes));
                yield call.has('w') && bytes.length > 0 ? filled.and(new Effect.Clipboard(bytes)) : filled;
            }
            case Outcome.Failed(var reason) -> throw new CommandException(reason + ": " + path);
            case Outcome.Done done -> Decision.NOTHING;
            case Outcome.Finished finished -> Decision.NOTHING;
            case Outcome.Typed _,Outcome.Reported _ -> Decision.NOTHING;
            case Outcome.Answered answered -> Decision.NOTHING;
        });
    }
}
