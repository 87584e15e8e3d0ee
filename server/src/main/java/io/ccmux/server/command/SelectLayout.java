package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.config.Settings;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.LayoutPreset;
import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Divides a window otherwise: by the name of a layout, as a layout string says, or as it was before. */
record SelectLayout(SelectLayout.Form form) implements Command {
    /** The names under which it is known. */
    enum Form {
        SELECT, NEXT, PREVIOUS
    }

    @Override
    public Spec spec() {
        return switch (form) {
            case SELECT -> new Spec("select-layout", "selectl", "[-Enop] [-t target-pane] [layout-name]");
            case NEXT -> new Spec("next-layout", "nextl", "[-t target-window]");
            case PREVIOUS -> new Spec("previous-layout", "prevl", "[-t target-window]");
        };
    }

    /** A layout, and the preset that {@code next-layout} goes on from: an ordinal or -1. */
    private record Choice(Layout layout, int preset) {}

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = form == Form.SELECT ? call.place(mux, 't') : call.window(mux, 't');
        var window = place.window();
        var choice = choice(call, place);
        var events = new ArrayList<Event>();
        Zoom.off(window, events);
        if (choice.isEmpty()) {
            return Decision.of(events);
        }
        events.add(new WindowEvent.LayoutChosen(window.id(), choice.get().preset(),
                LayoutString.of(window.layout())));
        events.addAll(PaneOrder.laidOut(window, choice.get().layout(), window.panes()));
        return Decision.of(events);
    }

    private Optional<Choice> choice(Call call, Targets.Place place) throws CommandException {
        var window = place.window();
        if (form == Form.NEXT || call.has('n')) {
            return Optional.of(preset(window, window.preset() + 1));
        }
        if (form == Form.PREVIOUS || call.has('p')) {
            return Optional.of(preset(window, Math.max(window.preset(), 0) - 1));
        }
        if (call.has('E')) {
            return Optional.of(new Choice(window.layout().spread(place.pane().id()), window.preset()));
        }
        var name = call.word(0).or(() -> Optional.of(window.layoutBefore()).filter(before -> call.has('o')));
        if (!call.has('o')) {
            var preset = name.isPresent()
                    ? LayoutPreset.named(name.get()).map(LayoutPreset::ordinal)
                    : Optional.of(window.preset()).filter(last -> last >= 0);
            if (preset.isPresent()) {
                return Optional.of(preset(window, preset.get()));
            }
        }
        return name.isPresent() && !name.get().isEmpty()
                ? Optional.of(new Choice(parsed(saved(name.get(), place), window), window.preset()))
                : Optional.empty();
    }

    /** The layout that the configuration gives a name, or the text itself. */
    private static String saved(String name, Targets.Place place) {
        String layout = place.session().options().string(Settings.LAYOUT + name);
        return layout.isEmpty() ? name : layout;
    }

    /** A window whose size was set by hand keeps that; any other gets the size of the layout. */
    private static Layout parsed(String text, Window window) throws CommandException {
        try {
            var layout = LayoutString.parse(text, window.layout(), window.panes());
            return window.options().choice("window-size").equals("manual") ? layout.resized(window.size()) : layout;
        } catch (LayoutString.MalformedException wrong) {
            throw new CommandException(wrong.getMessage() + ": " + text);
        }
    }

    private static Choice preset(Window window, int number) {
        int ordinal = Math.floorMod(number, LayoutPreset.values().length);
        var options = window.options();
        var tiled = window.panes().stream().filter(pane -> !window.layout().floats(pane)).toList();
        var request = new LayoutPreset.Request(tiled, window.size(), dimension(options, "main"),
                dimension(options, "other"), options.number("tiled-layout-max-columns"));
        var arranged = LayoutPreset.values()[ordinal].arrange(request);
        return new Choice(new Layout(arranged.root(), window.layout().floating()), ordinal);
    }

    private static LayoutPreset.Dimension dimension(Options options, String which) {
        return new LayoutPreset.Dimension(options.string(which + "-pane-width"),
                options.string(which + "-pane-height"));
    }
}
