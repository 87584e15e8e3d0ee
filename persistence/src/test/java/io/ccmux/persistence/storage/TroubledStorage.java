package io.ccmux.persistence.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A disk with one kind of trouble, from the n-th call on that it can befall. Also knows who has left a file open.
 *
 * <pre>
 *  EIO           any call                      nothing is done
 *  EROFS         whatever changes something    nothing is done
 *  ENOSPC        what needs space              half of a write is there
 *  EDQUOT        what needs space, and forces  nothing of a write is there: the quota may be noticed only then
 *  SHORT_WRITE   a write                       all but its last byte is there
 *  EMFILE        whatever opens something      nothing is done
 *  LYING_FORCE   a force                       what was written is lost, and the next force succeeds
 *  INTERRUPT     a file in use                 it is closed under its user, for good
 * </pre>
 */
public final class TroubledStorage implements Storage {
    /** Kinds of trouble. */
    public enum Trouble {
        EIO(EnumSet.allOf(Call.class)), EROFS(EnumSet.complementOf(EnumSet.of(Call.READ, Call.LOOK, Call.OPEN))),
        ENOSPC(EnumSet.of(Call.MAKE, Call.WRITE)), EDQUOT(EnumSet.of(Call.MAKE, Call.WRITE, Call.FORCE)),
        SHORT_WRITE(EnumSet.of(Call.WRITE)), EMFILE(EnumSet.of(Call.MAKE, Call.OPEN, Call.LOOK)),
        LYING_FORCE(EnumSet.of(Call.FORCE)), INTERRUPT(EnumSet.of(Call.READ, Call.WRITE, Call.FORCE));

        private final Set<Call> calls;

        Trouble(Set<Call> calls) {
            this.calls = calls;
        }
    }

    /** What a call does. */
    private enum Call {
        MAKE, OPEN, LOOK, CHANGE, READ, WRITE, FORCE
    }

    private final FaultStorage disk;
    private final Trouble trouble;
    private final List<String> open = new ArrayList<>();
    private long from;
    private boolean once;
    private long again = Long.MAX_VALUE;
    private long befallen;

    /** @param once whether it is over after one call; otherwise it lasts until {@link #heal} */
    public TroubledStorage(FaultStorage disk, Trouble trouble, long from, boolean once) {
        this.disk = disk;
        this.trouble = trouble;
        this.from = from;
        this.once = once;
    }

    /** When it is over after one call, it comes back for another one: so many calls that it can befall after that. */
    public TroubledStorage andAgain(long calls) {
        again = calls;
        return this;
    }

    public void heal() {
        from = Long.MAX_VALUE;
        again = Long.MAX_VALUE;
    }

    /** How many calls have had trouble so far. */
    public long befallen() {
        return befallen;
    }

    public FaultStorage disk() {
        return disk;
    }

    /** The files that were opened and not closed, by the names that they had then. */
    public List<String> open() {
        return List.copyOf(open);
    }

    private boolean befalls(Call call) {
        if (!trouble.calls.contains(call) || from == Long.MAX_VALUE || --from > 0) {
            return false;
        }
        befallen++;
        from = once ? again : 1;
        again = Long.MAX_VALUE;
        return true;
    }

    private void check(Call call, String what) throws IOException {
        if (befalls(call)) {
            throw new IOException(trouble + ": " + what);
        }
    }

    private StorageFile opened(String name, StorageFile file) {
        open.add(name);
        return new TroubledFile(name, file);
    }

    @Override
    public boolean lock() throws IOException {
        check(Call.MAKE, "lock");
        return disk.lock();
    }

    @Override
    public boolean holdsLock() {
        return disk.holdsLock();
    }

    @Override
    public StorageFile create(String name) throws IOException {
        check(Call.MAKE, name);
        return opened(name, disk.create(name));
    }

    @Override
    public StorageFile open(String name) throws IOException {
        check(Call.OPEN, name);
        return opened(name, disk.open(name));
    }

    @Override
    public StorageFile openToRead(String name) throws IOException {
        check(Call.OPEN, name);
        return opened(name, disk.openToRead(name));
    }

    @Override
    public void rename(String one, String other) throws IOException {
        check(Call.CHANGE, one);
        disk.rename(one, other);
    }

    @Override
    public void remove(String name) throws IOException {
        check(Call.CHANGE, name);
        disk.remove(name);
    }

    @Override
    public List<String> list(String directory) throws IOException {
        check(Call.LOOK, directory);
        return disk.list(directory);
    }

    @Override
    public List<String> directories(String directory) throws IOException {
        check(Call.LOOK, directory);
        return disk.directories(directory);
    }

    @Override
    public void makeDirectory(String directory) throws IOException {
        check(Call.MAKE, directory);
        disk.makeDirectory(directory);
    }

    @Override
    public void forceDirectory(String directory) throws IOException {
        check(trouble == Trouble.EMFILE ? Call.OPEN : Call.FORCE, directory);
        disk.forceDirectory(directory);
    }

    @Override
    public void close() {
        disk.close();
    }

    /** An open file. */
    private final class TroubledFile implements StorageFile {
        private final String name;
        private final StorageFile file;
        private boolean interrupted;

        TroubledFile(String name, StorageFile file) {
            this.name = name;
            this.file = file;
        }

        private void check(Call call) throws IOException {
            if (interrupted) {
                throw new ClosedChannelException();
            }
            if (befalls(call)) {
                interrupted = trouble == Trouble.INTERRUPT;
                if (interrupted) {
                    throw new ClosedByInterruptException();
                }
                throw new IOException(trouble + ": " + name);
            }
        }

        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            check(Call.READ);
            return file.read(position, target);
        }

        @Override
        public void write(long position, ByteBuffer... sources) throws IOException {
            ByteBuffer all = ByteBuffer.allocate(Arrays.stream(sources).mapToInt(ByteBuffer::remaining).sum());
            for (ByteBuffer source : sources) {
                all.put(source.duplicate());
            }
            try {
                check(Call.WRITE);
            } catch (IOException e) {
                int part = switch (trouble) {
                    case SHORT_WRITE -> all.capacity() - 1;
                    case ENOSPC -> all.capacity() / 2;
                    case EIO, EROFS, EDQUOT, EMFILE, LYING_FORCE, INTERRUPT -> 0;
                };
                file.write(position, all.rewind().limit(Math.max(0, part)));
                throw e;
            }
            file.write(position, all.rewind());
        }

        @Override
        public void force() throws IOException {
            if (trouble == Trouble.LYING_FORCE && befalls(Call.FORCE)) {
                disk.fail(1, 1);
            } else {
                check(Call.FORCE);
            }
            file.force();
        }

        @Override
        public void truncate(long size) throws IOException {
            check(Call.CHANGE);
            file.truncate(size);
        }

        @Override
        public long size() throws IOException {
            check(Call.LOOK);
            return file.size();
        }

        @Override
        public void close() throws IOException {
            open.remove(name);
            file.close();
        }
    }
}
