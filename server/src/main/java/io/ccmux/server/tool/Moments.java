package io.ccmux.server.tool;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times of records, which count microseconds since 1970. */
final class Moments {
    private Moments() {}

    static String text(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).toString();
    }
}
