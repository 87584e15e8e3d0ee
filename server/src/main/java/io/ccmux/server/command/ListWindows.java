package io.ccmux.server.command;

import java.util.Comparator;
import java.util.Map;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Variables;
import io.ccmux.server.mux.Mux;

/** Lists the windows of a session, or of all. */
final class ListWindows implements Command {
    private static final Map<String, Comparator<Targets.Place>> ORDERS = Map.of(
            "index", Comparator.comparingInt(Targets.Place::index),
            "name", Comparator.comparing(place -> place.window().name()),
            "creation", Comparator.<Targets.Place>comparingLong(place -> place.window().createdMicros()).reversed(),
            "size", Comparator.comparingInt(place -> place.window().size().columns() * place.window().size().rows()));

    @Override
    public Spec spec() {
        return new Spec("list-windows", "lsw", "[-ar] [-F format] [-f filter] [-O order] [-t target-session]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var windows = call.has('a')
                ? Lists.sessions(mux).stream().flatMap(session -> Lists.windows(mux, session)).toList()
                : Lists.windows(mux, call.session(mux, 't')).toList();
        return Output.list(call, call.has('a') ? DefaultFormats.LIST_ALL_WINDOWS : DefaultFormats.LIST_WINDOWS,
                Variables.Kind.WINDOW,
                Output.sorted(call, windows, ORDERS).stream().map(place -> call.expand().atWindow(place)).toList());
    }
}
