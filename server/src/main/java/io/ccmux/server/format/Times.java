package io.ccmux.server.format;

import java.time.ZonedDateTime;

/** How a time that is a variable's value is shown ({@code t:}). */
final class Times {
    private static final long DAY_SECONDS = 24 * 3600;
    private static final long MONTH_SECONDS = 28 * DAY_SECONDS;
    private static final String DATE = "%a %b %e %H:%M:%S %Y";

    private Times() {}

    /** The value, which is seconds since 1970, as a date; empty if it is none. */
    static String show(String value, Moment now, boolean pretty, String format) {
        if (!Arithmetic.isInteger(value) || Long.parseLong(value) <= 0) {
            return "";
        }
        long seconds = Long.parseLong(value);
        ZonedDateTime time = now.at(seconds);
        if (pretty) {
            return Strftime.format(prettyFormat(seconds, now), time);
        }
        return Strftime.format(format.isEmpty() ? DATE : format, time);
    }

    /** The shorter the longer ago: hour, day of the week, day of the year, month. */
    private static String prettyFormat(long seconds, Moment now) {
        long age = Math.max(0, now.seconds() - seconds);
        ZonedDateTime then = now.at(seconds);
        ZonedDateTime today = now.at(Math.max(now.seconds(), seconds));
        if (age < DAY_SECONDS) {
            return "%H:%M";
        }
        boolean sameYear = then.getYear() == today.getYear();
        boolean yearBefore = then.getYear() == today.getYear() - 1;
        if ((sameYear && then.getMonthValue() == today.getMonthValue()) || age < MONTH_SECONDS) {
            return "%a%d";
        }
        if ((sameYear && then.getMonthValue() < today.getMonthValue())
                || (yearBefore && then.getMonthValue() > today.getMonthValue())) {
            return "%d%b";
        }
        return "%h%y";
    }
}
