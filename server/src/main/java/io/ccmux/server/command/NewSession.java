package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.OptionValue;
import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;

/** Makes a session with one window and attaches the caller to it, or to the one there is. */
final class NewSession implements Command {
    private static final int SIDE_MAX = 65_535;

    /** The group that the new session joins: its name, and a session of it that is there. */
    private record Group(String name, Optional<Session> member) {}

    @Override
    public Spec spec() {
        return new Spec("new-session", "new", "[-AdDEPX] [-c start-directory] [-e environment] [-F format] [-f flags] "
                + "[-n window-name] [-s session-name] [-t target-session] [-x width] [-y height] "
                + "[shell-command [argument ...]]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (call.has('t') && (!call.words().isEmpty() || call.has('n'))) {
            throw new CommandException("command or window name given with target");
        }
        var name = call.value('s').isPresent()
                ? Optional.of(SessionNames.checked(call.expand().text(call.value('s').get())))
                : Optional.<String>empty();
        if (call.has('A')) {
            var there = name.isPresent() ? mux.sessionNamed(name.get()) : targeted(call, mux);
            if (there.isPresent()) {
                return attach(call, there.get(), mux);
            }
        }
        if (name.isPresent() && mux.sessionNamed(name.get()).isPresent()) {
            throw new CommandException("duplicate session: " + name.get());
        }
        var group = call.has('t') ? Optional.of(group(call, mux)) : Optional.<Group>empty();
        boolean detached = call.has('d') || !call.scene().hasCaller();
        if (!detached) {
            new Attaching(call.scene()).check(mux);
        }
        var size = size(call, mux, detached);
        return make(new Making(call, mux, id(mux, name, group), size, group), name, detached);
    }

    private static Optional<Session> targeted(Call call, Mux mux) {
        try {
            return call.has('t') || !mux.sessions().isEmpty() ? Optional.of(call.session(mux, 't')) : Optional.empty();
        } catch (CommandException noSuchSession) {
            return Optional.empty();
        }
    }

    private static Decision attach(Call call, Session session, Mux mux) throws CommandException {
        if (!call.scene().hasCaller()) {
            return Decision.NOTHING;
        }
        var attaching = new Attaching(call.scene());
        attaching.check(mux);
        return attaching.to(session, new Attaching.Terms(call.has('D'), call.has('X'), call.has('E'),
                Attaching.flags(call)));
    }

    /** The next number, and the one after it while a session has the name that would be made of it. */
    private static SessionId id(Mux mux, Optional<String> name, Optional<Group> group) {
        int number = mux.nextSession().number();
        while (name.isEmpty() && mux.sessionNamed(nameOf(number, group)).isPresent()) {
            number++;
        }
        return new SessionId(number);
    }

    private static String nameOf(int number, Optional<Group> group) {
        return group.map(joined -> joined.name() + "-" + number).orElseGet(() -> Integer.toString(number));
    }

    private static Group group(Call call, Mux mux) throws CommandException {
        String word = call.value('t').orElseThrow();
        var with = targeted(call, mux);
        if (with.isPresent()) {
            var session = with.get();
            return new Group(session.group().isEmpty() ? unused(mux, session.name()) : session.group(), with);
        }
        var member = mux.sessions().stream().filter(session -> session.group().equals(word)).findFirst();
        return member.isPresent()
                ? new Group(word, member)
                : new Group(SessionNames.checked(word, "invalid session group: "), Optional.empty());
    }

    /** The name for a group of this session: its own, unless there is another group of that name. */
    private static String unused(Mux mux, String name) {
        String unused = name;
        for (int number = 2; isGroup(mux, unused); number++) {
            unused = name + "-" + number;
        }
        return unused;
    }

    private static boolean isGroup(Mux mux, String name) {
        return mux.sessions().stream().anyMatch(session -> session.group().equals(name));
    }

    private static Size size(Call call, Mux mux, boolean detached) throws CommandException {
        var terminal = call.scene().caller().size();
        int width = side(call, 'x', "width ", terminal.columns(), 80);
        int height = side(call, 'y', "height ", terminal.rows(), 24);
        var options = mux.sessionOptions();
        if (!detached && !call.scene().caller().controlMode()) {
            return Sizes.within(call.scene().caller(), Sizes.statusLines(options));
        }
        var otherwise = Sizes.ofOption(options);
        return Size.clamped(call.has('x') ? width : otherwise.columns(), call.has('y') ? height : otherwise.rows());
    }

    private static int side(Call call, char flag, String what, int ofClient, int otherwise) throws CommandException {
        var text = call.value(flag);
        if (text.isEmpty()) {
            return otherwise;
        }
        boolean hasTerminal = !call.scene().caller().terminal().isEmpty();
        return text.get().equals("-")
                ? hasTerminal ? ofClient : otherwise
                : Numbers.within(text.get(), 1, SIDE_MAX, what);
    }

    // ---- making it -------------------------------------------------------------------------

    private record Making(Call call, Mux mux, SessionId id, Size size, Optional<Group> group) {}

    private static Decision make(Making making, Optional<String> name, boolean detached) throws CommandException {
        var call = making.call();
        var events = new ArrayList<>(session(making, name.orElseGet(() -> nameOf(making.id().number(),
                making.group()))));
        Decision.Continuation then = (outcome, mux) -> finish(call, making.id(), detached, mux);
        var member = making.group().flatMap(Group::member);
        if (member.isPresent()) {
            var windows = member.get().windows();
            events.add(new SessionEvent.Arranged(making.id(), windows, windows.firstKey(), List.of()));
            return NewPanes.afterwards(Decision.of(events), then);
        }
        var pane = making.mux().nextPane();
        events.addAll(window(making));
        return NewPanes.start(events, pane, "create window failed: ", then);
    }

    private static List<Event> session(Making making, String name) {
        var call = making.call();
        var scene = call.scene();
        var id = making.id();
        var events = new ArrayList<Event>();
        making.group().flatMap(Group::member).filter(member -> member.group().isEmpty()).ifPresent(
                member -> events.add(new SessionEvent.Grouped(member.id(), making.group().orElseThrow().name())));
        events.add(
                new SessionEvent.Created(id, name, new Recipes(making.mux(), scene, Optional.empty()).directory(call),
                        scene.micros(), making.group().map(Group::name).orElse("")));
        if (call.has('x') || call.has('y')) {
            events.add(new OptionEvent.Assigned(new OptionEvent.Holder.OfSession(id), "default-size",
                    new OptionValue.Text(making.size().toString())));
        }
        if (!call.has('E') && scene.hasCaller()) {
            events.addAll(new Attaching(scene).environment(id, Collections.emptySortedMap(),
                    making.mux().sessionOptions().array("update-environment").values()));
        }
        Recipes.assignments(call.values('e')).forEach((variable, value) -> events.add(
                new EnvironmentEvent.Assigned(Optional.of(id), variable, value, false)));
        return events;
    }

    private static List<Event> window(Making making) throws CommandException {
        var call = making.call();
        var options = making.mux().sessionOptions();
        var launch = new Recipes(making.mux(), call.scene(), Optional.empty()).launch(call);
        var name = call.value('n').map(given -> NewPanes.printable(call.expand().text(given)));
        var link = new SessionEvent.Linked(making.id(), options.number("base-index"), making.mux().nextWindow());
        return new NewPanes.NewWindow(link, making.size(), launch, options.number("history-limit")).events(making.mux(),
                name, call.scene().micros());
    }

    private static Decision finish(Call call, SessionId id, boolean detached, Mux mux) {
        var session = mux.find(id);
        if (session.isEmpty()) {
            return Decision.NOTHING;
        }
        var printed = call.has('P')
                ? Decision.print(call.expand().at(session.get()).text(call.value('F')
                        .orElse(DefaultFormats.NEW_SESSION)))
                : Decision.NOTHING;
        return detached ? printed : printed.and(new Attaching(call.scene()).show(id, Attaching.flags(call)));
    }
}
