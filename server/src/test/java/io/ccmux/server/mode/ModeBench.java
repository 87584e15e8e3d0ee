package io.ccmux.server.mode;

import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.CommandException;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.ClientFlags;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.Moment;
import io.ccmux.server.format.ServerFacts;
import io.ccmux.server.format.World;
import io.ccmux.server.input.DefaultKeys;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.CellTable;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.TerminalSettings;

/**
 * A state with a session, and a client that looks at it; modes and overlays act on it, and what comes of it is kept.
 */
final class ModeBench {
    static final long START_MICROS = 1_795_180_381_000_000L;
    static final PaneId PANE = new PaneId(0);
    static final ClientId CLIENT = new ClientId(1);

    final Mux mux = new Mux(TerminalSettings.standard(2000, BlockCompressor.NONE), DefaultKeys.TABLES);
    final List<Effect> effects = new ArrayList<>();
    final Map<String, List<String>> prompts = new HashMap<>();
    final PaneModes modes = new PaneModes(this::scene);
    final Size size;
    Optional<Scene.MousePlace> mouse = Optional.empty();
    private Optional<SessionId> session = Optional.empty();

    ModeBench(int columns, int rows) {
        size = new Size(columns, rows);
        run("new-session", "-d", "-s", "a", "-x", Integer.toString(columns), "-y", Integer.toString(rows));
        session = Optional.of(new SessionId(0));
    }

    // ---- the state -------------------------------------------------------------------------

    /** Decides a command, applies its events and keeps its effects. */
    void run(String... words) {
        try {
            var decision = CommandTable.decide(List.of(words), scene(), mux);
            apply(decision.events());
            effects.addAll(decision.effects());
            decision.awaited().ifPresent(awaited -> effects.add(awaited.effect()));
        } catch (CommandException wrong) {
            throw new AssertionError(String.join(" ", words), wrong);
        }
    }

    void apply(List<? extends Event> events) {
        events.forEach(event -> mux.apply(event, START_MICROS));
    }

    void prints(String text) {
        apply(List.of(new PaneEvent.Output(PANE, text.getBytes(StandardCharsets.UTF_8))));
    }

    ClientView client() {
        return new ClientView(CLIENT, 4001, "/dev/pts/1", "xterm-256color", session, Optional.empty(), size,
                START_MICROS, START_MICROS, "root", false, ClientFlags.NONE, true, true, false,
                ClientView.Outer.UNKNOWN, Optional.empty());
    }

    Scene scene() {
        var server = new Scene.ServerView(5767, "/run/ccmux/default", "3.7c", START_MICROS, ZoneOffset.UTC, "/bin/sh",
                Map.of("HOME", "/home/user"), List.of(), List.of(), Map.copyOf(prompts));
        return new Scene(client(), List.of(client()), Map.of(), "/home/user", mux.find(PANE).map(
                pane -> PANE), Optional.empty(), mouse, "",
                START_MICROS, server, modes, new Around(), Map.of());
    }

    // ---- modes -----------------------------------------------------------------------------

    void enter(Effect.Mode mode) {
        keep(modes.enter(new Effect.EnterMode(PANE, mode), scene()));
    }

    /** {@code send-keys -X}, the words parted by blanks. */
    ModeResult command(String words) {
        return command(0, words.split(" "));
    }

    ModeResult command(int count, String... words) {
        return keep(modes.command(new Effect.ModeCommand(PANE, Optional.of(CLIENT), List.of(words), count, mouse),
                scene()));
    }

    ModeResult key(String... names) {
        var result = ModeResult.NOTHING;
        for (String name : names) {
            result = keep(modes.key(PANE, Key.parse(name).orElseThrow(), scene()));
        }
        return result;
    }

    private ModeResult keep(ModeResult result) {
        apply(result.events());
        effects.addAll(result.effects());
        return result;
    }

    /** The command lines that the last effect runs, as one text. */
    String ran() {
        return effects.getLast() instanceof Effect.RunNext(var lines, var target)
                ? String.join(" ; ", lines.stream().flatMap(line -> line.commands().stream())
                        .map(words -> String.join(" ", words)).toList())
                : effects.getLast().toString();
    }

    // ---- looking ---------------------------------------------------------------------------

    /** What the pane's mode draws. */
    Canvas drawn() {
        var canvas = new Canvas(size.columns(), size.rows(), new CellTable());
        modes.draw(PANE, canvas, new Rectangle(0, 0, size.columns(), size.rows()), scene());
        return canvas;
    }

    /** What an overlay draws. */
    Canvas drawn(ClientOverlay overlay) {
        var canvas = new Canvas(size.columns(), size.rows(), new CellTable());
        overlay.draw(canvas, size.rows() - 1, scene());
        return canvas;
    }

    static String text(Canvas canvas) {
        var out = new StringBuilder();
        for (int y = 0; y < canvas.rows(); y++) {
            out.append(canvas.text(y).stripTrailing()).append('\n');
        }
        return out.toString();
    }

    private final class Around implements World {
        @Override
        public Mux mux() {
            return mux;
        }

        @Override
        public List<ClientView> clients() {
            return List.of(client());
        }

        @Override
        public Moment moment() {
            return new Moment(START_MICROS, ZoneOffset.UTC);
        }

        @Override
        public ServerFacts server() {
            return new ServerFacts(5767, "/run/ccmux/default", "3.7c", START_MICROS, "box.example", 1000, "user", "");
        }

        @Override
        public String mode(PaneId id) {
            return modes.mode(id);
        }

        @Override
        public Map<String, String> modeVariables(PaneId id) {
            return modes.variables(id);
        }
    }
}
