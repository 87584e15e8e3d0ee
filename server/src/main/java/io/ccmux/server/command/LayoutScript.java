package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.config.Words;
import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Window;

/**
 * A session as commands that make it again: its windows with their names, indexes and options, their panes with what
 * they were started with, where they stand and how they are laid out.
 *
 * <pre>
 *   new-session -d -s work -n logs -x 80 -y 24 -c /srv 'tail -f log'
 *   split-window -d -t =work:0. -c /srv                                   for each other pane
 *   select-layout -t =work:0. 'b25d,80x24,0,0{…}'
 * </pre>
 */
final class LayoutScript {
    private final Mux mux;
    private final Session session;
    private final List<String> lines = new ArrayList<>();

    LayoutScript(Mux mux, Session session) {
        this.mux = mux;
        this.session = session;
    }

    String text() {
        lines.add("# The windows and panes of a session. Run this file by: ccmux layout load FILE");
        boolean first = true;
        for (var entry : session.windows().entrySet()) {
            window(entry.getKey(), mux.window(entry.getValue()), first);
            first = false;
        }
        options("-t " + target(""), session.options());
        add("select-window", "-t", target(session.current() + ""));
        return String.join("\n", lines) + "\n";
    }

    private String target(String rest) {
        return "=" + session.name() + ":" + rest;
    }

    private void add(String... words) {
        lines.add(String.join(" ", List.of(words).stream().map(Words::quote).toList()));
    }

    private void window(int index, Window window, boolean first) {
        var panes = window.panes().stream().filter(pane -> !window.layout().floats(pane)).toList();
        var words = new ArrayList<String>();
        if (first) {
            words.addAll(List.of("new-session", "-d", "-s", session.name(), "-x", window.size().columns() + "", "-y",
                    window.size().rows() + ""));
        } else {
            words.addAll(List.of("new-window", "-d", "-t", target(index + "")));
        }
        if (!window.options().flag("automatic-rename")) {
            words.addAll(List.of("-n", window.name()));
        }
        start(words, mux.pane(panes.getFirst()));
        if (first && index != session.options().number("base-index")) {
            add("move-window", "-s", target("^"), "-t", target(index + ""));
        }
        String place = target(index + ".");
        int base = window.options().number("pane-base-index");
        for (int i = 1; i < panes.size(); i++) {
            start(new ArrayList<>(List.of("split-window", "-d", "-t", place + (base + i - 1))), mux.pane(panes.get(i)));
            add("select-layout", "-t", place, "tiled");
        }
        var order = new ArrayList<>(panes);
        order.addAll(floating(window, place));
        add("select-layout", "-t", place, LayoutString.of(window.layout()));
        options("-w -t " + place, window.options());
        add("select-pane", "-t", place + (base + order.indexOf(window.active())));
        if (window.zoomed()) {
            add("resize-pane", "-Z", "-t", place);
        }
    }

    /** Floating panes come after the others, whatever their indexes were. */
    private List<PaneId> floating(Window window, String place) {
        var panes = window.panes().stream().filter(window.layout()::floats).toList();
        for (var pane : panes) {
            var area = window.layout().area(pane).orElseThrow();
            start(new ArrayList<>(List.of("new-pane", "-d", "-t", place, "-x", area.columns() + "", "-y",
                    area.rows() + "", "-X", area.x() + "", "-Y", area.y() + "")), mux.pane(pane));
        }
        return panes;
    }

    /** A command that starts a pane's program where the pane is now. */
    private void start(List<String> words, Pane pane) {
        words.addAll(List.of("-c", pane.directory()));
        if (!pane.launch().isShell()) {
            words.add(pane.launch().command());
        }
        add(words.toArray(String[]::new));
    }

    private void options(String flags, Options options) {
        options.own().forEach((name, value) -> {
            switch (value) {
                case OptionValue.Text(String text) ->
                    lines.add("set-option " + flags + " " + name + " " + Words.quote(text));
                case OptionValue.Items(var items) -> items.forEach((index, item) -> lines.add("set-option " + flags
                        + " " + Words.quote(name + "[" + index + "]") + " " + Words.quote(item)));
            }
        });
    }
}
