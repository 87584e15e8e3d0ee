package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Mux;

/** Shows a client a menu, each item of which runs a command. */
final class DisplayMenu implements Command {
    @Override
    public Spec spec() {
        return new Spec("display-menu", "menu", "[-MO] [-b border-lines] [-c target-client] [-C starting-choice] "
                + "[-H selected-style] [-s style] [-S border-style] [-t target-pane] [-T title] [-x position] "
                + "[-y position] name [key] [command] ...");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 'c');
        var place = call.place(mux, 't');
        var expand = call.expand().at(place);
        var items = items(call, expand);
        if (items.isEmpty()) {
            return Decision.NOTHING;
        }
        int choice = !call.has('C')
                ? 0
                : call.value('C').orElse("").equals("-")
                        ? -1
                        : Numbers.within(call.value('C').orElse(""), 0, Integer.MAX_VALUE, "starting choice ");
        var options = place.window().options();
        var menu = new Effect.Menu(call.value('T').map(expand::timed).orElse(""), items,
                BoxLooks.of(call, options, "menu"), BoxLooks.value(call, 'H', "menu-selected-style", options),
                new Effect.BoxPlace(call.value('x').map(text -> BoxLooks.position(text, expand)).orElse("C"),
                        call.value('y').map(text -> BoxLooks.position(text, expand)).orElse("C"), 0, 0),
                Math.min(choice, items.size() - 1), call.has('O'), call.has('M') || call.scene().mouse().isPresent());
        return Decision.of(new Effect.ShowMenu(client.id(), place.pane().id(), menu));
    }

    /** Names and commands are formats; an item whose name says nothing is left out, and a line that parts nothing. */
    private static List<Effect.Menu.Item> items(Call call, Expand expand) throws CommandException {
        var items = new ArrayList<Effect.Menu.Item>();
        var words = call.words();
        int i = 0;
        while (i < words.size()) {
            String name = words.get(i++);
            if (name.isEmpty()) {
                if (!items.isEmpty() && !items.getLast().name().isEmpty()) {
                    items.add(new Effect.Menu.Item("", "", ""));
                }
                continue;
            }
            if (words.size() - i < 2) {
                throw new CommandException("not enough arguments");
            }
            String key = words.get(i++);
            String command = words.get(i++);
            String shown = expand.text(name);
            if (!shown.isEmpty()) {
                items.add(new Effect.Menu.Item(shown, key, expand.text(command)));
            }
        }
        return items;
    }
}
