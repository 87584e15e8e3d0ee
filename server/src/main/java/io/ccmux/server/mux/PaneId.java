package io.ccmux.server.mux;

/** Names a pane for as long as the state directory lives; never used twice. Written {@code %N}. */
public record PaneId(int number) implements Comparable<PaneId> {
    @Override
    public int compareTo(PaneId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "%" + number;
    }
}
