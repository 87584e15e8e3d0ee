package io.ccmux.server.input;

/** What happened to a key, in the order of the kitty protocol's numbers from 1. */
public enum Stroke {
    PRESS, REPEAT, RELEASE;

    int number() {
        return ordinal() + 1;
    }

    static Stroke of(int number) {
        return number == REPEAT.number() ? REPEAT : number == RELEASE.number() ? RELEASE : PRESS;
    }
}
