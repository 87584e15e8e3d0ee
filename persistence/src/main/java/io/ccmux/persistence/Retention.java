package io.ccmux.persistence;

/**
 * How much of the past is kept beyond what a recovery may ask for. What is too much goes in whole segments, oldest
 * first; nothing ever goes from the middle.
 *
 * @param bytesMax bytes of segments and key frames on disk
 * @param micros   age of the youngest record of a segment, in microseconds of wall time
 */
public record Retention(long bytesMax, long micros) {
    private static final long GIBIBYTE = 1L << 30;
    private static final long DAY_MICROS = 24L * 3600 * 1_000_000;

    /** No more than a recovery may ask for. */
    public static final Retention NOTHING = new Retention(0, 0);

    public Retention {
        if (bytesMax < 0 || micros < 0) {
            throw new IllegalArgumentException("retention must not be negative");
        }
    }

    public static Retention standard() {
        return new Retention(2 * GIBIBYTE, 7 * DAY_MICROS);
    }
}
