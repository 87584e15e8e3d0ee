package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Takes a window out of one session; with {@code -k} also if no other holds it. */
final class UnlinkWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("unlink-window", "unlinkw", "[-k] [-t target-window]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.window(mux, 't');
        var group = mux.group(place.session());
        boolean elsewhere = mux.holders(place.window().id()).stream().anyMatch(holder -> !group.contains(holder));
        boolean twice = place.session().windows().values().stream().filter(place.window().id()::equals).count() > 1;
        if (!call.has('k') && !elsewhere && !twice) {
            throw new CommandException("window only linked to one session");
        }
        return Decision.of(Closing.link(mux, place.session(), place.index()));
    }
}
