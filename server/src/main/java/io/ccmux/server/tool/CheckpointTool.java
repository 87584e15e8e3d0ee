package io.ccmux.server.tool;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.ccmux.config.Json;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.Inspection.CheckpointFacts;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.server.journal.RecordExtensions;

/** Shows the checkpoints, newest first, or the records of one. */
final class CheckpointTool implements Tool {
    /** What is shown of them. */
    enum Form {
        LIST, VERIFY, SHOW
    }

    private final Form form;

    CheckpointTool(Form form) {
        this.form = form;
    }

    @Override
    public int run(Workplace place, ToolWords words) throws IOException, ToolException {
        try (Storage storage = place.look()) {
            var inspection = Inspection.of(storage, RecordExtensions.installed().registry());
            var found = inspection.checkpoints();
            if (form == Form.SHOW) {
                show(place, inspection, chosen(found, words.words().stream().findFirst()), words.json());
                return 0;
            }
            if (words.json()) {
                place.print(Json.line(list(found)));
            } else {
                found.forEach(each -> place.print(each.file() + ": " + each.problem()
                        .orElse("covers serial " + each.coveredSerial() + ", " + Moments.text(each.micros()) + ", "
                                + each.records() + " records, " + each.bytes() + " bytes")));
            }
            return form == Form.VERIFY && found.stream().anyMatch(each -> each.problem().isPresent()) ? 1 : 0;
        }
    }

    static List<Map<String, Object>> list(List<CheckpointFacts> checkpoints) {
        return checkpoints.stream().map(found -> Tables.map("file", found.file(), "coveredSerial",
                found.coveredSerial(), "micros", found.micros(), "records", found.records(), "bytes", found.bytes(),
                "problem", found.problem())).toList();
    }

    private static CheckpointFacts chosen(List<CheckpointFacts> checkpoints, Optional<String> name)
            throws ToolException {
        return checkpoints.stream().filter(each -> each.problem().isEmpty())
                .filter(each -> name.isEmpty() || each.file().contains(name.get())).findFirst()
                .orElseThrow(() -> new ToolException(
                        name.map(given -> "no whole checkpoint: " + given).orElse("no whole checkpoint")));
    }

    private static void show(Workplace place, Inspection inspection, CheckpointFacts checkpoint, boolean json)
            throws IOException {
        var counts = new TreeMap<String, Long>();
        inspection.checkpoint(checkpoint.file(), framed -> {
            counts.merge(JournalTool.name(framed.type()), 1L, Long::sum);
            place.print(json
                    ? Json.line(JournalTool.fields(inspection, framed))
                    : JournalTool.line(inspection, framed));
            return true;
        });
        if (!json) {
            counts.forEach((name, count) -> place.print(name + ": " + count));
        }
    }
}
