package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.ccmux.config.Argument;
import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;
import io.ccmux.server.format.ClientFlags;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.Moment;
import io.ccmux.server.format.ServerFacts;
import io.ccmux.server.format.World;
import io.ccmux.server.input.KeyTables;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/**
 * A server without an outside: commands are decided, their events applied, and their effects kept to be looked at. Of
 * those only what a test could not do without is performed: printing, the exit status, starting programs (they always
 * start) and clients that come, go and switch.
 */
final class Bench {
    static final long START_MICROS = 1_795_180_381_000_000L;
    private static final ClientId CALLER = new ClientId(0);

    /** What a command printed, complained of (without the last newline) and returned. */
    record Result(String out, String error, int status) {
        /** As a terminal would show it. */
        String shown() {
            return out + (error.isEmpty() ? "" : error + "\n");
        }
    }

    final Mux mux;
    /** All that was to be done so far, in order. */
    final List<Effect> effects = new ArrayList<>();
    final List<Event> events = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final Map<PaneId, String> modes = new HashMap<>();
    private final List<ClientView> clients = new ArrayList<>();
    /** How awaited effects other than the start of programs come out. */
    Function<Effect, Outcome> world = effect -> new Outcome.Done();
    Optional<PaneId> pane = Optional.empty();
    Map<String, String> environment = Map.of("PATH", "/usr/bin", "TERM", "xterm-256color");
    String directory = "/home/user";
    String key = "";
    private ClientId caller = CALLER;
    private long micros = START_MICROS;

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder error = new StringBuilder();
    private int status;

    Bench() {
        this(KeyTables.EMPTY);
    }

    Bench(KeyTables keys) {
        mux = new Mux(TerminalSettings.standard(2000, BlockCompressor.NONE), keys);
        clients.add(view(CALLER, "", new Size(80, 24)));
    }

    private ClientView view(ClientId id, String terminal, Size size) {
        return new ClientView(id, 4000 + id.number(), terminal, terminal.isEmpty() ? "" : "xterm-256color",
                Optional.empty(), Optional.empty(), size, micros, micros, "root", false, ClientFlags.NONE, true, true,
                false, ClientView.Outer.UNKNOWN, Optional.empty());
    }

    // ---- running commands ------------------------------------------------------------------

    /** Runs one command, its words as a shell would hand them over. */
    Result run(String... words) {
        return run(List.of(words));
    }

    /** Runs command text, as it would stand in a file. */
    Result line(String text) {
        try {
            var result = new Result("", "", 0);
            for (var command : Words.parse(text, Surroundings.NONE).commands()) {
                result = run(command.arguments().stream().map(Argument::text).toList());
            }
            return result;
        } catch (WordsException unreadable) {
            throw new IllegalArgumentException(text, unreadable);
        }
    }

    Result run(List<String> words) {
        out.setLength(0);
        error.setLength(0);
        status = 0;
        micros += 1000;
        try {
            perform(CommandTable.decide(words, scene(), mux));
        } catch (CommandException wrong) {
            complain(wrong.getMessage());
        }
        return new Result(out.toString(), error.isEmpty() ? "" : error.substring(0, error.length() - 1), status);
    }

    /** Runs a command that must succeed; returns what it printed. */
    String must(String... words) {
        var result = run(words);
        if (result.status() != 0) {
            throw new AssertionError(String.join(" ", words) + ": " + result);
        }
        return result.out();
    }

    private void complain(String line) {
        error.append(line).append('\n');
        status = 1;
    }

    private void perform(Decision decision) throws CommandException {
        apply(decision.events());
        decision.effects().forEach(this::perform);
        if (decision.awaited().isPresent()) {
            var awaited = decision.awaited().get();
            effects.add(awaited.effect());
            perform(awaited.then().resume(outcome(awaited.effect()), mux));
        }
    }

    /** What anything but a command makes happen. */
    void apply(List<? extends Event> happened) {
        for (var event : happened) {
            events.add(event);
            notices.addAll(mux.apply(event, micros));
        }
    }

    private Outcome outcome(Effect effect) {
        var outcome = world.apply(effect);
        if (effect instanceof Effect.Spawn(var id) && outcome instanceof Outcome.Done) {
            var started = mux.pane(id);
            apply(List.of(new PaneEvent.Started(id, started.run(), 5000 + id.number(), "/dev/pts/" + id.number())));
        }
        return outcome;
    }

    private void perform(Effect effect) {
        effects.add(effect);
        switch (effect) {
            case Effect.Print(var text) -> out.append(text);
            case Effect.PrintBytes(var bytes) -> out.append(new String(bytes, StandardCharsets.UTF_8));
            case Effect.Complain(var line) -> complain(line);
            case Effect.Exit(int code) -> status = code;
            case Effect.Attach attach -> show(caller, Optional.of(attach.session()));
            case Effect.Switch(var client, var session) -> show(client, Optional.of(session));
            case Effect.EnterMode(var id, var mode) -> modes.put(id, name(mode));
            case Effect.LeaveMode(var id) -> modes.remove(id);
            case Effect.Detach detach -> show(detach.client(), Optional.empty());
            case Effect.RunNext(var lines, var target) -> lines.forEach(this::perform);
            case Effect.RunHook(var hook, var lines) -> lines.forEach(this::perform);
            case Effect.Background(var begun, var then) -> perform(begun, then);
            default -> {}
        }
    }

    private void perform(CommandLines.Line line) {
        try {
            for (var words : line.commands()) {
                perform(CommandTable.decide(words, scene(), mux));
            }
        } catch (CommandException wrong) {
            complain((line.source().isEmpty() ? "" : line.source() + ": ") + wrong.getMessage());
        }
    }

    private void perform(Effect.Lasting begun, Decision.Continuation then) {
        try {
            effects.add(begun);
            perform(then.resume(outcome(begun), mux));
        } catch (CommandException wrong) {
            complain(wrong.getMessage());
        }
    }

    private static String name(Effect.Mode mode) {
        return switch (mode) {
            case Effect.Mode.Copy copy -> "copy-mode";
            case Effect.Mode.Tree tree -> "tree-mode";
            case Effect.Mode.BufferList buffers -> "buffer-mode";
            case Effect.Mode.ClientList clients -> "client-mode";
            case Effect.Mode.Customize all -> "options-mode";
            case Effect.Mode.Clock clock -> "clock-mode";
        };
    }

    // ---- what is around --------------------------------------------------------------------

    /** A client at a terminal, not attached yet; it is the one that calls from now on. */
    ClientId client(String terminal, Size size) {
        var id = new ClientId(clients.size());
        clients.add(view(id, terminal, size));
        caller = id;
        return id;
    }

    /** From now on this client calls. */
    void caller(ClientId id) {
        caller = id;
    }

    ClientView client(ClientId id) {
        return clients.stream().filter(client -> client.id().equals(id)).findFirst().orElseThrow();
    }

    private void show(ClientId id, Optional<SessionId> session) {
        var old = client(id);
        clients.set(clients.indexOf(old), new ClientView(id, old.pid(), old.terminal(), old.type(), session,
                old.session().or(old::last), old.size(), old.createdMicros(), micros, old.keyTable(), old.prefixed(),
                old.flags(), old.utf8(), old.focused(), old.controlMode(), old.outer(), old.pane()));
    }

    Scene scene() {
        var server = new Scene.ServerView(5767, "/run/ccmux/default", "3.7c", START_MICROS, ZoneOffset.UTC,
                "/bin/sh", Map.of("HOME", "/home/user", "PATH", "/usr/bin"), List.of(), List.of("sleep 5"),
                Map.of());
        return new Scene(client(caller), List.copyOf(clients), environment, directory, pane, Optional.empty(),
                Optional.empty(), key, micros, server, new Modes(), new Around(), Map.of());
    }

    private final class Modes implements Scene.ModeView {
        @Override
        public String mode(PaneId id) {
            return modes.getOrDefault(id, "");
        }

        @Override
        public Map<String, String> variables(PaneId id) {
            return Map.of();
        }

        @Override
        public List<String> lines(PaneId id) {
            return List.of();
        }
    }

    private final class Around implements World {
        @Override
        public Mux mux() {
            return mux;
        }

        @Override
        public List<ClientView> clients() {
            return List.copyOf(clients);
        }

        @Override
        public Moment moment() {
            return new Moment(micros, ZoneOffset.UTC);
        }

        @Override
        public ServerFacts server() {
            return new ServerFacts(5767, "/run/ccmux/default", "3.7c", START_MICROS, "box.example", 1000, "user",
                    "/home/user/.config/ccmux/ccmux.conf");
        }

        @Override
        public String mode(PaneId id) {
            return modes.getOrDefault(id, "");
        }
    }
}
