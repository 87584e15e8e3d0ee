package io.ccmux.server.format;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** A time to be shown to somebody: microseconds since 1970 and the zone they live in. */
public record Moment(long micros, ZoneId zone) {
    private static final long MICROS_PER_SECOND = 1_000_000;

    public long seconds() {
        return Math.floorDiv(micros, MICROS_PER_SECOND);
    }

    ZonedDateTime local() {
        return at(seconds());
    }

    /** The given second of the epoch in this moment's zone. */
    ZonedDateTime at(long epochSecond) {
        long bounded = Math.clamp(epochSecond, Instant.MIN.getEpochSecond() / 2, Instant.MAX.getEpochSecond() / 2);
        return Instant.ofEpochSecond(bounded).atZone(zone);
    }
}
