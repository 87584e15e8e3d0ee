package io.ccmux.server.loop;

import java.util.List;
import java.util.Optional;

import io.ccmux.server.command.Scene;
import io.ccmux.server.format.ClientFlags;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;

/** Makes the scene in which a command is decided. */
final class Scenes {
    private final Core core;
    private final LiveWorld world;

    Scenes(Core core, LiveWorld world) {
        this.core = core;
        this.world = world;
    }

    /** @param target the pane that counts as the current one, before that of the caller */
    Scene of(CommandQueue queue, Optional<PaneId> target) {
        var origin = queue.origin();
        var client = core.clients().find(origin.client());
        var view = client.map(Client::view).orElseGet(() -> nobody(origin.client()));
        return new Scene(view, core.clients().views(),
                client.map(Client::environment).orElse(core.facts().environment()),
                client.map(Client::directory).orElse("/"), target.or(origin::pane),
                target.flatMap(pane -> place(pane, view)).or(queue::gone), origin.mouse(),
                origin.key(),
                core.outside().micros(), server(), core.modes(), world, queue.around().variables());
    }

    /** The pane, in the session of the client if that has it. */
    private Optional<Scene.Gone> place(PaneId id, ClientView client) {
        var mux = core.mux();
        var holders = mux.find(id).map(pane -> mux.holders(pane.window())).orElse(List.of());
        return holders.stream().filter(session -> client.session().equals(Optional.of(session.id()))).findFirst()
                .or(() -> holders.stream().findFirst()).map(session -> new Scene.Gone(session.id(), id));
    }

    private Scene.ServerView server() {
        var facts = core.facts();
        var server = facts.server();
        return new Scene.ServerView(server.pid(), server.socket(), server.version(), server.startedMicros(),
                facts.zone(),
                facts.shell(), facts.environment(), core.log().messages(), core.jobs().commands(),
                core.log().answers());
    }

    /** A caller that is not there any more, or was never: a hook, the configuration file. */
    private static ClientView nobody(ClientId id) {
        return new ClientView(id, 0, "", "", Optional.empty(), Optional.empty(), new Size(80, 24), 0, 0, "root", false,
                ClientFlags.NONE.with("ignore-size"), true, false, false, ClientView.Outer.UNKNOWN,
                Optional.empty());
    }
}
