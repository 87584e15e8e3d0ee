package io.ccmux.server.mux;

/** Names a session for as long as the state directory lives; never used twice. Written {@code $N}. */
public record SessionId(int number) implements Comparable<SessionId> {
    @Override
    public int compareTo(SessionId other) {
        return Integer.compare(number, other.number);
    }

    @Override
    public String toString() {
        return "$" + number;
    }
}
