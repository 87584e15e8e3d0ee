package io.ccmux.persistence.storage;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A state directory on a real disk: 0700, its files 0600 whatever the umask, and nobody's but ours.
 *
 * <p>No thread that comes here may be interrupted: an interrupt closes the channel under everybody's hands.
 */
public final class DiskStorage implements Storage {
    /** Locked for life and never unlinked: whoever unlinked it would let a second server lock a new one. */
    private static final String LOCK = "LOCK";
    private static final Set<PosixFilePermission> PRIVATE_DIRECTORY = PosixFilePermissions.fromString("rwx------");
    private static final Set<PosixFilePermission> PRIVATE_FILE = PosixFilePermissions.fromString("rw-------");

    private final Path root;
    private FileChannel lockChannel;
    private Object lockKey;

    private DiskStorage(Path root) {
        this.root = root;
    }

    /**
     * Opens a state directory, making it if there is none. One that cannot be made is a disk that takes nothing: every
     * call fails.
     *
     * @throws IOException naming the directory when it is a link, no directory, or another user's
     */
    public static DiskStorage open(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            try {
                make(directory.toAbsolutePath().normalize());
            } catch (FileSystemException refused) {
                return new DiskStorage(directory.toAbsolutePath().normalize());
            }
        }
        checkOwn(directory);
        Path real = directory.toRealPath();
        tighten(real, PRIVATE_DIRECTORY);
        return new DiskStorage(real);
    }

    /**
     * Opens a state directory to look at it: nothing in it changes, not even a mode.
     *
     * @throws IOException naming the directory when it is not there, a link, no directory, or another user's
     */
    public static Storage openToRead(Path directory) throws IOException {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException("no state directory: " + directory);
        }
        checkOwn(directory);
        return new ReadOnlyStorage(new DiskStorage(directory.toRealPath()));
    }

    private static void checkOwn(Path directory) throws IOException {
        if (!Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("state directory is not a directory of its own: " + directory);
        }
        Object owner = Files.getAttribute(directory, "unix:uid", LinkOption.NOFOLLOW_LINKS);
        long self = new UnixSystem().getUid();
        if (((Number) owner).longValue() != self) {
            throw new IOException("state directory belongs to user " + owner + ", not to user " + self + ": "
                    + directory);
        }
    }

    /** Makes a directory and those above it, and sees to it that a power cut does not take them back. */
    private static void make(Path directory) throws IOException {
        Path parent = directory.getParent();
        if (!Files.exists(parent)) {
            make(parent);
        }
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PRIVATE_DIRECTORY));
        force(parent);
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /**
     * {@inheritDoc}
     *
     * <p>The lock is the process's, and closing any descriptor of the file would drop it. So the file is opened once,
     * and a second opening in the same process is left open.
     */
    @Override
    public boolean lock() throws IOException {
        Path file = root.resolve(LOCK);
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException("state directory cannot be made: " + root);
        }
        FileChannel channel = FileChannel.open(file, Set.<OpenOption>of(StandardOpenOption.CREATE,
                StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
        FileLock lock;
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return false;
        }
        if (lock == null) {
            channel.close();
            return false;
        }
        if (lockChannel != null) {
            lockChannel.close();
        }
        lockChannel = channel;
        lockKey = key(file);
        tighten(file, PRIVATE_FILE);
        sign(channel);
        return true;
    }

    /** Writes whose lock it is; that is for people, and a disk too full for it is locked all the same. */
    private static void sign(FileChannel channel) {
        byte[] pid = (ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII);
        try {
            channel.truncate(0).write(ByteBuffer.wrap(pid));
        } catch (IOException e) {
            return;
        }
    }

    @Override
    public boolean holdsLock() {
        return lockKey != null && lockKey.equals(key(root.resolve(LOCK)));
    }

    /** What tells a file from all others, also from one of the same name; nothing if there is none. */
    private static Object key(Path path) {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
        } catch (IOException e) {
            return "nothing at " + path;
        }
    }

    @Override
    public StorageFile create(String name) throws IOException {
        Path file = root.resolve(name);
        FileChannel channel = FileChannel.open(file, Set.<OpenOption>of(StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
                PosixFilePermissions.asFileAttribute(PRIVATE_FILE));
        tighten(file, PRIVATE_FILE);
        return new DiskFile(channel, file.getParent(), key(file.getParent()));
    }

    @Override
    public StorageFile open(String name) throws IOException {
        Path file = root.resolve(name);
        return new DiskFile(FileChannel.open(file, Set.<OpenOption>of(StandardOpenOption.READ,
                StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS)), file.getParent(), key(file.getParent()));
    }

    @Override
    public StorageFile openToRead(String name) throws IOException {
        Path file = root.resolve(name);
        return new DiskFile(FileChannel.open(file, Set.<OpenOption>of(StandardOpenOption.READ,
                LinkOption.NOFOLLOW_LINKS)), file.getParent(), key(file.getParent()));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        Files.move(root.resolve(from), root.resolve(to), StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void remove(String name) throws IOException {
        Files.deleteIfExists(root.resolve(name));
    }

    @Override
    public List<String> list(String directory) throws IOException {
        return names(directory, file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public List<String> directories(String directory) throws IOException {
        return names(directory, file -> Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS));
    }

    private List<String> names(String directory, Predicate<Path> wanted) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(root.resolve(directory))) {
            for (Path file : files) {
                if (wanted.test(file)) {
                    names.add(file.getFileName().toString());
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public void makeDirectory(String directory) throws IOException {
        if (!Files.exists(root)) {
            make(root);
        }
        Path path = root;
        for (Path part : root.getFileSystem().getPath(directory)) {
            path = path.resolve(part);
            try {
                Files.createDirectory(path);
                tighten(path, PRIVATE_DIRECTORY);
            } catch (FileAlreadyExistsException e) {
                if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
                    throw e;
                }
            }
        }
    }

    @Override
    public void forceDirectory(String directory) throws IOException {
        force(root.resolve(directory));
    }

    @Override
    public void close() throws IOException {
        if (lockChannel != null) {
            lockChannel.close();
        }
    }

    /** A mode given at creation is narrowed by the umask, and somebody may have changed it since. */
    private static void tighten(Path path, Set<PosixFilePermission> mode) throws IOException {
        if (!Files.getPosixFilePermissions(path).equals(mode)) {
            Files.setPosixFilePermissions(path, mode);
        }
    }

    /** A file on a real disk. */
    private record DiskFile(FileChannel channel, Path directory, Object directoryKey) implements StorageFile {
        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            return channel.read(target, position);
        }

        @Override
        public void write(long position, ByteBuffer... sources) throws IOException {
            channel.position(position);
            long left = 0;
            for (ByteBuffer source : sources) {
                left += source.remaining();
            }
            while (left > 0) {
                left -= channel.write(sources);
            }
        }

        @Override
        public void force() throws IOException {
            channel.force(false);
            if (!directoryKey.equals(key(directory))) {
                throw new NoSuchFileException(directory + " is no longer there");
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            channel.truncate(size);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
