package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import java.util.zip.CRC32C;

/**
 * Mistakes that we might have made, each of them a call of the journal that does something else than it should: what is
 * here instead. {@link MistakenLoader} puts it there; whoever was called comes first among the arguments.
 */
final class SeededMistakes {
    private SeededMistakes() {}

    /** Where a mistake is made, and which tests notice. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface Seeded {
        /** The class. */
        Class<?> in();

        /** The method of it, lambdas in it included. */
        String method();

        /** The method that is no longer called there. */
        String call();

        /** The tests. */
        Class<?> caughtBy() default SimulationTest.class;
    }

    // ---- what is promised ------------------------------------------------------------------

    @Seeded(in = SyncGate.class, method = "flush", call = "force")
    static void aReplyDoesNotWaitForTheForce(StorageFile file) {}

    @Seeded(in = SyncGate.class, method = "flush", call = "force")
    static void aForceThatFailedIsIgnored(StorageFile file) {
        try {
            file.force();
        } catch (IOException e) {
            return;
        }
    }

    @Seeded(in = ForcedFile.class, method = "force", call = "force")
    static void aForceThatFailedIsTriedAgain(StorageFile file) throws IOException {
        try {
            file.force();
        } catch (IOException e) {
            file.force();
        }
    }

    @Seeded(in = SegmentWriter.class, method = "put", call = "write")
    static void aWriteThatFailedIsIgnored(StorageFile file, long position, ByteBuffer... sources) {
        try {
            file.write(position, sources);
        } catch (IOException e) {
            return;
        }
    }

    @Seeded(in = Journal.class, method = "write", call = "equals")
    static boolean whatCouldNotBeWrittenCountsAsWritten(Object now, Object before) {
        return true;
    }

    @Seeded(in = Journal.class, method = "write", call = "synced")
    static long aFrameSaysMoreIsSyncedThanIs(SyncGate gate) {
        return gate.synced() + 3;
    }

    @Seeded(in = Journal.class, method = "forward", call = "whenSynced", caughtBy = JournalTest.class)
    static void aCheckpointDoesNotWaitForItsJournal(SyncGate gate, long serial, Runnable then,
            Consumer<IOException> otherwise) {
        then.run();
    }

    @Seeded(in = Journal.class, method = "fail", call = "failed", caughtBy = JournalTest.class)
    static void nobodyIsToldThatTheDiskFailed(JournalListener listener, IOException cause) {}

    @Seeded(in = Persistence.class, method = "status", call = "health", caughtBy = JournalTest.class)
    static PersistenceStatus.Health aDegradedJournalSaysThatItIsWell(Journal journal) {
        return PersistenceStatus.Health.HEALTHY;
    }

    // ---- segments --------------------------------------------------------------------------

    @Seeded(in = SegmentWriter.class, method = "rotate", call = "force")
    static void theForceFallsOnTheNextFileOnly(StorageFile old) {}

    @Seeded(in = SegmentWriter.class, method = "follow", call = "force")
    static void aSegmentIsNamedBeforeItIsForced(StorageFile segment) {}

    @Seeded(in = SegmentWriter.class, method = "follow", call = "forceDirectory")
    static void aSegmentIsNamedForTheMoment(Storage storage, String directory) {}

    @Seeded(in = SegmentWriter.class, method = "begin", call = "read")
    static byte[] aTailThatNobodyForcedIsReliedOn(SegmentWriter.Tail tail, Storage storage) {
        return new byte[0];
    }

    // ---- checkpoints -----------------------------------------------------------------------

    @Seeded(in = CheckpointStore.class, method = "write", call = "force")
    static void aCheckpointIsNamedBeforeItIsForced(StorageFile checkpoint) {}

    @Seeded(in = CheckpointStore.class, method = "write", call = "forceDirectory")
    static void aCheckpointIsNamedForTheMoment(Storage storage, String directory) {}

    @Seeded(in = CheckpointStore.class, method = "stream", call = "next")
    static Object aCheckpointMissesARecord(Iterator<?> records) {
        Object record = records.next();
        return records.hasNext() ? records.next() : record;
    }

    @Seeded(in = Manifest.class, method = "write", call = "force")
    static void aManifestIsNamedBeforeItIsForced(StorageFile manifest) {}

    @Seeded(in = Manifest.class, method = "write", call = "forceDirectory")
    static void aManifestIsNamedForTheMoment(Storage storage, String directory) {}

    // ---- reading ---------------------------------------------------------------------------

    @Seeded(in = FrameReader.class, method = "next", call = "checksum", caughtBy = DamageTest.class)
    static int theChecksumOfAFrameIsNotCompared(byte[] bytes, int at, int length, int seed) {
        return Frame.crc(bytes, at);
    }

    @Seeded(in = Frame.class, method = "checksum", call = "update", caughtBy = FrameTest.class)
    static void aStaleFramePassesForTheNext(CRC32C crc, int seed) {}

    static void aStaleFramePassesForTheNext(CRC32C crc, byte[] frame, int at, int length) {
        crc.update(frame, at, length);
    }

    @Seeded(in = FrameReader.class, method = "next", call = "length", caughtBy = FrameTest.class)
    static int aLengthIsFollowedBeforeItIsLookedAt(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at);
    }

    @Seeded(in = FileHead.class, method = "decode", call = "checksum", caughtBy = DamageTest.class)
    static int aHeadIsTakenOnTrust(byte[] bytes, int at, int length, int seed) {
        return ByteBuffer.wrap(bytes).getInt(length);
    }

    @Seeded(in = JournalReader.class, method = "transaction", call = "commit")
    static boolean halfATransactionIsApplied(Frame.Head head) {
        return true;
    }

    @Seeded(in = JournalReader.class, method = "decode", call = "reads", caughtBy = RefusalTest.class)
    static boolean whatANewerOneWroteIsReadAnyway(RecordRegistry registry, int type, int version, boolean optional) {
        return true;
    }

    @Seeded(in = SegmentIndex.class, method = "parse", call = "checksum", caughtBy = SegmentIndexTest.class)
    static int aSidecarIsTakenOnTrust(byte[] bytes, int at, int length, int seed) {
        return ByteBuffer.wrap(bytes).getInt(length);
    }

    // ---- recovery --------------------------------------------------------------------------

    @Seeded(in = Persistence.class, method = "lock", call = "lock", caughtBy = RefusalTest.class)
    static boolean aDirectoryThatAnotherHasIsTaken(Storage storage) {
        return true;
    }

    @Seeded(in = Judgement.class, method = "stopped", call = "syncedSerial", caughtBy = RecoveryTest.class)
    static long aHoleIsTakenForATornTail(Rest behind) {
        return 0;
    }

    static long aHoleIsTakenForATornTail(StateScan heads) {
        return 0;
    }

    @Seeded(in = Recovery.class, method = "repair", call = "forceDirectory", caughtBy = RecoveryTest.class)
    static void aRecoveryThatWasCutOffIsUndoneLater(Storage storage, String directory) {}

    @Seeded(in = Repair.class, method = "all", call = "forceDirectory", caughtBy = RecoveryTest.class)
    static void whatIsPutAsideComesBack(Storage storage, String directory) {}

    @Seeded(in = Repair.class, method = "all", call = "rename", caughtBy = RecoveryTest.class)
    static void whatLooksWrongIsDeleted(Storage storage, String from, String to) throws IOException {
        storage.remove(from);
    }

    @Seeded(in = Repair.class, method = "all", call = "copy", caughtBy = RecoveryTest.class)
    static void aTornTailIsThrownAway(Storage storage, Repair.Cut cut, String aside) {}

    // ---- the past --------------------------------------------------------------------------

    @Seeded(in = Housekeeping.class, method = "needed", call = "min", caughtBy = HousekeepingTest.class)
    static OptionalLong whatTheOlderCheckpointNeedsIsRemoved(LongStream segments) {
        return segments.max();
    }

    @Seeded(in = Housekeeping.class, method = "thinned", call = "remove", caughtBy = HousekeepingTest.class)
    static Object theNewestKeyFrameGoesFirst(List<?> frames, int dearest) {
        return frames.removeLast();
    }

    @Seeded(in = Housekeeping.class, method = "forget", call = "removeSegments", caughtBy = HousekeepingTest.class)
    static void forgettingLeavesTheJournal(Housekeeping housekeeping, SegmentMap map, long first) {}

    @Seeded(in = Housekeeping.class, method = "forget", call = "forceDirectory", caughtBy = HousekeepingTest.class)
    static void whatWasForgottenComesBackWithAPowerCut(Storage storage, String directory) {}

    @Seeded(in = Redaction.class, method = "run", call = "clear", caughtBy = RedactionTest.class)
    static void forgettingLeavesWhatWasPutAside(Storage storage) {}

    @Seeded(in = Redaction.class, method = "changed", call = "apply", caughtBy = RedactionTest.class)
    static Object forgettingLeavesTheRecord(UnaryOperator<Object> change, Object record) {
        return record;
    }

    @Seeded(in = SealedFile.class, method = "seal", call = "verify", caughtBy = SealedFileTest.class)
    static void aCompressedSegmentIsNotReadBack(StorageFile plain, SealedFile sealed) {}

    @Seeded(in = SealedFile.class, method = "seal", call = "forceDirectory", caughtBy = SealedFileTest.class)
    static void aSegmentGoesBeforeItsCopyHasAName(Storage storage, String directory) {}

    // ---- disk trouble ----------------------------------------------------------------------

    @Seeded(in = ForcedFile.class, method = "force", call = "refuseAfterFailure", caughtBy = ForcedFileTest.class)
    static void anotherThreadForcesAFileThatFailed(ForcedFile file) {}

    @Seeded(in = Journal.class, method = "keep", call = "add", caughtBy = ReturnTest.class)
    static boolean whatCameDuringAReturnIsDropped(List<Object> held, Object batch) {
        return true;
    }

    @Seeded(in = Outage.class, method = "rejoin", call = "manifest", caughtBy = OutageTest.class)
    static void aDirectoryThatWasMadeAnewIsNotSaidToHoldAnything(FreshJournal fresh) {}

    @Seeded(in = Outage.class, method = "began", call = "write", caughtBy = OutageTest.class)
    static void theNextServerIsNotTold(OutagePage page, Storage storage) {}

    @Seeded(in = Watch.class, method = "look", call = "run", caughtBy = OutageTest.class)
    static void whoeverWaitsForASlowDiskGoesOnWaiting(Runnable release) {}
}
