package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.config.Option;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.config.Scope;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent.Holder;

/**
 * Where an option is set or shown: its holder and what is set there, by the rules of tmux's options.c.
 *
 * @param global whether this is the level that has a value for everything: the defaults where nothing was set
 */
record OptionPlace(Scope scope, Holder holder, Options options, boolean global) {
    /** What is set right here, not what would be in force. */
    Optional<OptionValue> own(Option option) {
        var set = Optional.ofNullable(options.own().get(option.name()));
        boolean preset = global && !option.name().startsWith("@");
        return set.isPresent() || !preset ? set : Optional.of(option.preset());
    }

    /** The place of an option that is known: the flags choose only between the levels that it has. */
    static OptionPlace of(Call call, Mux mux, Option option, boolean window) throws CommandException {
        if (option.name().startsWith("@")) {
            return ofFlags(call, mux, window);
        }
        if (option.scopes().contains(Scope.SERVER)) {
            return server(mux);
        }
        if (option.scopes().contains(Scope.SESSION)) {
            return session(call, mux);
        }
        return option.scopes().contains(Scope.PANE) && call.has('p') ? pane(call, mux) : window(call, mux);
    }

    /** The place that the flags alone choose. */
    static OptionPlace ofFlags(Call call, Mux mux, boolean window) throws CommandException {
        if (call.has('s')) {
            return server(mux);
        }
        if (call.has('p')) {
            return pane(call, mux);
        }
        return window || call.has('w') ? window(call, mux) : session(call, mux);
    }

    private static OptionPlace server(Mux mux) {
        return new OptionPlace(Scope.SERVER, new Holder.Server(), mux.serverOptions(), true);
    }

    private static OptionPlace session(Call call, Mux mux) throws CommandException {
        if (call.has('g')) {
            return new OptionPlace(Scope.SESSION, new Holder.AllSessions(), mux.sessionOptions(), true);
        }
        var session = target(call, mux, "session").session();
        return new OptionPlace(Scope.SESSION, new Holder.OfSession(session.id()), session.options(), false);
    }

    private static OptionPlace window(Call call, Mux mux) throws CommandException {
        if (call.has('g')) {
            return new OptionPlace(Scope.WINDOW, new Holder.AllWindows(), mux.windowOptions(), true);
        }
        var window = target(call, mux, "window").window();
        return new OptionPlace(Scope.WINDOW, new Holder.OfWindow(window.id()), window.options(), false);
    }

    private static OptionPlace pane(Call call, Mux mux) throws CommandException {
        var pane = target(call, mux, "pane").pane();
        return new OptionPlace(Scope.PANE, new Holder.OfPane(pane.id()), pane.options(), false);
    }

    private static Targets.Place target(Call call, Mux mux, String what) throws CommandException {
        try {
            return call.place(mux, 't');
        } catch (CommandException none) {
            throw new CommandException(call.value('t').map(target -> "no such " + what + ": " + target)
                    .orElse("no current " + what));
        }
    }

    /** The format context for the option's name: the target if there is one. */
    static Expand expand(Call call, Mux mux) {
        try {
            return call.expand().at(call.place(mux, 't'));
        } catch (CommandException none) {
            return call.expand();
        }
    }

    /** Whether a listing of this place's level has the option. */
    boolean lists(Option option) {
        return option.scopes().contains(scope);
    }

}
