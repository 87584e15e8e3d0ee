package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Option;
import io.ccmux.config.OptionException;
import io.ccmux.config.OptionKind;
import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Scope;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;

/** Sets an option, appends to it, or gives it back what is behind it; hooks are options too. */
record SetOption(SetOption.Form form) implements Command {
    /** The three names that tmux has for this. */
    enum Form {
        OPTION, WINDOW_OPTION, HOOK
    }

    @Override
    public Spec spec() {
        return switch (form) {
            case OPTION -> new Spec("set-option", "set", "[-aFgopqsuUw] [-t target-pane] option [value]");
            case WINDOW_OPTION -> new Spec("set-window-option", "setw", "[-aFgoqu] [-t target-window] option [value]");
            case HOOK -> new Spec("set-hook", "", "[-agpRuw] [-t target-pane] hook [command]");
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var expand = OptionPlace.expand(call, mux);
        String argument = expand.text(call.words().getFirst());
        if (form == Form.HOOK && call.has('R')) {
            return runHook(argument, call, mux);
        }
        try {
            var named = OptionTable.find(argument);
            var value = call.word(1).map(word -> call.has('F') ? expand.text(word) : word);
            var place = OptionPlace.of(call, mux, named.option(), form == Form.WINDOW_OPTION);
            return Decision.of(new Change(call, mux, place, named, argument).events(value));
        } catch (OptionException wrong) {
            return failed(call, wrong.getMessage());
        } catch (CommandException wrong) {
            return failed(call, wrong.getMessage());
        }
    }

    /** With -q a mistake in the option's name or place is no mistake, but one in its value is. */
    private static Decision failed(Call call, String message) throws CommandException {
        boolean quiet = call.has('q') && QUIET.stream().anyMatch(message::startsWith);
        if (quiet) {
            return Decision.NOTHING;
        }
        throw new CommandException(message);
    }

    private static final List<String> QUIET = List.of("invalid option: ", "ambiguous option: ", "no such ",
            "no current ", "already set: ");

    private static Decision runHook(String hook, Call call, Mux mux) throws CommandException {
        try {
            var named = OptionTable.find(hook);
            var place = OptionPlace.of(call, mux, named.option(), false);
            var lines = new ArrayList<CommandLines.Line>();
            for (String text : place.options().array(named.option().name()).values()) {
                lines.addAll(new CommandLines(mux, call.scene()).text(text).lines());
            }
            return Decision.of(new Effect.RunHook(named.option().name(), lines));
        } catch (OptionException unknown) {
            return Decision.NOTHING;
        }
    }

    /** One change under way. */
    private record Change(Call call, Mux mux, OptionPlace place, OptionTable.Named named, String argument) {
        List<Event> events(Optional<String> value) throws CommandException, OptionException {
            var option = named.option();
            if (named.index().isPresent() && !option.isArray()) {
                throw new CommandException("not an array: " + argument);
            }
            boolean unset = call.has('u') || call.has('U');
            if (!unset && call.has('o') && isSet()) {
                throw new CommandException("already set: " + argument);
            }
            if (unset) {
                return unsetting();
            }
            if (option.name().equals("default-shell") && !value.orElse("/").startsWith("/")) {
                throw new CommandException("not a suitable shell: " + value.get());
            }
            if (value.isPresent() && isHook(option)) {
                new CommandLines(mux, call.scene()).text(value.get());
            }
            return List.of(new OptionEvent.Assigned(place.holder(), option.name(), changed(value)));
        }

        private static boolean isHook(Option option) {
            return option.isHook() || option.kind().equals(OptionKind.COMMAND);
        }

        private boolean isSet() {
            var own = place.own(named.option());
            return named.index().isEmpty() || !(own.orElse(null) instanceof OptionValue.Items(var items))
                    ? own.isPresent()
                    : items.containsKey(named.index().get());
        }

        private List<Event> unsetting() {
            var events = new ArrayList<Event>();
            if (call.has('U') && place.scope() == Scope.WINDOW
                    && place.holder() instanceof OptionEvent.Holder.OfWindow(var window)) {
                mux.window(window).panes().stream()
                        .filter(pane -> mux.pane(pane).options().own().containsKey(named.option().name()))
                        .forEach(pane -> events.add(new OptionEvent.Removed(new OptionEvent.Holder.OfPane(pane),
                                named.option().name())));
            }
            var own = place.own(named.option());
            if (own.isPresent() && own.get() instanceof OptionValue.Items items && named.index().isPresent()) {
                events.add(new OptionEvent.Assigned(place.holder(), named.option().name(),
                        items.without(named.index().get())));
            } else if (place.options().own().containsKey(named.option().name())) {
                events.add(new OptionEvent.Removed(place.holder(), named.option().name()));
            }
            return events;
        }

        private OptionValue changed(Optional<String> value) throws OptionException {
            var option = named.option();
            var own = place.own(option);
            boolean toggles = option.kind() instanceof OptionKind.Flag
                    || option.kind() instanceof OptionKind.Choice;
            if (toggles && value.filter(text -> !text.isEmpty() || option.kind() instanceof OptionKind.Choice)
                    .isEmpty()) {
                return option.toggle(place.options().value(option.name()).orElseThrow());
            }
            if (value.isEmpty()) {
                throw new OptionException("empty value");
            }
            String text = value.get();
            if (named.index().isPresent()) {
                int index = named.index().get();
                var items = own.orElse(OptionValue.Items.NONE);
                boolean appends = call.has('a') && items instanceof OptionValue.Items(var old)
                        && old.containsKey(index);
                String whole = appends ? ((OptionValue.Items) items).items().get(index) + text : text;
                return option.parse(items, index, whole, Key::canonical);
            }
            return call.has('a') && own.isPresent()
                    ? option.append(own.get(), text, Key::canonical)
                    : option.parse(text, Key::canonical);
        }
    }
}
