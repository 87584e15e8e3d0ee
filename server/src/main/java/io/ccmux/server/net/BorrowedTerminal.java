package io.ccmux.server.net;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.loop.ClientPort;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.pty.ClientTerminal;
import io.netty.channel.IoEventLoop;
import java.util.Optional;

/**
 * A client's terminal in our hands: to the port it looks as if the client relayed keys and frames.
 */
final class BorrowedTerminal {
    private final ClientId client;
    private final ClientPort port;
    private Optional<ClientTerminal> terminal = Optional.empty();
    private long frame;

    private BorrowedTerminal(ClientId client, ClientPort port) {
        this.client = client;
        this.port = port;
    }

    /** The terminal that is the standard input of a process, or none if this process cannot open it. */
    static Optional<BorrowedTerminal> of(long process, IoEventLoop loop, ClientId client, ClientPort port) {
        var borrowed = new BorrowedTerminal(client, port);
        borrowed.terminal = ClientTerminal.open(process, loop, borrowed.new Events());
        return borrowed.terminal.map(_ -> borrowed);
    }

    void begin() {
        terminal.ifPresent(ClientTerminal::begin);
    }

    void pause() {
        terminal.ifPresent(ClientTerminal::pause);
    }

    void giveBack() {
        terminal.ifPresent(ClientTerminal::shut);
    }

    void draw(ServerMessage.Draw draw) {
        frame = draw.frame();
        terminal.ifPresent(open -> open.draw(draw.bytes()));
    }

    /** What the terminal tells, in the client's words. */
    private final class Events implements ClientTerminal.Listener {
        @Override
        public void typed(byte[] bytes) {
            port.received(client, new ClientMessage.Input(bytes));
        }

        @Override
        public void drawn() {
            port.received(client, new ClientMessage.Drawn(frame));
        }

        @Override
        public void hungUp() {
            port.received(client, new ClientMessage.Leaving("lost tty"));
        }

        @Override
        public void failed(Throwable cause) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, cause);
        }
    }
}
