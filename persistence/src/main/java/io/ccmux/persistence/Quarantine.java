package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What recoveries put aside, kept for people to look at as long as it is not too much.
 *
 * <pre>
 *  quarantine/4d2-1/    by the serial that the state ended at, in hexadecimal, and a number
 * </pre>
 */
final class Quarantine {
    static final long BYTES_MAX = 1L << 30;

    private Quarantine() {}

    /**
     * Removes what was put aside first until the rest is within the limit. What came last stays, however large it is.
     *
     * @return the directories that were removed
     */
    static List<String> trim(Storage storage, long bytesMax) throws IOException {
        List<String> oldestFirst = new ArrayList<>(storage.directories(StateLayout.QUARANTINE));
        oldestFirst.sort(Comparator.comparingInt((String name) -> name.indexOf('-'))
                .thenComparing(name -> name.substring(0, Math.max(0, name.indexOf('-'))))
                .thenComparingInt(String::length).thenComparing(Comparator.naturalOrder()));
        long bytes = 0;
        for (String name : oldestFirst) {
            bytes += size(storage, StateLayout.QUARANTINE + "/" + name);
        }
        List<String> removed = new ArrayList<>();
        for (String name : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - 1))) {
            if (bytes > bytesMax) {
                String directory = StateLayout.QUARANTINE + "/" + name;
                bytes -= size(storage, directory);
                remove(storage, directory);
                removed.add(directory);
            }
        }
        if (!removed.isEmpty()) {
            storage.forceDirectory(StateLayout.QUARANTINE);
        }
        return removed;
    }

    /** Removes all of it. */
    static void clear(Storage storage) throws IOException {
        List<String> directories = storage.directories(StateLayout.QUARANTINE);
        for (String name : directories) {
            remove(storage, StateLayout.QUARANTINE + "/" + name);
        }
        if (!directories.isEmpty()) {
            storage.forceDirectory(StateLayout.QUARANTINE);
        }
    }

    private static long size(Storage storage, String directory) throws IOException {
        long bytes = 0;
        for (String name : storage.list(directory)) {
            try (StorageFile file = storage.openToRead(directory + "/" + name)) {
                bytes += file.size();
            }
        }
        return bytes;
    }

    private static void remove(Storage storage, String directory) throws IOException {
        for (String name : storage.list(directory)) {
            storage.remove(directory + "/" + name);
        }
        storage.remove(directory);
    }
}
