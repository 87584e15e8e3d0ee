package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.RecoveryReport.Row;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk in trouble, from the first failure to its return, in virtual time. */
class OutageTest {
    /** Within so many milliseconds after the disk has healed the journal begins anew. */
    private static final int RETURN_MILLIS = 5000;

    private final FaultStorage storage = new FaultStorage();

    /** What a disk can do to a journal. */
    private enum Trouble {
        FAILING(storage -> storage.fail(1, Long.MAX_VALUE),
                storage -> storage.fail(Long.MAX_VALUE / 2, Long.MAX_VALUE)),
        FULL(storage -> storage.full(0), storage -> storage.full(Long.MAX_VALUE)),
        READ_ONLY(storage -> storage.readOnly(true), storage -> storage.readOnly(false)),
        NOT_FORCED(storage -> storage.fail(2, Long.MAX_VALUE),
                storage -> storage.fail(Long.MAX_VALUE / 2, Long.MAX_VALUE)),
        GONE(FaultStorage::vanish, storage -> {});

        private final Consumer<FaultStorage> begin;
        private final Consumer<FaultStorage> end;

        Trouble(Consumer<FaultStorage> begin, Consumer<FaultStorage> end) {
            this.begin = begin;
            this.end = end;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theJournalBeginsAnewWhenTheDiskIsBack(Trouble trouble) throws IOException {
        // One segment is just large enough, so that a full disk is noticed when it is followed.
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.segmentBytes(300), 1);
        notebook.durably("a").durably("b");
        trouble.begin.accept(storage);
        notebook.durably("c".repeat(400)).durably("d");
        assertEquals(Health.DEGRADED, notebook.persistence().status().health());
        assertEquals(1, notebook.failures());
        assertEquals(4, notebook.written(), "terminals go on");
        assertEquals(2, notebook.synced(), "and nothing is acknowledged");
        pass(notebook, trouble == Trouble.GONE ? 0 : 20_000);
        assertEquals(0, notebook.healings());

        trouble.end.accept(storage);
        pass(notebook, RETURN_MILLIS);
        assertEquals(1, notebook.healings());
        CompletableFuture<Checkpoint> returned = notebook.rejoin();
        notebook.durably("meanwhile");
        notebook.lanes().settle();
        assertEquals(4, returned.join().coveredSerial());
        assertEquals(Health.HEALTHY, notebook.persistence().status().health());
        assertEquals(5, notebook.synced());
        notebook.durably("e").checkpointed().durably("f");
        assertEquals(7, notebook.synced());

        Notebook again = Notebook.open(storage.crash(1, Policy.LOSE));
        assertEquals(notebook.lines(), again.lines());
        assertEquals(List.of(), again.report().findings());
    }

    @Test
    void aReturnThatFailsIsTriedAgain() throws IOException {
        for (int call = 1; call < 60; call++) {
            FaultStorage disk = new FaultStorage();
            Notebook notebook = Notebook.open(disk).durably("a").durably("b").checkpointed();
            disk.fail(1, 1);
            notebook.durably("c").durably("d");
            pass(notebook, RETURN_MILLIS);
            assertEquals(1, notebook.healings());
            disk.fail(call, call);
            CompletableFuture<Checkpoint> returned = notebook.rejoin();
            notebook.durably("e");
            if (returned.isCompletedExceptionally()) {
                assertEquals(Health.DEGRADED, notebook.persistence().status().health());
                assertEquals(2, notebook.synced());
                assertTrue(Notebook.open(disk.copy()).lines().size() >= 2);
            }
            for (int again = 1; notebook.persistence().status().health() != Health.HEALTHY; again++) {
                assertTrue(again < 5, "call " + call + " is never forgiven");
                pass(notebook, RETURN_MILLIS);
                notebook.rejoin();
                notebook.lanes().settle();
            }
            disk.fail(Long.MAX_VALUE / 2, Long.MAX_VALUE);
            notebook.durably("f");
            assertEquals(6, notebook.synced());
            assertEquals(notebook.lines(), Notebook.open(disk.crash(call, Policy.LOSE)).lines(), "call " + call);
        }
    }

    @Test
    void whatComesDuringAReturnIsKeptWithinTheLimit() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.queueBytesMax(5000), 1).durably("a");
        storage.fail(1, 1);
        notebook.durably("b");
        pass(notebook, RETURN_MILLIS);
        CompletableFuture<Checkpoint> returned = notebook.rejoin();
        for (int i = 0; i < 20; i++) {
            notebook.add("x".repeat(500));
            notebook.persistence().submit();
        }
        notebook.lanes().settle();
        assertThrows(CompletionException.class, returned::join);
        assertEquals(0, notebook.persistence().status().queuedBytes());
        pass(notebook, RETURN_MILLIS);
        notebook.rejoin();
        notebook.durably("z");
        assertEquals(22 + 1, notebook.synced());
        assertEquals(notebook.lines(), Notebook.open(storage.crash(1, Policy.LOSE)).lines());
    }

    /** Found by the simulation, seed 21389: what the second return had kept was let go with the first. */
    @Test
    void aReturnThatWasGivenUpTakesNothingOfTheNextAlong() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a");
        storage.fail(1, 1);
        notebook.durably("b");
        pass(notebook, RETURN_MILLIS);
        storage.full(0);
        notebook.rejoin();
        notebook.lanes().settleWithoutJournal();
        storage.full(Long.MAX_VALUE);
        CompletableFuture<Checkpoint> returned = notebook.rejoin();
        notebook.add("c");
        notebook.persistence().submitForReply();
        notebook.lanes().settle();
        assertEquals(2, returned.join().coveredSerial());
        assertEquals(3, notebook.synced());
        assertEquals(List.of("a", "b", "c"), Notebook.open(storage.crash(1, Policy.LOSE)).lines());
    }

    @Test
    void aWriteThatTakesLongHoldsNobodyUp() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a");
        storage.meanwhile(1, () -> {
            notebook.lanes().passTime(250);
            assertEquals(2, notebook.written(), "released");
            assertEquals(1, notebook.synced());
            notebook.add("typed meanwhile");
            notebook.persistence().submit();
            assertEquals(3, notebook.written(), "released at once");
            assertTrue(notebook.persistence().keepsUp());
            assertEquals(0, notebook.slowMillis());
            notebook.lanes().passTime(1000);
            assertTrue(notebook.slowMillis() >= 1000);
            assertTrue(notebook.persistence().status().stalledMillis() >= 1000);
        });
        notebook.durably("b");
        notebook.lanes().settle();
        notebook.durably("c");
        assertEquals(Health.HEALTHY, notebook.persistence().status().health());
        assertEquals(0, notebook.failures());
        assertEquals(4, notebook.synced());
        assertEquals(List.of("a", "b", "typed meanwhile", "c"), Notebook.open(storage.crash(1, Policy.LOSE)).lines());
    }

    @Test
    void aForceThatDoesNotComeBackGivesTheFileUp() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a");
        storage.meanwhile(2, () -> {
            notebook.lanes().passTime(9000);
            assertEquals(Health.HEALTHY, notebook.persistence().status().health());
            notebook.lanes().passTime(2000);
            assertEquals(Health.DEGRADED, notebook.persistence().status().health());
            notebook.lanes().passTime(60_000);
            assertEquals(0, notebook.healings(), "while it hangs there is no return");
        });
        notebook.durably("b");
        assertEquals(1, notebook.synced(), "a force that came too late does not count");
        pass(notebook, RETURN_MILLIS);
        notebook.rejoin();
        notebook.durably("c");
        assertEquals(3, notebook.synced());
        assertEquals(List.of("a", "b", "c"), Notebook.open(storage.crash(1, Policy.LOSE)).lines());
    }

    @Test
    void theNextServerIsTold() throws IOException {
        PersistenceSettings settings = Notebook.SMALL.segmentBytes(200).reserveBytes(3000);
        Notebook notebook = Notebook.open(storage, settings, 1).durably("a");
        storage.full(0);
        notebook.durably("b".repeat(300)).durably("c");
        assertEquals(Health.DEGRADED, notebook.persistence().status().health());
        FaultStorage left = storage.crash(1, Policy.LOSE);
        Notebook again = Notebook.open(left, settings, 1);
        again.lanes().settle();
        assertEquals(List.of("a"), again.lines());
        assertTrue(RecoveryTest.rows(again).contains(Row.OUTAGE), again.report().findings().toString());
        assertFalse(again.report().damaged());
        again.durably("d");
        Notebook third = Notebook.open(left.kill(), settings, 1);
        assertFalse(RecoveryTest.rows(third).contains(Row.OUTAGE), "told once");
    }

    @Test
    void theReserveIsEnoughForAProperStop() throws IOException {
        PersistenceSettings settings = Notebook.SMALL.segmentBytes(200).reserveBytes(3000);
        Notebook notebook = Notebook.open(storage, settings, 1).durably("a");
        storage.full(0);
        notebook.durably("b".repeat(300)).durably("c");
        assertEquals(Health.DEGRADED, notebook.persistence().status().health());
        notebook.stop();
        storage.full(Long.MAX_VALUE);
        Notebook again = Notebook.open(storage.crash(1, Policy.LOSE), settings, 1);
        assertEquals(notebook.lines(), again.lines());
        assertFalse(again.report().unclean());
        assertEquals(List.of(), again.report().findings());
        again.lanes().settle();
    }

    @Test
    void aDiskThatWasFullFromTheStartIsReturnedToAsWell() throws IOException {
        Notebook.open(storage).durably("a").durably("b");
        FaultStorage full = storage.kill();
        full.full(0);
        Notebook notebook = Notebook.open(full).durably("c");
        assertEquals(Health.READ_ONLY, notebook.persistence().status().health());
        notebook.persistence().publish("page", new byte[]{1});
        pass(notebook, RETURN_MILLIS);
        assertEquals(0, notebook.healings());
        full.full(Long.MAX_VALUE);
        pass(notebook, RETURN_MILLIS);
        notebook.rejoin();
        notebook.durably("d");
        assertEquals(1, full.files().get("page").length, "what was to be read is there now");
        assertEquals(4, notebook.synced());
        assertEquals(List.of("a", "b", "c", "d"), Notebook.open(full.crash(1, Policy.LOSE)).lines());
    }

    @Test
    void aDirectoryThatCouldNotBeReadIsLeftAlone() throws IOException {
        Notebook.open(storage).durably("a").durably("b");
        FaultStorage broken = storage.kill();
        broken.fail(1, 10);
        Notebook notebook = Notebook.open(broken).durably("c");
        pass(notebook, 10 * RETURN_MILLIS);
        assertEquals(0, notebook.healings());
        assertEquals(List.of("a", "b"), Notebook.open(broken.kill()).lines());
    }

    @Test
    void aDirectoryThatBecameAnotherServersIsLeftAlone() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a");
        storage.vanish();
        notebook.durably("b");
        Notebook other = Notebook.open(storage, Notebook.SMALL, 7).durably("other");
        pass(notebook, 10 * RETURN_MILLIS);
        assertEquals(0, notebook.healings());
        assertEquals(other.lines(), Notebook.open(storage.kill()).lines());
    }

    /** Lets virtual time pass, and what is due run in it. */
    private static void pass(Notebook notebook, int millis) {
        for (int passed = 0; passed < millis; passed += 50) {
            notebook.lanes().passTime(50);
            notebook.lanes().settle();
        }
    }
}
