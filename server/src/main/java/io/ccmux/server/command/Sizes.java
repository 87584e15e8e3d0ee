package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Size;

/** How large a window is made that nobody has seen yet, by the rules of tmux's resize.c. */
public final class Sizes {
    private static final Size OTHERWISE = new Size(80, 24);

    private Sizes() {}

    /** The size for a new window of a session: the client's that makes it, else the smallest that shows the session. */
    static Size ofNewWindow(Mux mux, Scene scene, Session session) {
        int status = statusLines(session.options());
        String policy = mux.windowOptions().choice("window-size");
        if (policy.equals("latest") && scene.attached().filter(client -> !client.ignoresSize()).isPresent()) {
            return within(scene.caller(), status);
        }
        if (policy.equals("manual")) {
            return ofOption(session.options());
        }
        return scene.clients().stream().filter(client -> client.session().equals(Optional.of(session.id())))
                .filter(client -> !client.ignoresSize() && !client.controlMode()).map(client -> within(client, status))
                .reduce((one, other) -> new Size(Math.min(one.columns(), other.columns()),
                        Math.min(one.rows(), other.rows())))
                .orElseGet(() -> ofOption(session.options()));
    }

    /** What is left of a client for a window; one in control mode shows no status line. */
    static Size within(ClientView client, int statusLines) {
        return Size.clamped(client.size().columns(),
                client.size().rows() - (client.controlMode() ? 0 : statusLines));
    }

    public static int statusLines(Options options) {
        return switch (options.choice("status")) {
            case "off" -> 0;
            case "on" -> 1;
            default -> options.number("status");
        };
    }

    /** The size that the option {@code default-size} says. */
    static Size ofOption(Options options) {
        String[] sides = options.string("default-size").split("x", 2);
        try {
            return Size.clamped(Integer.parseInt(sides[0]), Integer.parseInt(sides[1]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException unreadable) {
            return OTHERWISE;
        }
    }
}
