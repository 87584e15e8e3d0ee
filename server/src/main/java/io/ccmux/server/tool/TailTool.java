package io.ccmux.server.tool;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Queue;

import io.ccmux.config.Json;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.server.journal.RecordExtensions;

/** Shows the last records of the journal, and with {@code -f} those that come until somebody interrupts it. */
final class TailTool implements Tool {
    private static final int LINES = 10;
    private static final long LOOK_MILLIS = 200;

    @Override
    public int run(Workplace place, ToolWords words) throws IOException, ToolException {
        long lines = words.number("-n", LINES);
        long shown = 0;
        try (Storage storage = place.look()) {
            var segments = Inspection.of(storage, RecordExtensions.installed().registry()).segments();
            long last = segments.isEmpty() ? 0 : segments.getLast().lastSerial();
            long from = Math.max(1, last - lines + 1);
            shown = show(place, storage, words.json(), from);
            while (words.has("-f") && !place.out().checkError()) {
                Thread.sleep(LOOK_MILLIS);
                shown = show(place, storage, words.json(), Math.max(from, shown + 1));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Shows whole transactions from a serial on; returns the last serial shown, or the one before. */
    private static long show(Workplace place, Storage storage, boolean json, long from) throws IOException {
        var inspection = Inspection.of(storage, RecordExtensions.installed().registry());
        Queue<Inspection.Framed> unfinished = new ArrayDeque<>();
        long[] last = {from - 1};
        inspection.journal(from, framed -> {
            unfinished.add(framed);
            if ((framed.flags() & 1) != 0) {
                unfinished.forEach(each -> place.print(json
                        ? Json.line(JournalTool.fields(inspection, each))
                        : JournalTool.line(inspection, each)));
                unfinished.clear();
                last[0] = framed.serial();
            }
            return true;
        });
        place.out().flush();
        return last[0];
    }
}
