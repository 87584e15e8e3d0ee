package io.ccmux.persistence.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A file or a directory of {@link FaultStorage}: what everybody sees, what is on the medium, what lies between. */
final class FaultNode {
    final boolean directory;
    byte[] bytes = {};
    byte[] durable = {};
    final List<Change> unsynced = new ArrayList<>();
    boolean lying;

    FaultNode(boolean directory) {
        this.directory = directory;
    }

    void change(Change change) {
        bytes = change.applied(bytes);
        unsynced.add(change);
    }

    void force() {
        if (!lying) {
            durable = bytes;
        }
        unsynced.clear();
    }

    /** A change of a file that is not on the medium yet. */
    sealed interface Change {
        byte[] applied(byte[] bytes);

        /** Bytes put somewhere, with zeros before them where there was nothing. */
        record Write(int position, byte[] data) implements Change {
            @Override
            public byte[] applied(byte[] bytes) {
                byte[] result = Arrays.copyOf(bytes, Math.max(bytes.length, position + data.length));
                System.arraycopy(data, 0, result, position, data.length);
                return result;
            }
        }

        /** The end cut off. */
        record Truncate(int size) implements Change {
            @Override
            public byte[] applied(byte[] bytes) {
                return bytes.length <= size ? bytes : Arrays.copyOf(bytes, size);
            }
        }
    }

    /** What a power cut leaves of it. */
    FaultNode survivor(FaultStorage.Policy policy, Random random) {
        FaultNode next = new FaultNode(directory);
        byte[] bytes = durable;
        boolean stopped = false;
        for (Change change : unsynced) {
            boolean keep = !stopped && random.nextInt(100) < policy.keepPercent();
            if (keep) {
                bytes = change.applied(bytes);
            } else if (change instanceof Change.Write write && !stopped && policy.tearBytes() > 0) {
                bytes = torn(bytes, write, policy, random);
            }
            stopped |= !keep && policy.ordered();
        }
        next.bytes = lying ? durable : bytes;
        next.durable = next.bytes;
        return next;
    }

    /** Some of a write's units, and perhaps the new size of the file without what should be there. */
    private static byte[] torn(byte[] bytes, Change.Write write, FaultStorage.Policy policy, Random random) {
        byte[] result = bytes;
        int end = write.position + write.data.length;
        if (random.nextBoolean() && end > bytes.length) {
            result = Arrays.copyOf(bytes, end);
        }
        int from = write.position;
        while (from < end) {
            // Units lie where the disk has them, not where the write begins.
            int to = Math.min(end, (from / policy.tearBytes() + 1 + random.nextInt(3)) * policy.tearBytes());
            if (random.nextBoolean()) {
                result = new Change.Write(from, Arrays.copyOfRange(write.data, from - write.position,
                        to - write.position)).applied(result);
            } else if (policy.ordered()) {
                return result;
            }
            from = to;
        }
        return result;
    }
}
