package io.ccmux.server.command;

import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Variables;
import io.ccmux.server.mux.Mux;

/** Lists the clients that are attached. */
final class ListClients implements Command {
    private static final Map<String, Comparator<ClientView>> ORDERS = Map.of(
            "name", Comparator.comparing(ClientView::name),
            "creation", Comparator.comparingLong(ClientView::createdMicros).reversed(),
            "activity", Comparator.comparingLong(ClientView::activityMicros).reversed(),
            "size", Comparator.comparingInt(client -> client.size().columns() * client.size().rows()));

    @Override
    public Spec spec() {
        return new Spec("list-clients", "lsc", "[-r] [-F format] [-f filter] [-O order] [-t target-session]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var only = call.has('t') ? Optional.of(call.session(mux, 't').id()) : Optional.empty();
        var clients = call.scene().clients().stream().filter(client -> client.session().isPresent())
                .filter(client -> only.isEmpty() || client.session().equals(only)).toList();
        return Output.list(call, DefaultFormats.LIST_CLIENTS, Variables.Kind.CLIENT,
                Output.sorted(call, clients, ORDERS).stream()
                        .map(client -> call.expand().at(client)).toList());
    }
}
