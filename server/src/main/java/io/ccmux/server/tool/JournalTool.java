package io.ccmux.server.tool;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.ccmux.config.Json;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.Inspection.SegmentFacts;
import io.ccmux.persistence.RecordRegistry;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.server.journal.RecordExtensions;

/** Shows the journal: how much there is of it, its records, the types that records may have. */
final class JournalTool implements Tool {
    /** What is shown. */
    enum Form {
        STAT, DUMP, TYPES
    }

    private static final int COMMIT = 1;
    private static final int OPTIONAL = 2;

    private final Form form;

    JournalTool(Form form) {
        this.form = form;
    }

    @Override
    public int run(Workplace place, ToolWords words) throws IOException, ToolException {
        if (form == Form.TYPES) {
            types(place, words.json());
            return 0;
        }
        try (Storage storage = place.look()) {
            var inspection = Inspection.of(storage, RecordExtensions.installed().registry());
            if (form == Form.STAT) {
                stat(place, inspection, words.json());
            } else {
                dump(place, inspection, words);
            }
        }
        return 0;
    }

    // ---- stat ------------------------------------------------------------------------------

    /** How many records of a type there are, and the bytes of their payloads. */
    private record Share(long records, long bytes) {
        Share plus(long more) {
            return new Share(records + 1, bytes + more);
        }
    }

    private static void stat(Workplace place, Inspection inspection, boolean json) throws IOException {
        var segments = inspection.segments();
        var shares = new TreeMap<Integer, Share>();
        inspection.journal(0, framed -> {
            shares.merge(framed.type(), new Share(1, framed.payload().length),
                    (before, one) -> before.plus(one.bytes()));
            return true;
        });
        if (json) {
            place.print(Json.line(stat(inspection, segments, shares)));
            return;
        }
        place.print("journal: " + segments.size() + " segments, " + bytes(segments) + " bytes, "
                + records(segments) + " records, " + segments.stream().mapToLong(SegmentFacts::transactions).sum()
                + " transactions" + (segments.isEmpty()
                        ? ""
                        : ", serials " + segments.getFirst().firstSerial() + " to " + segments.getLast().lastSerial()));
        place.print("stopped: " + stopped(inspection));
        segments.forEach(segment -> place.print(segment.file() + ": " + segment.bytes() + " bytes"
                + (segment.compressed() ? " (compressed from " + segment.end() + ")" : ", used " + segment.end())
                + ", " + segment.records() + " records from " + segment.firstSerial() + times(segment)));
        inspection.strays().forEach(file -> place.print(file + ": no part of the journal"));
        shares.forEach((type, share) -> place.print("type " + type + " " + name(type) + ": " + share.records()
                + " records, " + share.bytes() + " bytes"));
    }

    private static String stopped(Inspection inspection) {
        return inspection.page().map(page -> page.clean().isPresent()
                ? "properly, at serial " + page.clean().getAsLong()
                : "not, or a server lives").orElse("unknown, MANIFEST is missing or damaged");
    }

    private static String times(SegmentFacts segment) {
        return segment.records() == 0
                ? ""
                : ", " + Moments.text(segment.firstMicros()) + " to " + Moments.text(segment.lastMicros());
    }

    private static Map<String, Object> stat(Inspection inspection, List<SegmentFacts> segments,
            Map<Integer, Share> shares) {
        var stat = new LinkedHashMap<String, Object>();
        stat.put("bytes", bytes(segments));
        stat.put("records", records(segments));
        stat.put("clean", inspection.page().map(page -> page.clean().isPresent()));
        stat.put("segments", segments.stream().map(segment -> Tables.map("file", segment.file(), "bytes",
                segment.bytes(), "compressed", segment.compressed(), "end", segment.end(), "firstSerial",
                segment.firstSerial(), "lastSerial", segment.lastSerial(), "records", segment.records(),
                "transactions", segment.transactions(), "firstMicros", segment.firstMicros(), "lastMicros",
                segment.lastMicros())).toList());
        stat.put("strays", inspection.strays());
        stat.put("types", shares.entrySet().stream().map(share -> Tables.map("type", share.getKey(), "name",
                name(share.getKey()), "records", share.getValue().records(), "bytes", share.getValue().bytes()))
                .toList());
        return stat;
    }

    private static long bytes(List<SegmentFacts> segments) {
        return segments.stream().mapToLong(SegmentFacts::bytes).sum();
    }

    private static long records(List<SegmentFacts> segments) {
        return segments.stream().mapToLong(SegmentFacts::records).sum();
    }

    // ---- dump ------------------------------------------------------------------------------

    private static void dump(Workplace place, Inspection inspection, ToolWords words)
            throws IOException, ToolException {
        long last = words.number("--to", Long.MAX_VALUE);
        inspection.journal(words.number("--from", 0), framed -> {
            if (framed.serial() <= last) {
                place.print(words.json() ? Json.line(fields(inspection, framed)) : line(inspection, framed));
            }
            return framed.serial() < last && !place.out().checkError();
        });
    }

    /** A record for people. */
    static String line(Inspection inspection, Inspection.Framed framed) {
        String flags = ((framed.flags() & COMMIT) != 0 ? "C" : "-") + ((framed.flags() & OPTIONAL) != 0 ? "O" : "-");
        return framed.serial() + " " + framed.transaction() + " " + Moments.text(framed.wallMicros()) + " " + flags
                + " " + RecordText.of(inspection.record(framed));
    }

    /** A record for programs. */
    static Map<String, Object> fields(Inspection inspection, Inspection.Framed framed) {
        return Tables.map("file", framed.file(), "offset", framed.offset(), "serial", framed.serial(), "transaction",
                framed.transaction(), "type", framed.type(), "name", name(framed.type()), "version", framed.version(),
                "flags", framed.flags(), "micros", framed.wallMicros(), "bytes", framed.payload().length, "record",
                RecordText.of(inspection.record(framed)));
    }

    // ---- types -----------------------------------------------------------------------------

    static String name(int type) {
        return registry().type(type).map(row -> RecordText.name(row.type())).orElse("unknown");
    }

    private static RecordRegistry registry() {
        return RecordExtensions.installed().registry();
    }

    private static void types(Workplace place, boolean json) {
        var rows = registry().types();
        if (json) {
            place.print(Json.line(rows.stream().map(row -> Tables.map("type", row.id(), "version", row.version(),
                    "name", RecordText.name(row.type()), "optional", row.optional())).toList()));
        } else {
            rows.forEach(row -> place.print(row.id() + " v" + row.version() + " " + RecordText.name(row.type())
                    + (row.optional() ? " (optional)" : "")));
        }
    }
}
