package io.ccmux.persistence.storage;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

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
    private final Faults faults = new Faults();

    public FaultStorage() {
        names.put("", new FaultNode(true));
        durableNames.put("", names.get(""));
    }

    /**
     * What a power cut does to what was not forced.
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

    /** The directory as a new process finds it after this one was killed: all that was written is there. */
    public synchronized FaultStorage kill() {
        faults.die();
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
        faults.die();
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
        return faults.calls();
    }

    /** Makes the calls from the {@code first}-th to the {@code last}-th from now on fail, counting from 1. */
    public synchronized void fail(long first, long last) {
        faults.fail(first, last);
    }

    /** Makes every change fail. */
    public synchronized void readOnly(boolean value) {
        faults.readOnly(value);
    }

    /** Makes writes fail that let files grow by more than this in all. */
    public synchronized void full(long bytes) {
        faults.full(bytes);
    }

    /** Nothing goes wrong any more. */
    public synchronized void heal() {
        faults.heal();
    }

    /** Does something before every call, which it is told of: where another thread may come in. */
    public synchronized void betweenCalls(Consumer<String> deed) {
        faults.betweenCalls(deed);
    }

    /** Does something during the {@code call}-th call from now on, counting from 1: a disk that takes its time. */
    public synchronized void meanwhile(long call, Runnable deed) {
        faults.meanwhile(call, deed);
    }

    /** Takes everything away at once, as somebody's {@code rm -r} would. Open files stay open. */
    public synchronized void vanish() {
        names.clear();
        durableNames.clear();
        unsyncedNames.clear();
        names.put("", new FaultNode(true));
        durableNames.put("", names.get(""));
        locked = false;
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

    private static String parent(String name) {
        return name.contains("/") ? name.substring(0, name.lastIndexOf('/')) : "";
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
        faults.call("lock", true);
        boolean free = !locked;
        locked = true;
        return free;
    }

    @Override
    public synchronized boolean holdsLock() {
        return locked;
    }

    @Override
    public synchronized StorageFile create(String name) throws IOException {
        faults.call("create " + name, true);
        if (names.containsKey(name) || !names.containsKey(parent(name))) {
            throw new IOException("cannot make " + name);
        }
        FaultNode node = new FaultNode(false);
        rename(new NameChange(List.of(parent(name)), new TreeMap<>(Map.of(name, node)), new ArrayList<>()));
        return new FaultFile(name, node);
    }

    @Override
    public synchronized StorageFile open(String name) throws IOException {
        faults.call("open " + name, true);
        return new FaultFile(name, node(name));
    }

    @Override
    public synchronized StorageFile openToRead(String name) throws IOException {
        faults.call("read " + name, false);
        return new FaultFile(name, node(name));
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        faults.call("rename " + from + " to " + to, true);
        rename(new NameChange(List.of(parent(from), parent(to)), new TreeMap<>(Map.of(to, node(from))),
                new ArrayList<>(List.of(from))));
    }

    @Override
    public synchronized void remove(String name) throws IOException {
        faults.call("remove " + name, true);
        if (names.containsKey(name)) {
            faults.give(names.get(name).bytes.length);
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
        faults.call("list " + directory, false);
        String prefix = directory.isEmpty() ? "" : directory + "/";
        return names.entrySet().stream().filter(entry -> entry.getValue().directory == directories)
                .map(Map.Entry::getKey).filter(name -> !name.isEmpty() && parent(name).equals(directory))
                .map(name -> name.substring(prefix.length())).toList();
    }

    @Override
    public synchronized void makeDirectory(String directory) throws IOException {
        faults.call("make " + directory, true);
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
        faults.call("force directory " + directory, true);
        if (!names.containsKey(directory)) {
            throw new FileNotFoundException(directory);
        }
        List<NameChange> left = new ArrayList<>();
        for (NameChange change : unsyncedNames) {
            // A file that moved is at its new place once that place is on the medium.
            if (change.directories().getLast().equals(directory)) {
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
        private boolean closed;

        FaultFile(String name, FaultNode node) {
            this.name = name;
            this.node = node;
        }

        private void call(String what, boolean changes) throws IOException {
            faults.call(what, changes);
            if (closed) {
                throw new ClosedChannelException();
            }
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
                int fits = (int) Math.max(0, length - (growth - faults.space(growth)));
                try {
                    call("write " + name, true);
                } catch (IOException e) {
                    if (faults.halves()) {
                        put(position, Arrays.copyOf(data, Math.min(fits, length / 2)));
                    }
                    throw e;
                }
                put(position, Arrays.copyOf(data, fits));
                if (fits < length) {
                    throw new IOException("no space left: " + name);
                }
            }
        }

        private void put(long position, byte[] data) {
            if (data.length > 0) {
                faults.give(-Math.max(0, position + data.length - node.bytes.length));
                node.change(new FaultNode.Change.Write((int) position, data));
            }
        }

        @Override
        public void force() throws IOException {
            synchronized (FaultStorage.this) {
                try {
                    call("force " + name, true);
                } catch (IOException e) {
                    node.lying = !faults.dead();
                    throw e;
                }
                if (!names.containsKey(parent(name))) {
                    throw new FileNotFoundException(parent(name) + " is no longer there");
                }
                node.force();
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (FaultStorage.this) {
                call("truncate " + name, true);
                faults.give(Math.max(0, node.bytes.length - size));
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
        public void close() {
            closed = true;
        }
    }
}
