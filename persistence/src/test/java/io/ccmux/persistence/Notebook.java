package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A server in miniature: its state is a list of lines, its only event adds one. Everything it knows it journals. */
final class Notebook implements Replay, JournalListener {
    static final PersistenceSettings SMALL = PersistenceSettings.standard().segmentBytes(1500)
            .checkpointBytes(1200).retention(Retention.NOTHING).reserveBytes(0);
    static final RecordRegistry REGISTRY = RecordRegistry.of(List.of(
            RecordType.of(1, 1, Line.class, (line, out) -> out.text(line.text), in -> new Line(in.text())),
            new RecordType<>(7, 2, Extra.class, true, (extra, out) -> out.varint(extra.number),
                    in -> new Extra(in.varint()))));

    /** One line. */
    record Line(String text) {}

    /** A record that may be carried along unread. */
    record Extra(int number) {}

    private final TestLanes lanes = new TestLanes();
    private final List<Object> records = new ArrayList<>();
    private Persistence persistence;
    private long written;
    private long synced;
    private int failures;
    private int healings;
    private long slowMillis;
    private Runnable between = () -> {};
    private long clock = 1_000_000;

    /** Opens a directory and takes up the state it holds. */
    static Notebook open(Storage storage) throws IOException {
        return open(storage, SMALL, 1);
    }

    static Notebook open(Storage storage, PersistenceSettings settings, long seed) throws IOException {
        Notebook notebook = new Notebook();
        Random salts = new Random(seed);
        notebook.persistence = Persistence.open(settings, storage,
                new Persistence.Machinery(REGISTRY, notebook.lanes, salts::nextLong), notebook, notebook);
        return notebook;
    }

    @Override
    public void begin() {
        records.clear();
    }

    @Override
    public void apply(Entry entry) {
        if (entry.record().equals(new Line("poison"))) {
            throw new IllegalStateException("poison");
        }
        records.add(entry.record());
    }

    /** Another thread comes in whenever one of persistence tells something. */
    void between(Runnable deed) {
        between = deed;
    }

    @Override
    public void written(long serial) {
        between.run();
        written = Math.max(written, serial);
    }

    @Override
    public void synced(long serial) {
        synced = Math.max(synced, serial);
    }

    @Override
    public void failed(IOException cause) {
        failures++;
    }

    @Override
    public void healed() {
        healings++;
    }

    @Override
    public void slow(long millis) {
        slowMillis = millis;
    }

    /** How often the disk was said to be back. */
    int healings() {
        return healings;
    }

    /** What was last said about a slow disk. */
    long slowMillis() {
        return slowMillis;
    }

    CompletableFuture<Checkpoint> forget() {
        return persistence.forget(clock++, image());
    }

    /** Takes the lines that contain a word out of memory and of the past; empty ones are in their places. */
    CompletableFuture<Checkpoint> redact(String word) {
        UnaryOperator<Object> change = record -> record instanceof Line(String text) && text.contains(word)
                ? new Line("")
                : record;
        records.replaceAll(change);
        return persistence.redact(clock++, image(), change);
    }

    CompletableFuture<Checkpoint> rejoin() {
        return persistence.rejoin(clock++, image());
    }

    /** Adds lines as one transaction, to memory and to the batch. */
    long add(String... lines) {
        List<Line> added = new ArrayList<>();
        for (String line : lines) {
            added.add(new Line(line));
        }
        return addAll(added);
    }

    long addAll(List<?> added) {
        records.addAll(added);
        return persistence.append(clock++, added);
    }

    /** Adds lines and sees to it that they are on the medium. */
    Notebook durably(String... lines) {
        add(lines);
        persistence.submitForReply();
        lanes.settle();
        return this;
    }

    CompletableFuture<Checkpoint> checkpoint() {
        return persistence.checkpoint(clock++, image());
    }

    Notebook checkpointed() {
        CompletableFuture<Checkpoint> checkpoint = checkpoint();
        lanes.settle();
        checkpoint.join();
        rest();
        return this;
    }

    /** For a while nothing is printed, so history is compressed. */
    void rest() {
        lanes.settle();
        lanes.passTime(1000);
        lanes.settle();
    }

    void stop() throws IOException {
        persistence.stop(new Persistence.Ending(records.isEmpty(), clock, image()));
    }

    private Iterator<Object> image() {
        return List.copyOf(records).iterator();
    }

    List<Object> records() {
        return records;
    }

    /** The lines of the state. */
    List<String> lines() {
        return records.stream().filter(Line.class::isInstance).map(record -> ((Line) record).text).toList();
    }

    Persistence persistence() {
        return persistence;
    }

    RecoveryReport report() {
        return persistence.report();
    }

    TestLanes lanes() {
        return lanes;
    }

    long written() {
        return written;
    }

    long synced() {
        return synced;
    }

    int failures() {
        return failures;
    }
}
