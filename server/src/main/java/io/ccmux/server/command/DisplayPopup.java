package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;

/** Shows a client a box over its screen with a program in it, which is no pane. */
final class DisplayPopup implements Command {
    @Override
    public Spec spec() {
        return new Spec("display-popup", "popup", "[-BCEkN] [-b border-lines] [-c target-client] "
                + "[-d start-directory] [-e environment] [-h height] [-s style] [-S border-style] [-t target-pane] "
                + "[-T title] [-w width] [-x position] [-y position] [shell-command [argument ...]]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 'c');
        if (call.has('C')) {
            return Decision.of(new Effect.Uncover(client.id()));
        }
        var place = call.place(mux, 't');
        var expand = call.expand().at(place);
        var launch = new Recipes(mux, call.scene(), Optional.of(place.session())).launch(call, 'd');
        var shown = new Effect.ShowPopup(client.id(), place.pane().id(), popup(call, client, place, expand), launch);
        return Decision.NOTHING.await(shown, (outcome, now) -> outcome instanceof Outcome.Finished(int status, var none)
                ? Decision.of(new Effect.Exit(status))
                : Decision.NOTHING);
    }

    private static Effect.Popup popup(Call call, ClientView client, Targets.Place place, Expand expand)
            throws CommandException {
        var options = place.window().options();
        var size = client.size();
        int columns = call.has('w')
                ? Cells.of(expand.text(call.value('w').orElse("")), 1, Integer.MAX_VALUE, size.columns(), "width ")
                : size.columns() / 2;
        int rows = call.has('h')
                ? Cells.of(expand.text(call.value('h').orElse("")), 1, Integer.MAX_VALUE, size.rows(), "height ")
                : size.rows() / 2;
        return new Effect.Popup(call.value('T').map(expand::timed).orElse(""), BoxLooks.of(call, options, "popup"),
                new Effect.BoxPlace(call.value('x').map(text -> BoxLooks.position(text, expand)).orElse("C"),
                        call.value('y').map(text -> BoxLooks.position(text, expand)).orElse("C"), Math.max(1, columns),
                        Math.max(1, rows)),
                closing(call));
    }

    private static Effect.Closing closing(Call call) {
        if (call.has('N')) {
            return Effect.Closing.BY_ESCAPE;
        }
        int ends = call.times('E');
        return ends > 1
                ? Effect.Closing.ON_SUCCESS
                : ends == 1
                        ? Effect.Closing.ON_EXIT
                        : call.has('k')
                                ? Effect.Closing.BY_ANY_KEY
                                : Effect.Closing.BY_ESCAPE;
    }
}
