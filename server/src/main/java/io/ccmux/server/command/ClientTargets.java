package io.ccmux.server.command;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.SessionId;

/**
 * What the user means by a client, by the rules of tmux's cmd-find.c: its name, or its terminal with or without /dev/.
 */
final class ClientTargets {
    private static final String DEVICES = "/dev/";

    private final Mux mux;
    private final Scene scene;

    ClientTargets(Mux mux, Scene scene) {
        this.mux = mux;
        this.scene = scene;
    }

    /** The client of that name; without one, the current client. */
    ClientView client(Optional<String> target) throws CommandException {
        if (target.isEmpty()) {
            return current().orElseThrow(() -> new CommandException("no current client"));
        }
        String name = target.get().endsWith(":")
                ? target.get().substring(0, target.get().length() - 1)
                : target.get();
        return find(name).orElseThrow(() -> new CommandException("can't find client: " + name));
    }

    Optional<ClientView> find(String name) {
        return attached().stream().filter(client -> isNamed(client, name)).findFirst();
    }

    /** The caller if it is attached; else the client used last of those that show the caller's session. */
    Optional<ClientView> current() {
        if (scene.attached().isPresent()) {
            return scene.attached();
        }
        try {
            return best(new Targets(mux, scene).current().session().id());
        } catch (CommandException nowhere) {
            return Optional.empty();
        }
    }

    /** The client used last of those that show a session; of all, if none shows it. */
    private Optional<ClientView> best(SessionId session) {
        var all = attached();
        var there = all.stream().filter(client -> client.session().equals(Optional.of(session))).toList();
        return (there.isEmpty() ? all : there).stream().max(Comparator.comparingLong(ClientView::activityMicros));
    }

    private List<ClientView> attached() {
        return scene.clients().stream().filter(client -> client.session().isPresent()).toList();
    }

    private static boolean isNamed(ClientView client, String name) {
        String terminal = client.terminal();
        return client.name().equals(name) || !terminal.isEmpty() && terminal.equals(name)
                || terminal.startsWith(DEVICES) && terminal.substring(DEVICES.length()).equals(name);
    }
}
