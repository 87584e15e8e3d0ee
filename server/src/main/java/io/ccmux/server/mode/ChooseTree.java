package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.render.StyleParser;
import io.ccmux.server.terminal.Style;

/** Sessions, their windows and the panes of those, to choose from. */
record ChooseTree(Effect.Mode.Tree asked) implements ChooseSource {
    private static final Map<String, Deed> DEEDS = Map.of(
            "x", new Deed("", false, "Kill %%? ", false),
            "X", new Deed("", true, "Kill %% tagged? ", false),
            "m", new Deed("select-pane -m -t '%%'", false, "", false),
            "M", new Deed("select-pane -M", false, "", false));

    @Override
    public int depth() {
        return asked.sessions() ? 0 : asked.windows() ? 1 : 2;
    }

    @Override
    public List<String> orders() {
        return List.of("index", "name", "time");
    }

    @Override
    public Map<String, Deed> deeds() {
        return DEEDS;
    }

    @Override
    public String first(Scene scene) {
        var session = scene.client(asked.listing().client()).flatMap(client -> client.session())
                .flatMap(scene.world().mux()::find);
        return session.map(current -> switch (depth()) {
            case 0 -> target(current);
            case 1 -> target(current, current.current());
            default -> target(current, current.current()) + scene.world().mux()
                    .window(current.currentWindow().orElseThrow()).active();
        }).orElse("");
    }

    private static String target(Session session) {
        return "=" + session.name() + ":";
    }

    private static String target(Session session, int index) {
        return target(session) + index + ".";
    }

    // ---- the lines -------------------------------------------------------------------------

    @Override
    public List<ChooseItem> items(Wanted wanted, Scene scene) {
        var sessions = new ArrayList<>(scene.world().mux().sessions());
        sessions.removeIf(session -> !listed(session, scene));
        sessions.sort(switch (wanted.order()) {
            case "name" -> Comparator.comparing(Session::name);
            case "time" -> Comparator.comparingLong(Session::attachedMicros).reversed();
            default -> Comparator.comparing(Session::id);
        });
        var items = new ArrayList<ChooseItem>();
        for (var session : wanted.reverse() ? sessions.reversed() : sessions) {
            var windows = windows(wanted, scene, session);
            if (!windows.isEmpty()) {
                var subject = Subject.of(scene.world(), session).with(Map.of("session_format", "1"));
                items.add(new ChooseItem(target(session), "", 0, session.name(), text(subject),
                        "kill-session -t '" + target(session) + "'"));
                items.addAll(windows);
            }
        }
        return items;
    }

    /** Of a group one session stands for all, the client's own if it is one of them, unless all are wanted. */
    private boolean listed(Session session, Scene scene) {
        if (asked.grouped() || session.group().isEmpty()) {
            return true;
        }
        var group = scene.world().mux().group(session);
        var own = scene.client(asked.listing().client()).flatMap(client -> client.session());
        return group.stream().filter(member -> own.filter(member.id()::equals).isPresent()).findFirst()
                .orElse(group.getFirst()).id().equals(session.id());
    }

    private String text(Subject subject) {
        return ChooseSource.expand(asked.listing().format(), DefaultFormats.CHOOSE_TREE, subject);
    }

    private List<ChooseItem> windows(Wanted wanted, Scene scene, Session session) {
        var mux = scene.world().mux();
        var indexes = new ArrayList<>(session.windows().keySet());
        switch (wanted.order()) {
            case "name" -> indexes.sort(Comparator.comparing(index -> mux.window(session.windows().get(index)).name()));
            case "time" -> indexes.sort(Comparator.<Integer>comparingLong(index -> mux.window(session.windows()
                    .get(index)).createdMicros()).reversed());
            default -> {
                // they are in this order
            }
        }
        var items = new ArrayList<ChooseItem>();
        for (int index : wanted.reverse() ? indexes.reversed() : indexes) {
            var panes = panes(wanted, scene, session, index);
            if (!panes.isEmpty()) {
                var subject = Subject.of(scene.world(), session, index).with(Map.of("window_format", "1"));
                items.add(new ChooseItem(target(session, index), target(session), 1, Integer.toString(index),
                        text(subject), "kill-window -t '" + target(session, index) + "'"));
                if (scene.world().mux().window(session.windows().get(index)).panes().size() > 1) {
                    items.addAll(panes);
                }
            }
        }
        return items;
    }

    private List<ChooseItem> panes(Wanted wanted, Scene scene, Session session, int index) {
        var items = new ArrayList<ChooseItem>();
        var mux = scene.world().mux();
        var window = mux.window(session.window(index).orElseThrow());
        String parent = target(session, index);
        for (int at = 0; at < window.panes().size(); at++) {
            var id = window.panes().get(at);
            var subject = Subject.of(scene.world(), session, index, mux.pane(id)).with(Map.of("pane_format", "1"));
            if (wanted.passes(subject)) {
                int number = at + window.options().number("pane-base-index");
                items.add(new ChooseItem(parent + id, parent, 2, Integer.toString(number), text(subject),
                        "kill-pane -t '" + parent + id + "'"));
            }
        }
        return wanted.reverse() ? items.reversed() : items;
    }

    // ---- what they are ---------------------------------------------------------------------

    @Override
    public String called(ChooseItem item) {
        return List.of("session ", "window ", "pane ").get(item.depth()) + item.name();
    }

    @Override
    public ChoosePreview preview(ChooseItem item, Scene scene) {
        var mux = scene.world().mux();
        String name = item.target().substring(1, item.target().indexOf(':'));
        String rest = item.target().substring(item.target().indexOf(':') + 1);
        var session = mux.sessionNamed(name);
        if (session.isEmpty()) {
            return new ChoosePreview.Text(List.of());
        }
        if (rest.isEmpty()) {
            return windowsOf(session.get(), scene);
        }
        int index = Integer.parseInt(rest.substring(0, rest.indexOf('.')));
        var window = session.get().window(index).flatMap(mux::find);
        if (window.isEmpty()) {
            return new ChoosePreview.Text(List.of());
        }
        var panes = item.depth() == 2
                ? List.of(new PaneId(Integer.parseInt(rest.substring(rest.indexOf('%') + 1))))
                : window.get().panes();
        var screens = panes.stream().flatMap(pane -> mux.find(pane).stream()).map(pane -> labelled(pane.id(),
                Subject.of(scene.world(), session.get(), index, pane).with(Map.of("pane_format", "1")), pane.options()
                        .string("tree-mode-preview-format"),
                item.depth() == 1)).toList();
        return new ChoosePreview.Screens(screens, Math.max(0, panes.indexOf(window.get().active())));
    }

    private static ChoosePreview windowsOf(Session session, Scene scene) {
        var mux = scene.world().mux();
        var screens = new ArrayList<ChoosePreview.Labelled>();
        session.windows().forEach((index, id) -> {
            var window = mux.window(id);
            screens.add(labelled(window.active(), Subject.of(scene.world(), session, index)
                    .with(Map.of("window_format", "1")), window.options().string("tree-mode-preview-format"), true));
        });
        return new ChoosePreview.Screens(screens, new ArrayList<>(session.windows().keySet()).indexOf(session
                .current()));
    }

    private static ChoosePreview.Labelled labelled(PaneId pane, Subject subject, String format, boolean named) {
        String words = subject.value("tree-mode-preview-style");
        var style = StyleParser.style(new Formats().expand(words, subject), Style.PLAIN);
        return new ChoosePreview.Labelled(pane, named ? new Formats().expand(format, subject) : "", style);
    }
}
