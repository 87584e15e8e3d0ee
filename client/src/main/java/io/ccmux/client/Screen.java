package io.ccmux.client;

import io.ccmux.protocol.ProcessName;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.WindowSize;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** The client's place for a session: nothing until the first attach, then a {@link Pump} for good. */
final class Screen {
    private final Arguments arguments;
    private final Surroundings surroundings;
    private Optional<Pump> pump = Optional.empty();
    private WindowSize told = WindowSize.NONE;

    Screen(Arguments arguments, Surroundings surroundings) {
        this.arguments = arguments;
        this.surroundings = surroundings;
    }

    /** The size of the terminal as the server is told at the start of a conversation: none if it needs not know. */
    WindowSize sizeFor(List<String> words) {
        told = surroundings.inTerminal() && Words.mayAttach(words) ? RawTerminal.size() : WindowSize.NONE;
        return told;
    }

    /** @param direct whether the server reads and writes the terminal */
    void attach(Connection connection, boolean direct) throws IOException {
        if (pump.isEmpty()) {
            ProcessName.CLIENT.take();
            pump = Optional.of(new Pump(RawTerminal.of(surroundings), mode()));
        }
        pump.get().attach(connection, told, direct);
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

    void lock(String command) {
        pump.ifPresent(attached -> attached.lock(command));
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
