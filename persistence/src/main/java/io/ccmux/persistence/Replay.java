package io.ccmux.persistence;

/**
 * Whoever makes state out of entries again.
 *
 * <p>Entries come in order and in whole transactions. {@link #begin} may come more than once: when a checkpoint turns
 * out to be damaged near its end, or a record is refused, state is made again from something older. {@link #judged}
 * comes once, after all of them.
 */
public interface Replay {
    /** Forgets everything: the entries that follow start from an empty state. */
    void begin();

    /**
     * Applies one entry. An exception is a refusal: the entry's transaction and all that follow are put aside, and
     * state is made anew up to it.
     */
    void apply(Entry entry);

    /**
     * Everything was read, and nothing on disk was changed yet.
     *
     * @throws RecoveryRefusedException to leave everything as it is and give up
     */
    default void judged(RecoveryReport report) throws RecoveryRefusedException {}
}
