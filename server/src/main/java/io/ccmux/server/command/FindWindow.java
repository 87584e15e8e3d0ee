package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Shows the windows whose name, title or content matches, to choose from. */
final class FindWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("find-window", "findw", "[-CiNrTZ] [-t target-pane] match-string");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        var usual = Choose.listing(call, mux, place);
        var listing = new Effect.Listing(usual.client(), "", filter(call), "", "", false, true, usual.unzooms());
        return Choose.enter(call, mux, place, new Effect.Mode.Tree(listing, false, false, false,
                "switch-client -Zt '%%'"));
    }

    private static String filter(Call call) {
        boolean all = !call.has('C') && !call.has('N') && !call.has('T');
        String suffix = (call.has('r') || call.has('i') ? "/" : "") + (call.has('r') ? "r" : "")
                + (call.has('i') ? "i" : "");
        String star = call.has('r') ? "" : "*";
        String word = call.words().getFirst();
        String matching = "#{m" + suffix + ":" + star + word + star + ",";
        String filter = "";
        if (all || call.has('T')) {
            filter = matching + "#{pane_title}}";
        }
        if (all || call.has('N')) {
            filter = either(matching + "#{window_name}}", filter);
        }
        return all || call.has('C') ? either("#{C" + suffix + ":" + word + "}", filter) : filter;
    }

    private static String either(String one, String other) {
        return other.isEmpty() ? one : "#{||:" + one + "," + other + "}";
    }
}
