package io.ccmux.server;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.ccmux.config.Json;
import io.ccmux.persistence.Checkpoint;
import io.ccmux.persistence.RecoveryReport;
import io.ccmux.server.loop.Revivals.Revival;
import io.ccmux.server.mux.Continuity;
import io.ccmux.server.mux.PaneId;

/**
 * The page about the last recovery that lies in the state directory, for {@code ccmux recovery} and other readers.
 *
 * @param left     what the server before had left undone
 * @param micros   when it was written
 * @param revivals what became of the panes
 */
record RecoveryPage(RecoveryReport report, Left left, long micros, List<Revival> revivals) {
    /** Its name, in the state directory. */
    static final String FILE = "recovery-report.json";

    private static final long MICROS_PER_SECOND = 1_000_000;

    /**
     * What the server before left to this one.
     *
     * @param rebooted    whether the machine has been started anew since
     * @param forgettings what it was to forget and had not finished: panes, or {@code all}
     */
    record Left(boolean rebooted, List<String> forgettings) {
        /** @param boot names the boot of the machine now */
        static Left of(Continuity continuity, String boot) {
            return new Left(continuity.rebooted(boot), continuity.forgettings().values().stream()
                    .map(panes -> panes.isEmpty()
                            ? "all"
                            : panes.stream().map(PaneId::toString).collect(Collectors.joining(", ")))
                    .toList());
        }
    }

    byte[] bytes() {
        return Json.page(fields()).getBytes(StandardCharsets.UTF_8);
    }

    private Map<String, Object> fields() {
        var page = new LinkedHashMap<String, Object>();
        page.put("time", time(micros));
        page.put("unclean", report.unclean());
        page.put("rebooted", left.rebooted);
        page.put("forgetting", left.forgettings);
        page.put("damaged", report.damaged());
        page.put("readOnly", report.readOnly());
        page.put("checkpoint", report.checkpoint().map(RecoveryPage::checkpoint));
        page.put("records", report.records());
        page.put("transactions", report.transactions());
        page.put("uncommitted", report.uncommitted());
        page.put("lastSerial", report.lastSerial());
        page.put("bytesCut", report.bytesCut());
        page.put("gaps", report.gaps().stream()
                .map(gap -> map("firstSerial", gap.firstSerial(), "lastSerial", gap.lastSerial())).toList());
        page.put("quarantined", report.quarantined());
        page.put("findings", report.findings().stream().map(finding -> map("case",
                String.valueOf(finding.row().letter()), "loss", finding.row().loss(), "text", finding.text()))
                .toList());
        page.put("panes", revivals.stream().map(revival -> map("pane", revival.pane().toString(), "run", revival.run(),
                "result", revival.result().toString().toLowerCase(Locale.ROOT), "detail", revival.detail())).toList());
        page.put("phases", report.phases().stream().map(phase -> map("name", phase.name(), "micros", phase.micros()))
                .toList());
        return page;
    }

    private static Map<String, Object> checkpoint(Checkpoint checkpoint) {
        return map("file", checkpoint.name(), "coveredSerial", checkpoint.coveredSerial(), "time",
                time(checkpoint.wallMicros()), "records", checkpoint.records(), "bytes", checkpoint.bytes());
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }

    private static String time(long micros) {
        return Instant.ofEpochSecond(micros / MICROS_PER_SECOND).plus(micros % MICROS_PER_SECOND, ChronoUnit.MICROS)
                .toString();
    }

    /** One line for whoever attaches, if something was lost or had to be repaired; else empty. */
    static String news(RecoveryReport report) {
        String found = report.findings().stream()
                .filter(finding -> finding.row().loss() || finding.row() == RecoveryReport.Row.READ_ONLY
                        || finding.row() == RecoveryReport.Row.DAMAGED_CHECKPOINT)
                .map(RecoveryReport.Finding::text).collect(Collectors.joining("; "));
        if (!found.isEmpty()) {
            return "recovery: " + found + " (see: ccmux recovery)";
        }
        return report.bytesCut() > 0
                ? "recovery: " + report.bytesCut() + " unfinished bytes were put aside (see: ccmux recovery)"
                : "";
    }
}
