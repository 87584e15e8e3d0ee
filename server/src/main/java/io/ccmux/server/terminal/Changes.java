package io.ccmux.server.terminal;

/** Counts what has changed on the screens of a terminal, so that each change has a number of its own. */
final class Changes {
    private long count;

    long next() {
        return ++count;
    }

    long count() {
        return count;
    }
}
