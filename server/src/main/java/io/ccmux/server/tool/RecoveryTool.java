package io.ccmux.server.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.ccmux.config.Json;

/** Prints what the last start of the server found and did; the exit status is 1 if something was lost. */
final class RecoveryTool implements Tool {
    private static final String FILE = "recovery-report.json";
    private static final int MICROS_PER_MILLI = 1000;

    @Override
    public int run(Workplace place, ToolWords words) throws IOException, ToolException {
        Path file = place.state().resolve(FILE);
        if (!Files.exists(file)) {
            throw new ToolException("no recovery report: " + file);
        }
        String text = Files.readString(file);
        var page = Json.read(text).orElseThrow(() -> new ToolException("cannot be read: " + file));
        if (words.json()) {
            place.out().print(text);
        } else {
            print(place, page);
        }
        return Boolean.TRUE.equals(page.get("damaged")) ? 1 : 0;
    }

    private static void print(Workplace place, Map<String, Object> page) {
        boolean nothing = page.get("lastSerial") instanceof Number last && last.longValue() == 0;
        place.print("recovered: " + page.get("time") + (Boolean.TRUE.equals(page.get("unclean"))
                ? Boolean.TRUE.equals(page.get("rebooted")) ? ", after the machine went down" : ", after a crash"
                : nothing ? ", from nothing" : ", after a proper stop"));
        place.print("checkpoint: " + (page.get("checkpoint") instanceof Map<?, ?> checkpoint
                ? checkpoint.get("file") + ", " + checkpoint.get("records") + " records, " + checkpoint.get("bytes")
                        + " bytes"
                : "none"));
        place.print("journal: " + page.get("records") + " records, " + page.get("transactions")
                + " transactions, up to serial " + page.get("lastSerial"));
        place.print("cut: " + page.get("bytesCut") + " bytes, " + page.getOrDefault("uncommitted", 0)
                + " transactions without an end");
        for (var finding : items(page, "findings")) {
            place.print("case " + finding.get("case") + (Boolean.TRUE.equals(finding.get("loss")) ? ", loss: " : ": ")
                    + finding.get("text"));
        }
        for (var gap : items(page, "gaps")) {
            place.print("lost: serials " + gap.get("firstSerial") + " to " + gap.get("lastSerial"));
        }
        if (page.get("quarantined") instanceof List<?> files) {
            files.forEach(moved -> place.print("put aside: " + moved));
        }
        if (page.get("forgetting") instanceof List<?> forgettings) {
            forgettings.forEach(what -> place.print("forgetting was cut off and is done again: " + what));
        }
        for (var pane : items(page, "panes")) {
            String detail = String.valueOf(pane.get("detail"));
            place.print("pane " + pane.get("pane") + ": " + pane.get("result")
                    + (detail.isEmpty() ? "" : ", " + Printable.line(detail)));
        }
        var phases = items(page, "phases").stream().map(phase -> phase.get("name") + " "
                + ((Number) phase.get("micros")).longValue() / MICROS_PER_MILLI + " ms").toList();
        place.print("took: " + String.join(", ", phases));
    }

    private static List<Map<String, Object>> items(Map<String, Object> page, String name) {
        if (!(page.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream().filter(Map.class::isInstance).map(RecoveryTool::item).toList();
    }

    @SuppressWarnings("unchecked") // what was read from JSON has texts for keys
    private static Map<String, Object> item(Object map) {
        return (Map<String, Object>) map;
    }
}
