package io.ccmux.server.command;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Variables;
import io.ccmux.server.mux.Mux;

/** Lists the panes of a window, of a session, or all. */
final class ListPanes implements Command {
    private static final Map<String, Comparator<Targets.Place>> ORDERS = Map.of(
            "index", Comparator.comparing(place -> place.pane().id()),
            "creation", Comparator.comparing(place -> place.pane().id()),
            "name", Comparator.comparing(place -> place.pane().terminal().title()),
            "title", Comparator.comparing(place -> place.pane().terminal().title()),
            "size", Comparator.comparingInt(place -> place.pane().size().columns() * place.pane().size().rows()));

    @Override
    public Spec spec() {
        return new Spec("list-panes", "lsp", "[-asr] [-F format] [-f filter] [-O order] [-t target-window]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        String format = call.has('a')
                ? DefaultFormats.LIST_ALL_PANES
                : call.has('s') ? DefaultFormats.LIST_SESSION_PANES : DefaultFormats.LIST_PANES;
        return Output.list(call, format, Variables.Kind.PANE, Output.sorted(call, panes(call, mux), ORDERS).stream()
                .map(place -> call.expand().at(place)).toList());
    }

    private static List<Targets.Place> panes(Call call, Mux mux) throws CommandException {
        if (call.has('a')) {
            return Lists.sessions(mux).stream().flatMap(session -> Lists.windows(mux, session))
                    .flatMap(window -> Lists.panes(mux, window)).toList();
        }
        return call.has('s')
                ? Lists.windows(mux, call.session(mux, 't')).flatMap(window -> Lists.panes(mux, window)).toList()
                : Lists.panes(mux, call.window(mux, 't')).toList();
    }
}
