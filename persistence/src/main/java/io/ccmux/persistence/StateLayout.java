package io.ccmux.persistence;

import java.util.OptionalLong;

/**
 * Where things are in a state directory.
 *
 * <pre>
 *  LOCK                              held by the server that lives
 *  MANIFEST                          {@link Manifest}
 *  RESERVE                           {@link OutagePage}, and space for bad times
 *  journal/0000000000000007.jnl      a segment, by its id
 *  journal/0000000000000002.jnz      a segment that is history, compressed: {@link SealedFile}
 *  journal/0000000000000002.idx      where in a segment what time was: {@link SegmentIndex}
 *  journal/0000000000000003.new      a segment being made; the third of this server
 *  checkpoints/00000000000004d2.cpt  a checkpoint, by the serial it covers
 *  checkpoints/00000000000004d2.tmp  a checkpoint being written
 *  quarantine/4d2-1/                 what was put aside when the state ended at serial 4d2
 * </pre>
 *
 * <p>All numbers are hexadecimal.
 */
final class StateLayout {
    static final String MANIFEST = "MANIFEST";
    static final String MANIFEST_NEW = "MANIFEST.new";
    static final String RESERVE = "RESERVE";
    static final String JOURNAL = "journal";
    static final String CHECKPOINTS = "checkpoints";
    static final String QUARANTINE = "quarantine";

    static final String SEGMENT_SUFFIX = ".jnl";
    static final String SEALED_SUFFIX = ".jnz";
    static final String INDEX_SUFFIX = ".idx";
    static final String SEGMENT_NEW_SUFFIX = ".new";
    static final String CHECKPOINT_SUFFIX = ".cpt";
    static final String CHECKPOINT_TEMP_SUFFIX = ".tmp";

    private static final int DIGITS = 16;

    private StateLayout() {}

    static String segment(long id) {
        return JOURNAL + "/" + name(id, SEGMENT_SUFFIX);
    }

    static String sealed(long id) {
        return JOURNAL + "/" + name(id, SEALED_SUFFIX);
    }

    static String index(long id) {
        return JOURNAL + "/" + name(id, INDEX_SUFFIX);
    }

    static String newSegment(long number) {
        return JOURNAL + "/" + name(number, SEGMENT_NEW_SUFFIX);
    }

    static String checkpoint(long serial) {
        return CHECKPOINTS + "/" + name(serial, CHECKPOINT_SUFFIX);
    }

    static String checkpointTemp(long serial) {
        return CHECKPOINTS + "/" + name(serial, CHECKPOINT_TEMP_SUFFIX);
    }

    private static String name(long number, String suffix) {
        String digits = Long.toHexString(number);
        return "0".repeat(DIGITS - digits.length()) + digits + suffix;
    }

    /** The number of a file with that suffix, empty for a name of another kind. */
    static OptionalLong number(String name, String suffix) {
        if (!name.endsWith(suffix) || name.length() != DIGITS + suffix.length()) {
            return OptionalLong.empty();
        }
        try {
            long number = Long.parseUnsignedLong(name, 0, DIGITS, 16);
            return number < 0 || !name(number, suffix).equals(name) ? OptionalLong.empty() : OptionalLong.of(number);
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
