package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.mux.Mux;

/** Writes a session's windows and panes to a file of commands that makes them again, or runs such a file. */
final class LayoutFile implements Command {
    @Override
    public Spec spec() {
        return new Spec("layout", "", "[-t target-session] save|load file");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        String path = Paths.absolute(call.words().getLast(), call.scene());
        return switch (call.words().getFirst()) {
            case "save" -> save(path, new LayoutScript(mux, call.session(mux, 't')).text());
            case "load" -> Decision.of(new Effect.RunNext(
                    new CommandLines(mux, call.scene()).words(List.of("source-file", path)), Optional.empty()));
            default -> throw new CommandException("neither save nor load: " + call.words().getFirst());
        };
    }

    private static Decision save(String path, String text) {
        return Decision.NOTHING.await(
                new Effect.WriteFile(path, text.getBytes(StandardCharsets.UTF_8), false),
                (outcome, now) -> outcome instanceof Outcome.Failed(var reason)
                        ? Decision.of(new Effect.Complain(reason + ": " + path))
                        : Decision.NOTHING);
    }
}
