package io.ccmux.persistence.storage;

import java.io.IOException;
import java.util.function.Consumer;

/** What goes wrong with a {@link FaultStorage}, and when: by the number of the call, by kind of call, by bytes. */
final class Faults {
    private long calls;
    private long failFrom = Long.MAX_VALUE;
    private long failTo;
    private boolean readOnly;
    private long bytesLeft = Long.MAX_VALUE;
    private long meanwhileAt = Long.MAX_VALUE;
    private Runnable meanwhile = () -> {};
    private Consumer<String> betweenCalls = call -> {};
    private boolean dead;

    long calls() {
        return calls;
    }

    void fail(long first, long last) {
        failFrom = calls + first;
        failTo = last == Long.MAX_VALUE ? last : calls + last;
    }

    void readOnly(boolean value) {
        readOnly = value;
    }

    void full(long bytes) {
        bytesLeft = bytes;
    }

    void meanwhile(long call, Runnable deed) {
        meanwhileAt = calls + call;
        meanwhile = deed;
    }

    void betweenCalls(Consumer<String> deed) {
        betweenCalls = deed;
    }

    /** Nothing goes wrong any more; what is lost is lost. */
    void heal() {
        failFrom = Long.MAX_VALUE;
        readOnly = false;
        bytesLeft = Long.MAX_VALUE;
    }

    /** From now on nothing can be called: its process is gone. */
    void die() {
        dead = true;
    }

    boolean dead() {
        return dead;
    }

    /** Whether a change that fails may leave half of it behind. */
    boolean halves() {
        return !dead && !readOnly;
    }

    /** A call is made. */
    void call(String what, boolean changes) throws IOException {
        if (!dead) {
            betweenCalls.accept(what);
        }
        calls++;
        if (calls == meanwhileAt) {
            meanwhile.run();
        }
        if (dead) {
            throw new IOException("the process is dead: " + what);
        }
        if (calls >= failFrom && calls <= failTo) {
            throw new IOException("call " + calls + " fails: " + what);
        }
        if (readOnly && changes) {
            throw new IOException("read-only file system: " + what);
        }
    }

    /** How many of {@code growth} bytes there is space for. */
    long space(long growth) {
        return Math.min(growth, bytesLeft);
    }

    /** Space is given back, or taken if negative. */
    void give(long bytes) {
        bytesLeft += bytesLeft == Long.MAX_VALUE ? 0 : bytes;
    }
}
