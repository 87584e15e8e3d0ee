package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Session;

/** The clients that are attached, to choose from. */
record ChooseClients(Effect.Mode.ClientList asked) implements ChooseSource {
    private static final Map<String, Deed> DEEDS = Map.of(
            "d", new Deed("detach-client -t '%%'", false, "", false),
            "D", new Deed("detach-client -t '%%'", true, "", false),
            "x", new Deed("detach-client -P -t '%%'", false, "", false),
            "X", new Deed("detach-client -P -t '%%'", true, "", false),
            "z", new Deed("suspend-client -t '%%'", false, "", false),
            "Z", new Deed("suspend-client -t '%%'", true, "", false));

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public List<String> orders() {
        return List.of("name", "size", "creation", "activity");
    }

    @Override
    public Map<String, Deed> deeds() {
        return DEEDS;
    }

    @Override
    public String first(Scene scene) {
        return scene.client(asked.listing().client()).map(ClientView::name).orElse("");
    }

    @Override
    public List<ChooseItem> items(Wanted wanted, Scene scene) {
        var clients = new ArrayList<>(scene.clients());
        clients.removeIf(client -> client.session().isEmpty());
        clients.sort(switch (wanted.order()) {
            case "size" -> Comparator.comparingInt(client -> client.size().columns() * client.size().rows());
            case "creation" -> Comparator.comparingLong(ClientView::createdMicros);
            case "activity" -> Comparator.comparingLong(ClientView::activityMicros).reversed();
            default -> Comparator.comparing(ClientView::name);
        });
        var items = new ArrayList<ChooseItem>();
        for (var client : wanted.reverse() ? clients.reversed() : clients) {
            var subject = Subject.of(scene.world(), client);
            if (wanted.passes(subject)) {
                items.add(new ChooseItem(client.name(), "", 0, client.name(), ChooseSource.expand(asked.listing()
                        .format(), DefaultFormats.CHOOSE_CLIENT, subject),
                        "detach-client -t '" + client.name() + "'"));
            }
        }
        return items;
    }

    @Override
    public ChoosePreview preview(ChooseItem item, Scene scene) {
        var mux = scene.world().mux();
        for (var client : scene.clients()) {
            var session = client.session().flatMap(mux::find).filter(any -> client.name().equals(item.target()));
            var window = session.flatMap(Session::currentWindow).flatMap(mux::find);
            if (window.isPresent()) {
                return new ChoosePreview.Screen(window.get().active(), client, session.get().options());
            }
        }
        return new ChoosePreview.Text(List.of());
    }
}
