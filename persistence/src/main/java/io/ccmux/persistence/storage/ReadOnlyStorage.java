package io.ccmux.persistence.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** A state directory that can be looked at and not changed, whatever its reader tries. */
public final class ReadOnlyStorage implements Storage {
    private final Storage storage;

    public ReadOnlyStorage(Storage storage) {
        this.storage = storage;
    }

    private static IOException refused(String what) {
        return new IOException("the state directory is only looked at: " + what);
    }

    @Override
    public boolean lock() throws IOException {
        throw refused("lock");
    }

    @Override
    public boolean holdsLock() {
        return false;
    }

    @Override
    public StorageFile create(String name) throws IOException {
        throw refused("create " + name);
    }

    @Override
    public StorageFile open(String name) throws IOException {
        throw refused("open " + name);
    }

    @Override
    public StorageFile openToRead(String name) throws IOException {
        return new ReadOnlyFile(storage.openToRead(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        throw refused("rename " + from);
    }

    @Override
    public void remove(String name) throws IOException {
        throw refused("remove " + name);
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
        throw refused("make " + directory);
    }

    @Override
    public void forceDirectory(String directory) throws IOException {
        throw refused("force " + directory);
    }

    @Override
    public void close() throws IOException {
        storage.close();
    }

    /** A file that can only be read. */
    private record ReadOnlyFile(StorageFile file) implements StorageFile {
        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            return file.read(position, target);
        }

        @Override
        public void write(long position, ByteBuffer... sources) throws IOException {
            throw refused("write");
        }

        @Override
        public void force() throws IOException {
            throw refused("force");
        }

        @Override
        public void truncate(long size) throws IOException {
            throw refused("truncate");
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
