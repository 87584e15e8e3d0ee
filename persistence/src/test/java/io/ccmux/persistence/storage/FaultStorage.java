package io.ccmux.persistence.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A state directory in memory that uses every liberty the contract of {@link Storage} leaves a disk.
 *
 * <p>Each file has what everybody sees and what is on the medium, and the changes in between; so have the names. A
 * {@link #crash} makes of that a directory as it might be found afterwards. Calls can be made to fail, by number.
 */
public final class FaultStorage implements Storage {
    private final Map<String, FaultNode> names = new TreeMap<>();
    private final Map<String, FaultNode> durableNames = new TreeMap<>();
    private final List<NameChange> unsyncedNames = new ArrayList<>();
    private boolean locked;
    private boolean dead;
    private long calls;
    private long failFrom = Long.MAX_VALUE;
    private long failTo;
    private boolean readOnly;
    private long bytesLeft = Long.MAX_VALUE;

    public FaultStorage() {
        names.put("", new FaultNode(true));
        durableNames.put("", names.get(""));
    }

    /** A change of names that is kept or lost as one. */
    private record NameChange(List<String> directories, Map<String, FaultNode> added, List<String> removed) {
        void apply(Map<String, FaultNode> target) {
            removed.forEach(target::remove);
            target.putAll(added);
        }

        /** A later change of the same names is on the medium: this one cannot undo it. */
        void yieldTo(NameChange later) {
            added.keySet().removeAll(later.removed);
            added.keySet().removeAll(later.added.keySet());
            removed.removeAll(later.added.keySet());
        }
    }

    /**
     * What a power cut does to what was not forced.
     *
     * @param keepPercent how likely a change survives
     * @param ordered     whether what survives is what was done first; otherwise anything may
     * @param tearBytes   the unit in which a write may survive in part, 0 if it does so whole or not at all
     */
    public record Policy(int keepPercent, boolean ordered, int tearBytes) {
        public static final Policy LOSE = new Policy(0, true, 0);
        public static final Policy ORDERED = new Policy(70, true, 0);
        public static final Policy ORDERED_TORN = new Policy(70, true, 1);
        public static final Policy BYTES = new Policy(60, false, 1);
        public static final Policy SECTORS = new Policy(60, false, 512);
        public static final Policy PAGES = new Policy(60, false, 4096);
        public static final List<Policy> ALL = List.of(LOSE, ORDERED, ORDERED_TORN, BYTES, SECTORS, PAGES);
    }

    // ------------------------------------------------------------------------------------------ what a test can do

    /** The directory as a new process finds it after this one was killed: all that was written is there. */
    public synchronized FaultStorage kill() {
        dead = true;
        FaultStorage next = new FaultStorage();
        next.names.clear();
        next.names.putAll(names);
        next.durableNames.clear();
        next.durableNames.putAll(durableNames);
        next.unsyncedNames.addAll(unsyncedNames);
        return next;
    }

    /** The directory as it might be found after a power cut. */
    public synchronized FaultStorage crash(long seed, Policy policy) {
        dead = true;
        Random random = new Random(seed);
        Map<String, FaultNode> kept = new TreeMap<>(durableNames);
        survivors(unsyncedNames, policy, random).forEach(change -> change.apply(kept));
        kept.keySet().removeIf(name -> !reachable(kept, name));
        FaultStorage next = new FaultStorage();
        Map<FaultNode, FaultNode> copies = new LinkedHashMap<>();
        kept.forEach((name, node) -> next.names.put(name,
                copies.computeIfAbsent(node, lost -> lost.survivor(policy, random))));
        next.durableNames.clear();
        next.durableNames.putAll(next.names);
        return next;
    }

    /** A copy of what is seen now, all of it on the medium. */
    public synchronized FaultStorage copy() {
        FaultStorage copy = new FaultStorage();
        names.forEach((name, node) -> copy.put(name, node.directory, node.bytes.clone()));
        return copy;
    }

    private void put(String name, boolean directory, byte[] bytes) {
        FaultNode node = new FaultNode(directory);
        node.bytes = bytes;
        node.durable = bytes;
        names.put(name, node);
        durableNames.put(name, node);
    }

    /** All files by name, as they are seen now; the bytes are copies. */
    public synchronized Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>();
        names.forEach((name, node) -> {
            if (!node.directory) {
                files.put(name, node.bytes.clone());
            }
        });
        return files;
    }

    /** Makes or replaces a file, on the medium at once. */
    public synchronized void replace(String name, byte[] bytes) {
        put(name, false, bytes);
    }

    /** Takes a file away, on the medium at once. */
    public synchronized void lose(String name) {
        names.remove(name);
        durableNames.remove(name);
    }

    /** How many calls there were. */
    public synchronized long calls() {
        return calls;
    }

    /** Makes the calls from the {@code first}-th to the {@code last}-th from now on fail, counting from 1. */
    public synchronized void fail(long first, long last) {
        failFrom = calls + first;
        failTo = last == Long.MAX_VALUE ? last : calls + last;
    }

    /** Makes every change fail. */
    public synchronized void readOnly(boolean value) {
        readOnly = value;
    }

    /** Makes writes fail that let files grow by more than this in all. */
    public synchronized void full(long bytes) {
        bytesLeft = bytes;
    }

    private static <T> List<T> survivors(List<T> changes, Policy policy, Random random) {
        List<T> kept = new ArrayList<>();
        for (T change : changes) {
            if (random.nextInt(100) < policy.keepPercent) {
                kept.add(change);
            } else if (policy.ordered) {
                break;
            }
        }
        return kept;
    }

    private static boolean reachable(Map<String, FaultNode> names, String name) {
        return name.isEmpty() || (names.containsKey(parent(name)) && reachable(names, parent(name)));
    }

    // ------------------------------------------------------------------------------------------ Storage

    private static String parent(String name) {
        return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
    }

    private void call(String what, boolean changes) throws IOException {
        calls++;
        if (dead) {
            throw new IOException("the process is dead: " + what);
        }
        if (calls >= failFrom && calls <= failTo) {
            throw new IOException("call " + calls + " fails: " + what);
        }
        if (readOnly && changes) {
            throw new IOException("read-only file system: " + what);
        }
    }

    private FaultNode node(String name) throws IOException {
        FaultNode node = names.get(name);
        if (node == null || node.directory) {
            throw new FileNotFoundException(name);
        }
        return node;
    }

    private void rename(NameChange change) {
        change.apply(names);
        unsyncedNames.add(change);
    }

    @Override
    public synchronized boolean lock() throws IOException {
        call("lock", true);
        boolean free = !locked;
        locked = true;
        return free;
    }

    @Override
    public synchronized StorageFile create(String name) throws IOException {
        call("create " + name, true);
        if (names.containsKey(name) || !names.containsKey(parent(name))) {
            throw new IOException("cannot make " + name);
        }
        FaultNode node = new FaultNode(false);
        rename(new NameChange(List.of(parent(name)), new TreeMap<>(Map.of(name, node)), new ArrayList<>()));
        return new FaultFile(name, node);
    }

    @Override
    public synchronized StorageFile open(String name) throws IOException {
        call("open " + name, true);
        return new FaultFile(name, node(name));
    }

    @Override
    public synchronized StorageFile openToRead(String name) throws IOException {
        call("read " + name, false);
        return new FaultFile(name, node(name));
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        call("rename " + from + " to " + to, true);
        rename(new NameChange(List.of(parent(from), parent(to)), new TreeMap<>(Map.of(to, node(from))),
                new ArrayList<>(List.of(from))));
    }

    @Override
    public synchronized void remove(String name) throws IOException {
        call("remove " + name, true);
        if (names.containsKey(name)) {
            rename(new NameChange(List.of(parent(name)), new TreeMap<>(), new ArrayList<>(List.of(name))));
        }
    }

    @Override
    public synchronized List<String> list(String directory) throws IOException {
        return list(directory, false);
    }

    @Override
    public synchronized List<String> directories(String directory) throws IOException {
        return list(directory, true);
    }

    private List<String> list(String directory, boolean directories) throws IOException {
        call("list " + directory, false);
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return names.entrySet().stream().filter(entry -> entry.getValue().directory == directories)
                .map(Map.Entry::getKey).filter(name -> !name.isEmpty() && parent(name).equals(directory))
                .map(name -> name.substring(prefix.length())).toList();
    }

    @Override
    public synchronized void makeDirectory(String directory) throws IOException {
        call("make " + directory, true);
        if (!names.containsKey(directory)) {
            if (!names.containsKey(parent(directory))) {
                makeDirectory(parent(directory));
            }
            rename(new NameChange(List.of(parent(directory)), new TreeMap<>(Map.of(directory, new FaultNode(true))),
                    new ArrayList<>()));
        }
    }

    @Override
    public synchronized void forceDirectory(String directory) throws IOException {
        call("force directory " + directory, true);
        if (!names.containsKey(directory)) {
            throw new FileNotFoundException(directory);
        }
        List<NameChange> left = new ArrayList<>();
        for (NameChange change : unsyncedNames) {
            // A file that moved is at its new place once that place is on the medium.
            if (change.directories.getLast().equals(directory)) {
                change.apply(durableNames);
                left.forEach(before -> before.yieldTo(change));
            } else {
                left.add(change);
            }
        }
        unsyncedNames.clear();
        unsyncedNames.addAll(left);
    }

    @Override
    public synchronized void close() {
        locked = false;
    }

    /** An open file. */
    private final class FaultFile implements StorageFile {
        private final String name;
        private final FaultNode node;

        FaultFile(String name, FaultNode node) {
            this.name = name;
            this.node = node;
        }

        @Override
        public int read(long position, ByteBuffer target) throws IOException {
            synchronized (FaultStorage.this) {
                call("read " + name, false);
                if (position >= node.bytes.length) {
                    return -1;
                }
                int count = (int) Math.min(target.remaining(), node.bytes.length - position);
                target.put(node.bytes, (int) position, count);
                return count;
            }
        }

        @Override
        public void write(long position, ByteBuffer... sources) throws IOException {
            synchronized (FaultStorage.this) {
                int length = Arrays.stream(sources).mapToInt(ByteBuffer::remaining).sum();
                byte[] data = new byte[length];
                ByteBuffer all = ByteBuffer.wrap(data);
                Arrays.stream(sources).forEach(all::put);
                long growth = Math.max(0, position + length - node.bytes.length);
                boolean fits = growth <= bytesLeft;
                try {
                    call("write " + name, true);
                } catch (IOException e) {
                    if (!dead && !readOnly) {
                        writeHalf(position, data);
                    }
                    throw e;
                }
                if (!fits) {
                    writeHalf(position, data);
                    throw new IOException("no space left: " + name);
                }
                bytesLeft -= bytesLeft == Long.MAX_VALUE ? 0 : growth;
                node.change(new FaultNode.Change.Write((int) position, data));
            }
        }

        private void writeHalf(long position, byte[] data) {
            node.change(new FaultNode.Change.Write((int) position, Arrays.copyOf(data, data.length / 2)));
        }

        @Override
        public void force() throws IOException {
            synchronized (FaultStorage.this) {
                try {
                    call("force " + name, true);
                } catch (IOException e) {
                    node.lying = !dead;
                    throw e;
                }
                node.force();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (FaultStorage.this) {
                call("truncate " + name, true);
                node.change(new FaultNode.Change.Truncate((int) size));
            }
        }

        @Override
        public long size() throws IOException {
            synchronized (FaultStorage.this) {
                call("size " + name, false);
                return node.bytes.length;
            }
        }

        @Override
        public void close() {}
    }
}
