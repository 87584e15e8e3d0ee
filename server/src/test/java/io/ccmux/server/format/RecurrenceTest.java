package io.ccmux.server.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceTest {
    /** Words that mean something beside variables. */
    private record Words(Map<String, String> values) implements FormatContext {
        @Override
        public String value(String name) {
            return Optional.ofNullable(values.get(name)).orElse("");
        }

        @Override
        public Moment moment() {
            throw new AssertionError("nothing is expanded");
        }
    }

    private static boolean onlyMinutes(String format, Map<String, String> values) {
        return new Recurrence().onlyMinutes(List.of(format), new Words(values));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "%H:%M", "%d-%b-%y %a %-H %% 100%%", "#S #{session_name}", "#{=21:pane_title}",
        "#{?client_prefix,^B,} #{window_name}", "#[fg=red,bold]#{host_short}"})
    void whatStandsStillForAMinute(String format) {
        assertEquals(true, onlyMinutes(format, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%S", "%H:%M:%S", "%T", "%s", "%_S", "%r", "%c", "#(uptime)", "#{cursor_x}",
        "#{history_size}",
        "#{t:session_created}", "#{t/p:window_activity}", "#{session_activity}", "#{pane_current_path}", "#{C:text}",
        "#{?client_activity,a,b}"})
    void whatMayChangeAnyTime(String format) {
        assertEquals(false, onlyMinutes(format, Map.of()));
    }

    @ParameterizedTest
    @CsvSource({"#{E:@mine}, @mine, plain, true", "#{E:@mine}, @mine, #(date), false",
        "#{T:status-right}, status-right, %H:%M, true", "#{T:status-right}, status-right, %S, false"})
    void looksAtTheOptionsThatAreNamed(String format, String name, String value, boolean expected) {
        assertEquals(expected, onlyMinutes(format, Map.of(name, value)));
    }

    @ParameterizedTest
    @ValueSource(strings = "#{E:@a}")
    void optionsThatNameEachOtherEnd(String format) {
        assertEquals(true, onlyMinutes(format, Map.of("@a", "#{E:@b}", "@b", "#{E:@a}")));
    }
}
