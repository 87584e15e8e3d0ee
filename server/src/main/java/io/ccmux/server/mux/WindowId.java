package io.ccmux.server.mux;

/** Names a window for as long as the state directory lives; never used twice. Written {@code @N}. */
public record WindowId(int number) implements Comparable<WindowId> {
    @Override
    public int compareTo(WindowId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "@" + number;
    }
}
