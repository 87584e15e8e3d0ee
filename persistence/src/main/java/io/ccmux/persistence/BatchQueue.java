package io.ccmux.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Batches between the session thread, which hands them over, and the journal lane; and the buffers they use. */
final class BatchQueue {
    static final int BUFFER_BYTES = 128 << 10;
    /** Buffers that grew larger are not kept. */
    private static final int POOLED_BYTES_MAX = 1 << 20;
    private static final int POOLED_MAX = 8;
    /** How much is taken out together, in bytes; a batch is taken whole. */
    private static final long GATHER_BYTES_MAX = 4 << 20;

    private final ConcurrentLinkedQueue<Batch> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    private final BlockingQueue<byte[]> pool = new ArrayBlockingQueue<>(POOLED_MAX);

    /** Adds a batch; returns whether {@link #drain} is to be called, for nobody is at it. */
    boolean add(Batch batch) {
        queue.add(batch);
        bytes.addAndGet(batch.length());
        return queued.getAndIncrement() == 0;
    }

    /** Takes out all there is, in groups; a batch with a mark is the last of its group. */
    void drain(Consumer<List<Batch>> taker) {
        int waiting = queued.get();
        while (waiting > 0) {
            List<Batch> group = new ArrayList<>();
            long gathered = 0;
            while (group.size() < waiting && gathered < GATHER_BYTES_MAX
                    && (group.isEmpty() || group.getLast().mark().isEmpty())) {
                Batch batch = queue.remove();
                group.add(batch);
                gathered += batch.length();
            }
            taker.accept(group);
            waiting = queued.addAndGet(-group.size());
        }
    }

    /** Bytes of batches that were handed over and are not done with. */
    long bytes() {
        return bytes.get();
    }

    /** These batches are done with, and their buffers are free. */
    void done(List<Batch> batches) {
        for (Batch batch : batches) {
            bytes.addAndGet(-batch.length());
            if (batch.bytes().length <= POOLED_BYTES_MAX) {
                pool.offer(batch.bytes());
            }
        }
    }

    /** A buffer to fill. */
    byte[] buffer() {
        byte[] pooled = pool.poll();
        return pooled == null ? new byte[BUFFER_BYTES] : pooled;
    }
}
