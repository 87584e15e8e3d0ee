package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;

/** Lets a client go, those of a session, or all others. */
final class DetachClient implements Command {
    @Override
    public Spec spec() {
        return new Spec("detach-client", "detach", "[-aP] [-E shell-command] [-s target-session] [-t target-client]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var decision = Decision.NOTHING;
        for (var client : clients(call, mux)) {
            decision = decision.and(new Effect.Detach(client.id(), call.has('P'), call.value('E').orElse("")));
        }
        return decision;
    }

    private static List<ClientView> clients(Call call, Mux mux) throws CommandException {
        var target = call.client(mux, 't');
        if (call.has('s')) {
            return new Targets(mux, call.scene()).nearest(call.value('s').map(name -> name + ":"))
                    .map(place -> Attaching.showing(call.scene(), place.session().id())).orElse(List.of());
        }
        return call.has('a')
                ? call.scene().clients().stream().filter(client -> client.session().isPresent())
                        .filter(client -> !client.id().equals(target.id())).toList()
                : List.of(target);
    }
}
