package io.ccmux.server.tool;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ccmux.config.Json;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.Inspection.CheckpointFacts;
import io.ccmux.persistence.RecoveryReport;
import io.ccmux.persistence.RecoveryReport.Row;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.server.journal.RecordExtensions;

/**
 * Says what a recovery would find in the state directory, having made the state as it would, and reads every checkpoint
 * from its first byte to its last. The exit status is 1 if anything is wrong.
 */
final class VerifyTool implements Tool {
    /** A living server writes while we read: what looks unfinished is looked at again. */
    private static final int LOOKS = 5;
    /** What a living server has lying about: segments that hold nothing yet, a checkpoint half done. */
    private static final Set<Row> NO_FAULT = Set.of(Row.EMPTY_SEGMENT, Row.UNFINISHED_CHECKPOINT);

    @Override
    public int run(Workplace place, ToolWords words) throws IOException, ToolException {
        try (Storage storage = place.look()) {
            boolean lives = Liveness.lives(place.state());
            var inspection = Inspection.of(storage, RecordExtensions.installed().registry());
            var report = inspection.verify(place.loading().get());
            for (int look = 1; look < LOOKS && lives && wrong(report); look++) {
                inspection = Inspection.of(storage, RecordExtensions.installed().registry());
                report = inspection.verify(place.loading().get());
            }
            var checkpoints = inspection.checkpoints();
            boolean well = !wrong(report) && checkpoints.stream().allMatch(found -> found.problem().isEmpty());
            if (words.json()) {
                place.print(Json.line(fields(report, checkpoints, well)));
            } else {
                print(place, report, checkpoints, well);
            }
            return well ? 0 : 1;
        }
    }

    private static boolean wrong(RecoveryReport report) {
        return report.findings().stream().anyMatch(finding -> !NO_FAULT.contains(finding.row()));
    }

    private static void print(Workplace place, RecoveryReport report, List<CheckpointFacts> checkpoints,
            boolean well) {
        checkpoints.forEach(found -> place.print(found.file() + ": " + found.problem().orElse("whole, "
                + found.records() + " records, " + found.bytes() + " bytes")));
        place.print("journal: " + report.records() + " records, " + report.transactions()
                + " transactions after the checkpoint, up to serial " + report.lastSerial());
        report.findings().forEach(finding -> place.print("case " + finding.row().letter()
                + (finding.row().loss() ? ", loss: " : ": ") + finding.text()));
        report.gaps().forEach(gap -> place.print("lost: serials " + gap.firstSerial() + " to " + gap.lastSerial()));
        place.print(well ? "all is well" : "not all is well");
    }

    private static Map<String, Object> fields(RecoveryReport report, List<CheckpointFacts> checkpoints, boolean well) {
        return Tables.map("well", well, "damaged", report.damaged(), "records", report.records(), "transactions",
                report.transactions(), "uncommitted", report.uncommitted(), "lastSerial", report.lastSerial(),
                "findings",
                report.findings().stream().map(finding -> Tables.map("case", finding.row().letter() + "", "loss",
                        finding.row().loss(), "text", finding.text())).toList(),
                "checkpoints", CheckpointTool.list(checkpoints));
    }
}
