package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.BufferVariables;
import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Session;

/** What a chooser lists, made anew whenever it is looked at. */
interface ChooseSource {
    List<ChooseItem> items(Scene scene);

    /** The target that is chosen at first. */
    String first(Scene scene);

    /** How deep lines are shown at first; deeper ones are folded away. */
    int depth();

    private static String expand(String format, String usual, Subject subject) {
        return new Formats().expand(format.isEmpty() ? usual : format, subject);
    }

    private static boolean passes(String filter, Subject subject) {
        return filter.isEmpty() || new Formats().isTrue(filter, subject);
    }

    /** Sessions, their windows and the panes of those. */
    record Tree(Effect.Mode.Tree asked) implements ChooseSource {
        @Override
        public int depth() {
            return asked.sessions() ? 0 : asked.windows() ? 1 : 2;
        }

        @Override
        public String first(Scene scene) {
            var session = scene.client(asked.client()).flatMap(client -> client.session())
                    .flatMap(scene.world().mux()::find);
            return session.map(current -> switch (depth()) {
                case 0 -> "=" + current.name() + ":";
                case 1 -> "=" + current.name() + ":" + current.current() + ".";
                default -> "=" + current.name() + ":" + current.current() + "." + scene.world().mux()
                        .window(current.currentWindow().orElseThrow()).active();
            }).orElse("");
        }

        @Override
        public List<ChooseItem> items(Scene scene) {
            var sessions = new ArrayList<>(scene.world().mux().sessions());
            sessions.sort(Comparator.comparing(Session::name));
            var items = new ArrayList<ChooseItem>();
            for (var session : asked.reverse() ? sessions.reversed() : sessions) {
                var windows = windows(scene, session);
                if (!windows.isEmpty()) {
                    String target = "=" + session.name() + ":";
                    var subject = Subject.of(scene.world(), session).with(Map.of("session_format", "1"));
                    var pane = scene.world().mux().window(session.currentWindow().orElseThrow()).active();
                    items.add(new ChooseItem(target, "", 0, session.name(), expand(asked.format(),
                            DefaultFormats.CHOOSE_TREE, subject), Optional.of(pane),
                            "kill-session -t '" + target
                                    + "'"));
                    items.addAll(windows);
                }
            }
            return items;
        }

        private List<ChooseItem> windows(Scene scene, Session session) {
            var items = new ArrayList<ChooseItem>();
            session.windows().forEach((index, id) -> {
                var window = scene.world().mux().window(id);
                var panes = panes(scene, session, index);
                if (!panes.isEmpty()) {
                    String target = "=" + session.name() + ":" + index + ".";
                    var subject = Subject.of(scene.world(), session, index)
                            .with(Map.of("window_format", "1"));
                    items.add(new ChooseItem(target, "=" + session.name() + ":", 1, Integer.toString(index), expand(
                            asked.format(), DefaultFormats.CHOOSE_TREE, subject), Optional.of(window.active()),
                            "kill-window -t '" + target + "'"));
                    if (panes.size() > 1) {
                        items.addAll(panes);
                    }
                }
            });
            return items;
        }

        private List<ChooseItem> panes(Scene scene, Session session, int index) {
            var items = new ArrayList<ChooseItem>();
            var mux = scene.world().mux();
            var window = mux.window(session.window(index).orElseThrow());
            String parent = "=" + session.name() + ":" + index + ".";
            for (int at = 0; at < window.panes().size(); at++) {
                var id = window.panes().get(at);
                var subject = Subject.of(scene.world(), session, index, mux.pane(id))
                        .with(Map.of("pane_format", "1"));
                if (passes(asked.filter(), subject)) {
                    int number = at + window.options().number("pane-base-index");
                    items.add(new ChooseItem(parent + id, parent, 2, Integer.toString(number), expand(asked.format(),
                            DefaultFormats.CHOOSE_TREE, subject), Optional.of(id),
                            "kill-pane -t '" + parent + id
                                    + "'"));
                }
            }
            return items;
        }
    }

    /** The paste buffers. */
    record BufferList(Effect.Mode.BufferList asked) implements ChooseSource {
        @Override
        public int depth() {
            return 0;
        }

        @Override
        public String first(Scene scene) {
            return "";
        }

        @Override
        public List<ChooseItem> items(Scene scene) {
            return scene.world().mux().buffers().all().stream().filter(buffer -> passes(asked.filter(), Subject.of(scene
                    .world()).with(BufferVariables.of(buffer)))).map(buffer -> new ChooseItem(buffer.name(), "", 0,
                            buffer.name(), expand(asked.format(), DefaultFormats.CHOOSE_BUFFER, Subject.of(scene
                                    .world()).with(BufferVariables.of(buffer))),
                            Optional.empty(),
                            "delete-buffer -b '" + buffer.name() + "'"))
                    .toList();
        }
    }

    /** The clients that are attached. */
    record ClientList(Effect.Mode.ClientList asked) implements ChooseSource {
        @Override
        public int depth() {
            return 0;
        }

        @Override
        public String first(Scene scene) {
            return scene.client(asked.client()).map(client -> client.name()).orElse("");
        }

        @Override
        public List<ChooseItem> items(Scene scene) {
            return scene.clients().stream().filter(client -> client.session().isPresent())
                    .filter(client -> passes(asked.filter(), Subject.of(scene.world(), client)))
                    .map(client -> new ChooseItem(client.name(), "", 0, client.name(), expand(asked.format(),
                            DefaultFormats.CHOOSE_CLIENT, Subject.of(scene.world(), client)), Optional.empty(),
                            "detach-client -t '" + client.name() + "'"))
                    .toList();
        }
    }
}
