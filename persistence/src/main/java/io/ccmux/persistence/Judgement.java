package io.ccmux.persistence;

import io.ccmux.persistence.RecoveryReport.Finding;
import io.ccmux.persistence.RecoveryReport.Gap;
import io.ccmux.persistence.RecoveryReport.Row;
import io.ccmux.persistence.SegmentMap.Segment;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of recovery that says what is wrong with a state directory and what is to be done about it. Reads only.
 *
 * <p>What decides between a torn tail and damage is whether anything proves that the first missing serial had been on
 * the medium: a later frame's {@code syncedSerial}, the head of a later segment or of a checkpoint, the marker of a
 * clean stop.
 */
final class Judgement {
    private final Storage storage;
    private final StateScan scan;
    private final Loading.Loaded loaded;

    private final List<Finding> findings = new ArrayList<>();
    private final List<Gap> gaps = new ArrayList<>();
    private final List<Repair> repairs = new ArrayList<>();
    private JournalPosition end;
    private JournalPosition proven;
    private long bytesCut;

    Judgement(Storage storage, StateScan scan, Loading loading, Loading.Loaded loaded) {
        this.storage = storage;
        this.scan = scan;
        this.loaded = loaded;
        this.end = loaded.cut();
        this.proven = loaded.proven();
        manifest();
        loading.unusable().forEach((checkpoint, why) -> {
            find(Row.DAMAGED_CHECKPOINT, "checkpoint " + checkpoint.file() + " cannot be used: " + why);
            repairs.add(new Repair.SetAside(checkpoint.file()));
        });
        loaded.stopped().ifPresentOrElse(this::stopped, this::nowhere);
        segmentsBeside();
        scan.unfinished().forEach(file -> {
            find(Row.UNFINISHED_CHECKPOINT, "checkpoint " + file + " was not finished");
            repairs.add(new Repair.Remove(file));
        });
        scan.spares().forEach(file -> repairs.add(new Repair.Remove(file)));
        OutagePage.read(storage).filter(page -> scan.unclean() && end.serial() <= page.serial()).ifPresent(
                page -> find(Row.OUTAGE, "the disk took nothing after serial " + page.serial() + " (" + page.cause()
                        + "): what changed between then and the end of the server is lost"));
    }

    List<Finding> findings() {
        return findings;
    }

    List<Gap> gaps() {
        return gaps;
    }

    List<Repair> repairs() {
        return repairs;
    }

    /** Where the journal ends. */
    JournalPosition end() {
        return end;
    }

    /** The last place before {@link #end}, in the same segment, up to which it is on the medium for sure. */
    JournalPosition proven() {
        return proven;
    }

    long bytesCut() {
        return bytesCut;
    }

    private void manifest() {
        if (scan.manifest().isEmpty() && !scan.nothing()) {
            find(Row.DAMAGED_MANIFEST, "MANIFEST is missing or damaged");
        }
    }

    /** The journal ended in a segment: properly, torn, or damaged. */
    private void stopped(Segment segment) {
        Rest rest = rest(segment, end);
        long cut = rest.end() - end.offset();
        long synced = Math.max(Math.max(loaded.synced(), rest.syncedSerial()), scan.syncedSerial());
        String where = segment.file() + " at byte " + end.offset() + ", after serial " + end.serial();
        if (loaded.refusal().isPresent()) {
            find(Row.REFUSED_RECORD, where + ": the record there is refused: " + loaded.refusal().get());
            gap(Math.max(synced, end.serial() + 1));
        } else if (rest.unreadable()) {
            find(Row.HOLE, where + ": the disk cannot read what follows");
            gap(Math.max(synced, end.serial() + 1));
        } else if (synced > end.serial()) {
            boolean last = segment.id() == scan.segments().segments().getLast().id();
            find(last ? Row.HOLE : Row.DAMAGED_SEGMENT,
                    where + ": what follows is damaged, though it was on the medium up to serial " + synced);
            gap(synced);
        } else if (cut > 0) {
            find(Row.TORN_TAIL, where + ": " + cut + " bytes were not finished");
        }
        bytesCut += cut;
        if (end.offset() > FileHead.BYTES) {
            // A compressed segment stays as it is: the head of the next segment will say where it ends.
            if (cut > 0 && !segment.sealed()) {
                repairs.add(new Repair.Cut(segment.file(), end.offset(), rest.end()));
            }
            return;
        }
        if (cut > 0 || rest.unreadable()) {
            repairs.add(new Repair.SetAside(segment.file()));
        } else {
            find(Row.EMPTY_SEGMENT, segment.file() + " holds no record");
            repairs.add(new Repair.Remove(segment.file()));
        }
        JournalPosition before = segment.head().orElseThrow().position();
        end = before.serial() == end.serial() ? before : JournalPosition.nowhere(end.serial());
        proven = end;
    }

    /** No segment goes on after the checkpoint, or there is none to begin with. */
    private void nowhere() {
        boolean missing = end.segment() != 0;
        if (missing || scan.syncedSerial() > end.serial()) {
            find(Row.GAP, "the journal after serial " + end.serial() + " is missing"
                    + (missing ? ": " + StateLayout.segment(end.segment()) : ""));
            gap(scan.syncedSerial());
            end = JournalPosition.nowhere(end.serial());
            proven = end;
        }
    }

    /** The segments in which reading did not end. */
    private void segmentsBeside() {
        for (Segment segment : scan.segments().segments()) {
            if (before(segment)) {
                damagedBefore(segment);
            } else if (!loaded.stopped().filter(segment::equals).isPresent()) {
                behind(segment);
            }
        }
    }

    private boolean before(Segment segment) {
        return loaded.stopped().isPresent()
                ? segment.id() < loaded.stopped().get().id()
                : segment.head().filter(head -> head.serial() <= end.serial()).isPresent();
    }

    /** What is before the end can be missing its head: the checkpoint is the way round. */
    private void damagedBefore(Segment segment) {
        if (segment.head().isEmpty()) {
            find(Row.HARMLESS_DAMAGE, segment.file() + " has a damaged head, but the state does not need it");
            if (segment.id() < loaded.start().segment()) {
                repairs.add(new Repair.SetAside(segment.file()));
            }
        }
    }

    /** What is behind the end cannot be reached. */
    private void behind(Segment segment) {
        Rest rest = rest(segment, new JournalPosition(segment.id(), FileHead.BYTES, 0, end.serial()));
        if (!rest.unreadable() && rest.end() <= FileHead.BYTES) {
            find(Row.EMPTY_SEGMENT, segment.file() + " holds no record");
            repairs.add(new Repair.Remove(segment.file()));
            return;
        }
        if (findings.stream().noneMatch(finding -> finding.row().loss())) {
            find(Row.DAMAGED_SEGMENT, segment.file() + " cannot be reached from the segments before it");
        }
        repairs.add(new Repair.SetAside(segment.file()));
    }

    private Rest rest(Segment segment, JournalPosition from) {
        try (StorageFile file = segment.open(storage)) {
            return Rest.of(file, from, file.size());
        } catch (IOException e) {
            return new Rest(from.offset(), 0, true);
        }
    }

    private void gap(long last) {
        if (last > end.serial()) {
            gaps.add(new Gap(end.serial() + 1, last));
        }
    }

    void find(Row row, String text) {
        findings.add(new Finding(row, text));
    }
}
