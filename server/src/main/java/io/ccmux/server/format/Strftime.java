package io.ccmux.server.format;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.IsoFields;
import java.util.Locale;

/** strftime(3) as glibc does it in the C locale, flags and widths included; what it does not know stays as it is. */
final class Strftime {
    /** Widest field, in characters. */
    private static final int WIDTH_MAX = 1024;
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
    private static final String[] MONTHS = {"January", "February", "March", "April", "May", "June", "July", "August",
        "September", "October", "November", "December"};

    private final String format;
    private final ZonedDateTime time;
    private final StringBuilder out = new StringBuilder();
    private int at;
    private char padding;
    private int width;
    private boolean upper;
    private boolean swapped;

    private Strftime(String format, ZonedDateTime time) {
        this.format = format;
        this.time = time;
    }

    static String format(String format, ZonedDateTime time) {
        return format.indexOf('%') < 0 ? format : new Strftime(format, time).run();
    }

    private String run() {
        while (at < format.length()) {
            int percent = format.indexOf('%', at);
            if (percent < 0) {
                out.append(format, at, format.length());
                break;
            }
            out.append(format, at, percent);
            at = percent + 1;
            readFlags();
            if (at == format.length()) {
                out.append(format, percent, at);
            } else if (!convert(format.charAt(at++))) {
                out.append(format, percent, at);
            }
        }
        return out.toString();
    }

    private void readFlags() {
        padding = 0;
        upper = false;
        swapped = false;
        width = 0;
        while (at < format.length() && "_-0^#+".indexOf(format.charAt(at)) >= 0) {
            char flag = format.charAt(at++);
            if (flag == '^') {
                upper = true;
            } else if (flag == '#') {
                swapped = true;
            } else {
                padding = flag == '+' ? '0' : flag;
            }
        }
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            width = Math.min(WIDTH_MAX, width * 10 + format.charAt(at++) - '0');
        }
        if (at + 1 < format.length() && (format.charAt(at) == 'E' || format.charAt(at) == 'O')) {
            at++;
        }
    }

    private boolean convert(char conversion) {
        return number(conversion) || name(conversion) || compound(conversion);
    }

    private boolean number(char conversion) {
        int hour12 = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
        int weekday = time.getDayOfWeek().getValue() % 7;
        switch (conversion) {
            case 'C' -> digits(Math.floorDiv(time.getYear(), 100), 2, '0');
            case 'd' -> digits(time.getDayOfMonth(), 2, '0');
            case 'e' -> digits(time.getDayOfMonth(), 2, '_');
            case 'g' -> digits(Math.floorMod(time.get(IsoFields.WEEK_BASED_YEAR), 100), 2, '0');
            case 'G' -> digits(time.get(IsoFields.WEEK_BASED_YEAR), 4, '0');
            case 'H' -> digits(time.getHour(), 2, '0');
            case 'I' -> digits(hour12, 2, '0');
            case 'j' -> digits(time.getDayOfYear(), 3, '0');
            case 'k' -> digits(time.getHour(), 2, '_');
            case 'l' -> digits(hour12, 2, '_');
            case 'm' -> digits(time.getMonthValue(), 2, '0');
            case 'M' -> digits(time.getMinute(), 2, '0');
            case 's' -> digits(time.toEpochSecond(), 1, '0');
            case 'S' -> digits(time.getSecond(), 2, '0');
            case 'u' -> digits(time.getDayOfWeek().getValue(), 1, '0');
            case 'U' -> digits((time.getDayOfYear() + 6 - weekday) / 7, 2, '0');
            case 'V' -> digits(time.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR), 2, '0');
            case 'w' -> digits(weekday, 1, '0');
            case 'W' -> digits((time.getDayOfYear() + 6 - (weekday + 6) % 7) / 7, 2, '0');
            case 'y' -> digits(Math.floorMod(time.getYear(), 100), 2, '0');
            case 'Y' -> digits(time.getYear(), 1, '0');
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean name(char conversion) {
        String day = DAYS[time.getDayOfWeek().getValue() % 7];
        String month = MONTHS[time.getMonthValue() - 1];
        switch (conversion) {
            case 'a' -> text(day.substring(0, 3));
            case 'A' -> text(day);
            case 'b', 'h' -> text(month.substring(0, 3));
            case 'B' -> text(month);
            case 'p' -> half(swapped);
            case 'P' -> half(true);
            case 'n' -> text("\n");
            case 't' -> text("\t");
            case '%' -> text("%");
            case 'Z' -> text(zone());
            case 'z' -> text(offset());
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean compound(char conversion) {
        switch (conversion) {
            case 'c' -> text(format("%a %b %e %H:%M:%S %Y", time));
            case 'D', 'x' -> text(format("%m/%d/%y", time));
            case 'F' -> text(format("%Y-%m-%d", time));
            case 'r' -> text(format("%I:%M:%S %p", time));
            case 'R' -> text(format("%H:%M", time));
            case 'T', 'X' -> text(format("%H:%M:%S", time));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void half(boolean lower) {
        String half = time.get(ChronoField.AMPM_OF_DAY) == 0 ? "AM" : "PM";
        swapped = false;
        text(lower ? half.toLowerCase(Locale.ROOT) : half);
    }

    private String zone() {
        return java.time.format.DateTimeFormatter.ofPattern("zzz", Locale.ROOT).format(time).replace("Z", "UTC");
    }

    private String offset() {
        int minutes = time.getOffset().getTotalSeconds() / 60;
        String sign = minutes < 0 ? "-" : "+";
        int absolute = Math.abs(minutes);
        return sign + "%02d%02d".formatted(absolute / 60, absolute % 60);
    }

    private void text(String value) {
        String shown = upper || swapped ? value.toUpperCase(Locale.ROOT) : value;
        char fill = padding == '0' ? '0' : ' ';
        out.repeat(fill, Math.max(0, width - shown.length())).append(shown);
    }

    private void digits(long value, int least, char usual) {
        String digits = String.valueOf(Math.abs(value));
        char fill = padding == 0 ? usual : padding;
        int wanted = fill == '-' ? 0 : Math.max(least, width);
        int missing = Math.max(0, wanted - digits.length() - (value < 0 ? 1 : 0));
        if (fill == '_') {
            out.repeat(' ', missing);
        }
        if (value < 0) {
            out.append('-');
        }
        if (fill != '_') {
            out.repeat('0', missing);
        }
        out.append(digits);
    }
}
