package io.ccmux.persistence;

import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * An open file that is forced by one thread at a time, and never again once that failed.
 *
 * <p>A kernel tells of a failed force once; the next one succeeds though the bytes are gone. So whoever forces the file
 * after that, on another thread and for another reason, has to hear of it as well.
 */
final class ForcedFile implements StorageFile {
    private final StorageFile file;
    private Optional<IOException> failure = Optional.empty();

    ForcedFile(StorageFile file) {
        this.file = file;
    }

    @Override
    public synchronized void force() throws IOException {
        refuseAfterFailure();
        try {
            file.force();
        } catch (IOException e) {
            failure = Optional.of(e);
            throw e;
        }
        refuseAfterFailure();
    }

    private void refuseAfterFailure() throws IOException {
        if (failure.isPresent()) {
            throw new IOException("could not be forced before: " + failure.get().getMessage(), failure.get());
        }
    }

    @Override
    public int read(long position, ByteBuffer target) throws IOException {
        return file.read(position, target);
    }

    @Override
    public void write(long position, ByteBuffer... sources) throws IOException {
        file.write(position, sources);
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
