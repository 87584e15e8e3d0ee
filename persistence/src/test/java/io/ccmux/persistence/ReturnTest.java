package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import io.ccmux.persistence.storage.TroubledStorage;
import io.ccmux.persistence.storage.TroubledStorage.Trouble;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What is told, kept and let go between the failure of a disk and its return. */
class ReturnTest {
    private final FaultStorage storage = new FaultStorage();

    private Notebook degraded() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.reserveBytes(2000), 1).durably("a");
        storage.fail(1, Long.MAX_VALUE);
        notebook.durably("b");
        assertEquals(Health.DEGRADED, notebook.persistence().status().health());
        assertTrue(notebook.persistence().status().trouble().contains("fails"));
        return notebook;
    }

    private static void pass(Notebook notebook, int millis) {
        for (int passed = 0; passed < millis; passed += 50) {
            notebook.lanes().passTime(50);
            notebook.lanes().settle();
        }
    }

    @Test
    void everythingUpToTheCheckpointIsAcknowledgedByTheReturn() throws IOException {
        Notebook notebook = degraded();
        storage.heal();
        pass(notebook, 5000);
        CompletableFuture<Checkpoint> returned = notebook.rejoin();
        assertEquals(1, notebook.synced());
        assertEquals(Health.DEGRADED, notebook.persistence().status().health(), "not yet");
        notebook.add("c");
        notebook.persistence().submit();
        notebook.lanes().settleWithoutJournal();
        assertTrue(notebook.persistence().status().queuedBytes() > 0);
        notebook.lanes().settle();
        assertEquals(2, returned.join().coveredSerial());
        assertEquals(3, notebook.synced(), "nobody has to ask");
        assertEquals(0, notebook.persistence().status().queuedBytes());
        assertEquals(Health.HEALTHY, notebook.persistence().status().health());
        assertEquals("", notebook.persistence().status().trouble());
        assertEquals(3, notebook.persistence().status().writtenSerial());
        assertEquals(2, notebook.persistence().status().checkpoint().orElseThrow().coveredSerial());
        assertTrue(notebook.persistence().status().bytesSinceCheckpoint() < 100);
    }

    @Test
    void aReturnWithNothingNewAcknowledgesWhatWasDropped() throws IOException {
        Notebook notebook = degraded();
        storage.heal();
        pass(notebook, 5000);
        notebook.rejoin();
        notebook.lanes().settle();
        assertEquals(2, notebook.synced());
        assertEquals(2, notebook.persistence().status().writtenSerial());
        assertEquals(notebook.lines(), Notebook.open(storage.crash(1, Policy.LOSE)).lines());
    }

    @Test
    void terminalsGoOnDuringAReturn() throws IOException {
        Notebook notebook = degraded();
        storage.heal();
        pass(notebook, 5000);
        notebook.rejoin();
        notebook.add("c");
        notebook.persistence().submit();
        storage.meanwhile(1, () -> {
            notebook.lanes().step(new java.util.Random(5));
        });
        notebook.lanes().settle();
        assertEquals(3, notebook.written());
    }

    @Test
    void nothingIsReturnedFromWhenAllIsWell() throws IOException {
        Notebook notebook = Notebook.open(storage).durably("a");
        assertThrows(CompletionException.class, notebook.rejoin()::join);
        notebook.durably("b");
        assertEquals(2, notebook.synced());
    }

    @Test
    void checkpointsAreRefusedMeanwhile() throws IOException {
        Notebook notebook = degraded();
        CompletableFuture<Checkpoint> refused = notebook.checkpoint();
        notebook.lanes().settle();
        assertThrows(CompletionException.class, refused::join);
        assertEquals(false, notebook.persistence().checkpointDue());
        assertThrows(CompletionException.class, settled(notebook, notebook.forget())::join);
        assertThrows(CompletionException.class, settled(notebook, notebook.redact("a"))::join);
    }

    private static <T> CompletableFuture<T> settled(Notebook notebook, CompletableFuture<T> future) {
        notebook.lanes().settle();
        return future;
    }

    @Test
    void withoutAJournalNothingIsChecked() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.durability(Durability.OFF), 1).durably("a");
        assertThrows(CompletionException.class, settled(notebook, notebook.checkpoint())::join);
        assertEquals(Health.OFF, notebook.persistence().status().health());
    }

    @Test
    void aServerThatEndsTriesNothingAnyMore() throws IOException {
        Notebook notebook = degraded();
        storage.heal();
        notebook.persistence().close();
        long calls = storage.calls();
        notebook.lanes().passTime(60_000);
        notebook.lanes().settle();
        assertEquals(0, notebook.healings());
        assertEquals(calls, storage.calls());
    }

    @Test
    void noFileIsLeftOpenOrBehind() throws IOException {
        TroubledStorage counted = new TroubledStorage(storage, Trouble.EIO, Long.MAX_VALUE, true);
        Notebook notebook = Notebook.open(counted, Notebook.SMALL.reserveBytes(2000), 1);
        for (int i = 0; i < 12; i++) {
            notebook.durably("x".repeat(700)).checkpointed();
            assertTrue(counted.open().size() <= 1, counted.open()::toString);
        }
        storage.fail(1, 1);
        notebook.durably("b");
        assertEquals(List.of(), counted.open(), "what failed is given up");
        pass(notebook, 5000);
        notebook.rejoin();
        notebook.durably("c");
        assertEquals(1, counted.open().size());
        notebook.stop();
        assertEquals(List.of(), counted.open());
        assertTrue(storage.files().keySet().stream()
                .noneMatch(name -> name.endsWith(".new") || name.endsWith(".tmp")), storage.files().keySet()::toString);
    }

    @Test
    void theReserveTellsOfItAndIsThereAgainAfterIt() throws IOException {
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.reserveBytes(2000), 1).durably("a");
        storage.fail(2, 2);
        notebook.durably("b");
        OutagePage page = OutagePage.read(storage).orElseThrow();
        assertEquals(1, page.serial());
        assertTrue(page.micros() > 1_000_000 && page.cause().contains("fails"), page::toString);
        pass(notebook, 5000);
        notebook.rejoin();
        notebook.lanes().settle();
        assertTrue(OutagePage.read(storage).isEmpty());
        assertEquals(2000, storage.files().get(StateLayout.RESERVE).length);
    }
}
