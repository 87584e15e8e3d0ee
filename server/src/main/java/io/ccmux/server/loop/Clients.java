package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.SessionId;

/** All connected clients in the order of their arrival. */
final class Clients {
    private final Map<ClientId, Client> byId = new LinkedHashMap<>();

    void add(Client client) {
        byId.put(client.id(), client);
    }

    Optional<Client> remove(ClientId id) {
        return Optional.ofNullable(byId.remove(id));
    }

    Optional<Client> find(ClientId id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Client> all() {
        return new ArrayList<>(byId.values());
    }

    List<Client> attached() {
        return byId.values().stream().filter(client -> client.session().isPresent()).toList();
    }

    List<Client> attached(SessionId session) {
        return byId.values().stream().filter(client -> client.session().equals(Optional.of(session))).toList();
    }

    /** Whether no other attached client was used later than this one. */
    boolean latest(Client client) {
        return byId.values().stream().filter(other -> other.session().isPresent())
                .allMatch(other -> other.activityMicros() <= client.activityMicros());
    }

    /** All clients as commands and formats see them, those that only run a command too. */
    List<ClientView> views() {
        return byId.values().stream().map(Client::view).toList();
    }
}
