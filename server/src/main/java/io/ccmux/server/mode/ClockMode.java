package io.ccmux.server.mode;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.config.Colours;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.terminal.Link;
import io.ccmux.server.terminal.Style;

/** The time, large; any key ends it. */
record ClockMode(PaneId pane) implements PaneMode {
    private static final int NOON = 12;
    /** Rows from the first of the digits to the middle of the pane. */
    private static final int ABOVE_MIDDLE = 3;
    private static final long MICROS_PER_SECOND = 1_000_000;

    @Override
    public String name() {
        return "clock-mode";
    }

    @Override
    public Optional<String> keyTable(Scene scene) {
        return Optional.empty();
    }

    @Override
    public ModeResult key(Key key, Scene scene) {
        return ModeResult.CLOSED;
    }

    @Override
    public ModeResult command(List<String> words, int count, Scene scene) {
        return ModeResult.NOTHING;
    }

    @Override
    public void draw(Canvas canvas, Rectangle area, Scene scene) {
        canvas.fill(area.x(), area.y(), area.columns(), area.rows(), Style.PLAIN);
        canvas.hideCursor();
        String time = time(scene);
        int colour = Colours.parse(scene.world().mux().pane(pane).options().string("clock-mode-colour"))
                .orElse(Style.DEFAULT);
        int width = BigDigits.width(time);
        if (area.columns() < width || area.rows() < BigDigits.SIZE + 1) {
            if (area.columns() >= time.length() && area.rows() >= 1) {
                var style = new Style(colour, Style.DEFAULT, Style.DEFAULT, 0, Link.NONE);
                canvas.text(area.x() + area.columns() / 2 - time.length() / 2, area.y() + area.rows() / 2, time, style);
            }
            return;
        }
        BigDigits.draw(canvas, area.x() + area.columns() / 2 - width / 2, area.y() + area.rows() / 2 - ABOVE_MIDDLE,
                time, new Style(Style.DEFAULT, colour, Style.DEFAULT, 0, Link.NONE));
    }

    private String time(Scene scene) {
        var now = ZonedDateTime.ofInstant(Instant.ofEpochSecond(scene.micros() / MICROS_PER_SECOND), scene.server()
                .zone());
        String style = scene.world().mux().pane(pane).options().choice("clock-mode-style");
        String seconds = style.endsWith("-with-seconds") ? ":%02d".formatted(now.getSecond()) : "";
        if (!style.startsWith("12")) {
            return "%02d:%02d".formatted(now.getHour(), now.getMinute()) + seconds;
        }
        int hour = now.getHour() % NOON == 0 ? NOON : now.getHour() % NOON;
        return "%2d:%02d".formatted(hour, now.getMinute()) + seconds + " " + (now.getHour() < NOON ? "AM" : "PM");
    }

    @Override
    public Map<String, String> variables(Scene scene) {
        return Map.of();
    }

    @Override
    public List<String> lines(Scene scene) {
        return List.of(time(scene));
    }
}
