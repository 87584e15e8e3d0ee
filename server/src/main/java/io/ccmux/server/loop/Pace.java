package io.ccmux.server.loop;

/**
 * How often a screen is drawn: at once where somebody typed a moment ago and waits for what comes of it, and for a
 * flood no more often than eyes can follow, the less often the more of the screen changes. What has happened between
 * two frames is drawn by the second one.
 */
final class Pace {
    private static final long FRAME_MICROS = 8_000;
    /** What a larger frame costs beyond that: a megabyte a second. */
    private static final long MICROS_PER_BYTE = 1;
    /** No frame waits longer: 25 a second are a film. */
    private static final long LARGE_FRAME_MICROS = 40_000;
    private static final long ANSWER_MICROS = 100_000;

    private long drawnMicros = -FRAME_MICROS;
    private long restMicros = FRAME_MICROS;
    private long typedMicros = -ANSWER_MICROS;
    private boolean waiting;

    void typed(long micros) {
        typedMicros = micros;
    }

    /** A frame of so many bytes was sent. */
    void drawn(long micros, int bytes) {
        drawnMicros = micros;
        restMicros = Math.clamp(bytes * MICROS_PER_BYTE, FRAME_MICROS, LARGE_FRAME_MICROS);
    }

    /** For how long the next frame has to wait; never positive after a clock was put back. */
    long leftMicros(long micros) {
        boolean answer = micros - typedMicros < ANSWER_MICROS;
        return answer || micros < drawnMicros ? 0 : drawnMicros + restMicros - micros;
    }

    /** Whether somebody looks after the next frame already; if not, the caller does from now on. */
    boolean await() {
        boolean already = waiting;
        waiting = true;
        return already;
    }

    void waited() {
        waiting = false;
    }
}
