package io.ccmux.persistence;

/**
 * Whoever makes state out of entries again.
 *
 * <p>Entries come in order and in whole transactions. {@link #begin} may come more than once: when a checkpoint turns
 * out to be damaged near its end, or a record is refused, state is made again from something older.
 */
public interface Replay {
    /** Forgets everything: the entries that follow start from an empty state. */
    void begin();

    /**
     * Applies one entry. An exception is a refusal: the entry's transaction and all that follow are put aside, and
     * state is made anew up to it.
     */
    void apply(Entry entry);
}
