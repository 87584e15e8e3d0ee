package io.ccmux.persistence.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A storage that leaves out what its {@link Sloth} is too lazy for: a mistake of ours, made on purpose. */
public final class CarelessStorage implements Storage {
    private final Storage storage;
    private final Sloth sloth;

    public CarelessStorage(Storage storage, Sloth sloth) {
        this.storage = storage;
        this.sloth = sloth;
    }

    /** What is left out. */
    public enum Sloth {
        DIRECTORY_OF_CHECKPOINTS_NOT_FORCED, DIRECTORY_OF_JOURNAL_NOT_FORCED, DIRECTORY_OF_MANIFEST_NOT_FORCED,
        CHECKPOINT_NOT_FORCED, SEGMENT_NOT_FORCED, FAILED_FORCE_IGNORED, FAILED_WRITE_IGNORED, FORCED_AGAIN
    }

    private static boolean segment(String name) {
        return name.startsWith("journal/");
    }

    @Override
    public boolean lock() throws IOException {
        return storage.lock();
    }

    @Override
    public boolean holdsLock() throws IOException {
        return storage.holdsLock();
    }

    @Override
    public StorageFile create(String name) throws IOException {
        return new CarelessFile(name, storage.create(name));
    }

    @Override
    public StorageFile open(String name) throws IOException {
        return new CarelessFile(name, storage.open(name));
    }

    @Override
    public StorageFile openToRead(String name) throws IOException {
        return storage.openToRead(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        storage.rename(from, to);
    }

    @Override
    public void remove(String name) throws IOException {
        storage.remove(name);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return storage.list(directory);
    }

    @Override
    public List<String> directories(String directory) throws IOException {
        return storage.directories(directory);
    }

    @Override
    public void makeDirectory(String directory) throws IOException {
        storage.makeDirectory(directory);
    }

    @Override
    public void forceDirectory(String directory) throws IOException {
        boolean left = switch (sloth) {
            case DIRECTORY_OF_CHECKPOINTS_NOT_FORCED -> directory.equals("checkpoints");
            case DIRECTORY_OF_JOURNAL_NOT_FORCED -> directory.equals("journal");
            case DIRECTORY_OF_MANIFEST_NOT_FORCED -> directory.isEmpty();
            case CHECKPOINT_NOT_FORCED, SEGMENT_NOT_FORCED, FAILED_FORCE_IGNORED, FAILED_WRITE_IGNORED, FORCED_AGAIN ->
                false;
        };
        if (!left) {
            storage.forceDirectory(directory);
        }
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }

    /** An open file. */
    private final class CarelessFile implements StorageFile {
        private final String name;
        private final StorageFile file;

        CarelessFile(String name, StorageFile file) {
            this.name = name;
            this.file = file;
        }

        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            return file.read(position, target);
        }

        @Override
        public void write(long position, ByteBuffer... sources) throws IOException {
            try {
                file.write(position, sources);
            } catch (IOException e) {
                if (sloth != Sloth.FAILED_WRITE_IGNORED) {
                    throw e;
                }
            }
        }

        @Override
        public void force() throws IOException {
            boolean left = sloth == Sloth.SEGMENT_NOT_FORCED && segment(name)
                    || sloth == Sloth.CHECKPOINT_NOT_FORCED && name.startsWith("checkpoints/");
            if (left) {
                return;
            }
            try {
                file.force();
            } catch (IOException e) {
                switch (sloth) {
                    case FAILED_FORCE_IGNORED -> {}
                    case FORCED_AGAIN -> file.force();
                    default -> throw e;
                }
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
