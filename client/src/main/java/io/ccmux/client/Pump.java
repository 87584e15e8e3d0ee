package io.ccmux.client;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.protocol.WindowSize;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import sun.misc.Signal;

/**
 * Carries bytes between the terminal of an attached client and its server, over as many connections as the server has
 * lives. One thread reads keys, the main thread draws; signals come on threads of their own. Where the server reads and
 * writes the terminal itself there are only signals to carry, and the terminal is left when the server says so.
 */
final class Pump {
    /** How much of a terminal is at the client's end. */
    enum Mode {
        /** A terminal: raw, drawn on, resized. */
        TERMINAL,
        /** Control mode: lines in, lines out, nothing is touched. */
        CONTROL,
        /** Control mode within a terminal that is made raw. */
        CONTROL_RAW
    }

    /** The bytes of keys that are read at once; a terminal in raw mode gives no more. */
    private static final int KEYS_BYTES = 4096;
    /** How long leaving waits for a terminal that takes no output. */
    private static final long STUCK_MILLIS = 300;
    /** How long a client that was told to end may take. */
    private static final long QUIT_MILLIS = 1000;
    /** CAN: ends an escape sequence of which only a part was written. */
    private static final byte[] CANCEL = {0x18};
    /** The alternate screen, cleared, for a program that locks the terminal; and away from it. */
    private static final byte[] BLANK = "\033[?1049h\033[H\033[2J".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UNBLANK = "\033[?1049l".getBytes(StandardCharsets.US_ASCII);

    private final RawTerminal terminal;
    private final Mode mode;
    private final ReentrantLock writing = new ReentrantLock();
    private final AtomicBoolean quitting = new AtomicBoolean();
    private Optional<Connection> attached = Optional.empty();
    private volatile byte[] restore = {};
    private volatile boolean partDrawn;
    private volatile boolean direct;
    private boolean running;
    private boolean relaying;

    Pump(RawTerminal terminal, Mode mode) {
        this.terminal = terminal;
        this.mode = mode;
    }

    /**
     * Begins to carry; the server is told the size of the terminal if it is not {@code told} any more.
     *
     * @param direct whether the server reads and writes the terminal
     */
    void attach(Connection connection, WindowSize told, boolean direct) throws IOException {
        this.direct = direct;
        if (!running) {
            running = true;
            onSignals();
        }
        if (!direct && !relaying) {
            relaying = true;
            Thread.ofPlatform().daemon().name("ccmux-keys").start(this::carryKeys);
        }
        enter();
        synchronized (this) {
            attached = Optional.of(connection);
            notifyAll();
        }
        if (direct) {
            tell(new ClientMessage.HandedOver());
        }
        WindowSize size = RawTerminal.size();
        if (mode == Mode.TERMINAL && !size.is(told)) {
            tell(new ClientMessage.Resized(size));
        }
    }

    /** What puts the terminal right when it is left. */
    void restoreWith(byte[] bytes) {
        restore = bytes;
    }

    /** Writes a frame to the terminal and acknowledges it. */
    void draw(ServerMessage.Draw draw) throws IOException {
        standBack();
        writing.lock();
        try {
            partDrawn = !draw.last();
            terminal.write(draw.bytes());
        } catch (IOException gone) {
            quit("lost tty");
        } finally {
            writing.unlock();
        }
        if (draw.last()) {
            tell(new ClientMessage.Drawn(draw.frame()));
        }
    }

    /** Stops carrying and leaves the terminal as it was found. Does nothing when nothing is attached. */
    void detach() {
        standBack();
        synchronized (this) {
            if (attached.isEmpty()) {
                return;
            }
            attached = Optional.empty();
        }
        leave();
    }

    /** Leaves the terminal and stops this process; the signal that continues it brings all back. */
    void suspend() {
        leave();
        try {
            Shell.stopThisProcess();
        } catch (IOException noShell) {
            wake();
        }
    }

    /** Gives the terminal, on an empty screen, to a shell command until that ends. */
    void lock(String command) {
        standBack();
        Optional<Connection> server;
        synchronized (this) {
            server = attached;
            attached = Optional.empty();
        }
        leave();
        try {
            terminal.write(BLANK);
            Shell.run(command);
            terminal.write(UNBLANK);
        } catch (IOException notRun) {
            Standard.print(2, notRun.getMessage() + "\n");
        }
        synchronized (this) {
            attached = server;
            notifyAll();
        }
        wake();
    }

    private void enter() throws IOException {
        if (mode != Mode.CONTROL) {
            terminal.enter();
        }
    }

    /** The mode first: that cannot block, whatever state the terminal is in. */
    private void leave() {
        terminal.leave();
        try {
            if (!writing.tryLock(STUCK_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return;
        }
        try {
            if (partDrawn || direct) {
                terminal.write(CANCEL);
            }
            terminal.write(restore);
        } catch (IOException gone) {
            return;
        } finally {
            writing.unlock();
        }
    }

    /** Takes over the signals that concern a terminal. */
    void onSignals() {
        on("TERM", () -> quit("terminated"));
        on("HUP", () -> quit("lost tty"));
        if (mode != Mode.TERMINAL) {
            return;
        }
        on("INT", () -> {});
        on("WINCH", () -> tell(new ClientMessage.Resized(RawTerminal.size())));
        on("TSTP", this::stop);
        on("CONT", this::wake);
    }

    private void stop() {
        if (direct) {
            tell(new ClientMessage.Stopping());
        } else {
            suspend();
        }
    }

    private static void on(String signal, Runnable deed) {
        Signal.handle(new Signal(signal), received -> deed.run());
    }

    private void wake() {
        synchronized (this) {
            if (attached.isEmpty()) {
                return;
            }
        }
        try {
            enter();
        } catch (IOException gone) {
            quit("lost tty");
        }
        tell(new ClientMessage.Resized(RawTerminal.size()));
        tell(new ClientMessage.Woken());
    }

    /**
     * Ends this process, within a second whatever the terminal and the server do. A server that has the terminal gives
     * it back first.
     */
    private void quit(String reason) {
        if (!quitting.compareAndSet(false, true)) {
            return;
        }
        Thread.ofPlatform().daemon().start(this::haltLater);
        if (direct) {
            tell(new ClientMessage.Leaving(reason));
            return;
        }
        leave();
        if (mode == Mode.TERMINAL) {
            Standard.print(1, "[" + reason + "]\n");
        }
        tell(new ClientMessage.Leaving(reason));
        Runtime.getRuntime().halt(1);
    }

    /** Once this process is ending the terminal is no longer ours: whoever comes now waits for the end. */
    private void standBack() {
        while (quitting.get() && !direct) {
            LockSupport.park(this);
        }
    }

    private void haltLater() {
        try {
            Thread.sleep(QUIT_MILLIS);
        } catch (InterruptedException sooner) {
            Thread.currentThread().interrupt();
        }
        if (direct) {
            leave();
        }
        Runtime.getRuntime().halt(1);
    }

    private void carryKeys() {
        byte[] keys = new byte[KEYS_BYTES];
        while (true) {
            RawTerminal.awaitInput();
            awaitAttached();
            int count = terminal.read(keys);
            if (count < 0) {
                inputEnded();
                return;
            }
            tell(new ClientMessage.Input(Arrays.copyOf(keys, count)));
        }
    }

    private void inputEnded() {
        if (mode == Mode.TERMINAL) {
            quit("lost tty");
        } else {
            tell(new ClientMessage.Leaving("end of input"));
        }
    }

    /** What is typed while there is no server stays in the terminal, and so does what a server reads itself. */
    private synchronized void awaitAttached() {
        try {
            while (attached.isEmpty() || direct) {
                wait();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Sends a message if attached; that the server is gone is found out by the thread that reads from it. */
    private void tell(ClientMessage message) {
        Optional<Connection> to;
        synchronized (this) {
            to = attached;
        }
        try {
            if (to.isPresent()) {
                to.get().send(message);
            }
        } catch (IOException gone) {
            return;
        }
    }
}
