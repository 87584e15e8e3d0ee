package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.mux.Mux;

/** Closes a window wherever it is linked, or all others of the session. */
final class KillWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("kill-window", "killw", "[-a] [-t target-window]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.window(mux, 't');
        var window = place.window().id();
        if (!call.has('a')) {
            return Decision.of(Closing.windows(mux, List.of(window)));
        }
        var windows = place.session().windows().values();
        boolean twice = windows.stream().filter(window::equals).count() > 1;
        var gone = windows.stream().distinct().filter(other -> twice && windows.size() > 1 || !other.equals(window))
                .toList();
        return gone.isEmpty() ? Decision.NOTHING : Decision.of(Closing.others(mux, gone));
    }
}
