package io.ccmux.client;

import io.ccmux.protocol.ServerMessage;
import java.io.IOException;
import java.util.Optional;

/** The client's place for a session: nothing until the first attach, then a {@link Pump} for good. */
final class Screen {
    private final Arguments arguments;
    private final Surroundings surroundings;
    private Optional<Pump> pump = Optional.empty();

    Screen(Arguments arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    void attach(Connection connection) throws IOException {
        if (pump.isEmpty()) {
            pump = Optional.of(new Pump(RawTerminal.of(surroundings), mode()));
        }
        pump.get().attach(connection);
    }

    void draw(ServerMessage.Draw draw) throws IOException {
        if (pump.isPresent()) {
            pump.get().draw(draw);
        }
    }

    void restoreWith(byte[] bytes) {
        pump.ifPresent(attached -> attached.restoreWith(bytes));
    }

    void suspend() {
        pump.ifPresent(Pump::suspend);
    }

    /** Leaves the terminal as it was found. */
    void leave() {
        if (pump.isPresent()) {
            pump.get().detach();
        }
    }

    private Pump.Mode mode() {
        if (arguments.has(Arguments.Flag.CONTROL_RAW)) {
            return Pump.Mode.CONTROL_RAW;
        }
        return arguments.has(Arguments.Flag.CONTROL) ? Pump.Mode.CONTROL : Pump.Mode.TERMINAL;
    }
}
