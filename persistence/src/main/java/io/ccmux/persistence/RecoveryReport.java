package io.ccmux.persistence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was found when the state directory was opened, and what was done about it.
 *
 * @param unclean      whether the server before did not stop properly
 * @param readOnly     whether nothing can be written: the server lives from memory
 * @param checkpoint   the checkpoint that was used
 * @param records      journal records applied after it
 * @param transactions journal transactions applied after it
 * @param uncommitted  transactions that had begun and do not count, for their last records are not there
 * @param lastSerial   the last serial that is part of the state, 0 for none
 * @param bytesCut     bytes of a torn tail that were put aside
 * @param quarantined  files made by putting things aside, relative to the state directory
 * @param gaps         serials known to have existed and not recovered
 * @param findings     one per row of the decision table that was met, except those of a healthy directory
 * @param phases       how long each phase took
 */
public record RecoveryReport(boolean unclean, boolean readOnly, Optional<Checkpoint> checkpoint, long records,
        long transactions, long uncommitted, long lastSerial, long bytesCut, List<String> quarantined, List<Gap> gaps,
        List<Finding> findings, List<Phase> phases) {

    /** Whether something that had been on the medium is missing from the state. */
    public boolean damaged() {
        return findings.stream().anyMatch(finding -> finding.row().loss());
    }

    /** The same, for a directory in which nothing can be written. */
    RecoveryReport readOnly(IOException cause) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(new Finding(Row.READ_ONLY, "nothing can be written: " + cause.getMessage()));
        return new RecoveryReport(unclean, true, checkpoint, records, transactions, uncommitted, lastSerial, bytesCut,
                quarantined, gaps, List.copyOf(more), phases);
    }

    /** Serials that are missing, both ends included; the last one is a lower bound. */
    public record Gap(long firstSerial, long lastSerial) {}

    /** One thing found. */
    public record Finding(Row row, String text) {}

    /** How long a phase of recovery took, in microseconds. */
    public record Phase(String name, long micros) {}

    /** The rows of the decision table in the package's essay that leave a finding. */
    public enum Row {
        TORN_TAIL('C', false), HOLE('D', true), DAMAGED_SEGMENT('E', true), EMPTY_SEGMENT('F', false),
        DAMAGED_CHECKPOINT('G', false), UNFINISHED_CHECKPOINT('H', false), GAP('I', true), READ_ONLY('L', false),
        REFUSED_RECORD('M', true), HARMLESS_DAMAGE('E', false), DAMAGED_MANIFEST('N', false), OUTAGE('O', false),
        QUARANTINE_FULL('P', false);

        private final char letter;
        private final boolean loss;

        Row(char letter, boolean loss) {
            this.letter = letter;
            this.loss = loss;
        }

        public char letter() {
            return letter;
        }

        /** Whether it means that something once on the medium is lost to the state. */
        public boolean loss() {
            return loss;
        }
    }
}
