package io.ccmux.persistence;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Whole transactions on their way from the session thread to the journal thread.
 *
 * @param bytes      holds their frames, not sealed yet, in its first {@code length} bytes
 * @param lastSerial the last serial given out when it was handed over
 * @param awaited    whether a reply waits for it to be on the medium
 * @param mark       told the place behind the batch when it is on the medium
 * @param last       whether it is to be the last of its segment
 */
record Batch(byte[] bytes, int length, long lastSerial, boolean awaited,
        Optional<CompletableFuture<JournalPosition>> mark, boolean last) {}
