package io.ccmux.server.command;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;

/** What formats can tell of the place where the mouse was used. */
final class MouseVariables {
    private MouseVariables() {}

    static Map<String, String> of(Scene scene) {
        if (scene.mouse().isEmpty()) {
            return Map.of();
        }
        var place = scene.mouse().get();
        var mux = scene.world().mux();
        var variables = new HashMap<String, String>();
        variables.put("mouse_x", Integer.toString(place.x()));
        variables.put("mouse_y", Integer.toString(place.y()));
        place.pane().ifPresent(pane -> variables.put("mouse_pane", pane.toString()));
        if (!place.range().isEmpty()) {
            variables.put("mouse_status_range", place.range());
        }
        place.pane().flatMap(mux::find).flatMap(pane -> line(scene, pane, place.y())).ifPresent(line -> {
            variables.put("mouse_line", line.stripTrailing());
            variables.put("mouse_word", word(line, place.x(), separators(mux, scene)));
        });
        return variables;
    }

    private static Optional<String> line(Scene scene, Pane pane, int y) {
        if (!scene.modes().mode(pane.id()).isEmpty()) {
            var lines = scene.modes().lines(pane.id());
            return y < lines.size() ? Optional.of(lines.get(y)) : Optional.empty();
        }
        if (y < 0 || y >= pane.terminal().rows()) {
            return Optional.empty();
        }
        var row = pane.terminal().screen().row(y);
        var text = new StringBuilder();
        for (int x = 0; x < pane.terminal().columns(); x++) {
            String cell = row.text(x);
            text.append(cell.isEmpty() && row.width(x) > 0 ? " " : cell);
        }
        return Optional.of(text.toString());
    }

    private static String separators(Mux mux, Scene scene) {
        return scene.caller().session().flatMap(mux::find).map(session -> session.options())
                .orElse(mux.sessionOptions()).string("word-separators") + " ";
    }

    /** The word around a column; empty between words. */
    private static String word(String line, int x, String separators) {
        if (x < 0 || x >= line.length() || separators.indexOf(line.charAt(x)) >= 0) {
            return "";
        }
        int start = x;
        while (start > 0 && separators.indexOf(line.charAt(start - 1)) < 0) {
            start--;
        }
        int end = x;
        while (end < line.length() && separators.indexOf(line.charAt(end)) < 0) {
            end++;
        }
        return line.substring(start, end);
    }
}
