package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that recovery does to a state directory once it knows what it found. Each can be done again after a crash
 * in its middle, and until all are done another recovery comes to the same state.
 */
sealed interface Repair {
    /** The file it is about. */
    String file();

    /** A segment's bytes from {@code from} on are no part of the journal: those up to {@code to} move, zeros go. */
    record Cut(String file, long from, long to) implements Repair {}

    /** A file is no part of the state: it moves. */
    record SetAside(String file) implements Repair {}

    /** A file holds nothing. */
    record Remove(String file) implements Repair {}

    /**
     * Does all of them.
     *
     * @param quarantine the directory to move things to; made only if something moves
     * @return the files made there
     */
    static List<String> all(Storage storage, List<Repair> repairs, String quarantine) throws IOException {
        List<String> moved = new ArrayList<>();
        if (repairs.stream().anyMatch(repair -> !(repair instanceof Remove))) {
            storage.makeDirectory(quarantine);
            storage.forceDirectory("");
            storage.forceDirectory(StateLayout.QUARANTINE);
        }
        for (Repair repair : repairs) {
            String name = repair.file().substring(repair.file().indexOf('/') + 1);
            switch (repair) {
                case Cut cut -> {
                    String aside = quarantine + "/" + name + "." + Long.toHexString(cut.from);
                    moved.add(aside);
                    copy(storage, cut, aside);
                    storage.forceDirectory(quarantine);
                    truncate(storage, cut);
                }
                case SetAside(var file) -> {
                    moved.add(quarantine + "/" + name);
                    storage.rename(file, quarantine + "/" + name);
                }
                case Remove(var file) -> storage.remove(file);
            }
        }
        if (!moved.isEmpty()) {
            storage.forceDirectory(quarantine);
        }
        storage.forceDirectory(StateLayout.CHECKPOINTS);
        storage.forceDirectory(StateLayout.JOURNAL);
        return moved;
    }

    private static void copy(Storage storage, Cut cut, String aside) throws IOException {
        storage.remove(aside);
        try (StorageFile from = storage.openToRead(cut.file); StorageFile to = storage.create(aside)) {
            ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(1 << 20, cut.to - cut.from));
            long done = 0;
            while (cut.from + done < cut.to) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), cut.to - cut.from - done));
                int count = from.read(cut.from + done, buffer);
                if (count <= 0) {
                    throw new IOException(cut.file + " ends at byte " + (cut.from + done));
                }
                to.write(done, buffer.flip());
                done += count;
            }
            to.force();
        }
    }

    private static void truncate(Storage storage, Cut cut) throws IOException {
        try (StorageFile file = storage.open(cut.file)) {
            file.truncate(cut.from);
            file.force();
        }
    }
}
