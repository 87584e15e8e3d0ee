package io.ccmux.persistence.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.persistence.storage.FaultStorage.Policy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FaultStorageTest {
    private final FaultStorage storage = new FaultStorage();

    @Test
    void aRenameWithoutForceDirectoryIsLost() throws IOException {
        write("checkpoint.tmp", "state");
        storage.rename("checkpoint.tmp", "checkpoint");

        assertTrue(storage.crash(1, Policy.LOSE).files().isEmpty());
    }

    @Test
    void aRenameWithForceDirectoryIsKept() throws IOException {
        write("checkpoint.tmp", "state");
        storage.rename("checkpoint.tmp", "checkpoint");
        storage.forceDirectory("");

        FaultStorage after = storage.crash(1, Policy.LOSE);
        assertEquals(Set.of("checkpoint"), after.files().keySet());
        assertArrayEquals(bytes("state"), after.files().get("checkpoint"));
    }

    @Test
    void aRenameWithoutForceDirectoryMayGoEitherWay() throws IOException {
        write("old", "old");
        storage.forceDirectory("");
        storage.rename("old", "new");

        Set<Set<String>> outcomes = new HashSet<>();
        for (int seed = 0; seed < 100; seed++) {
            outcomes.add(storage.crash(seed, Policy.PAGES).files().keySet());
        }
        assertEquals(Set.of(Set.of("old"), Set.of("new")), outcomes);
    }

    @Test
    void keepsEverythingWhenOnlyTheProcessDies() throws IOException {
        try (StorageFile file = storage.create("file")) {
            file.write(0, ByteBuffer.wrap(bytes("unsynced")));
            FaultStorage after = storage.kill();
            assertArrayEquals(bytes("unsynced"), after.files().get("file"));
            assertThrows(IOException.class, () -> file.write(0, ByteBuffer.wrap(bytes("ghost"))));
            assertTrue(after.crash(1, Policy.LOSE).files().isEmpty());
        }
    }

    @Test
    void tearsAWriteInTheMiddle() throws IOException {
        try (StorageFile file = storage.create("file")) {
            storage.forceDirectory("");
            file.write(0, ByteBuffer.wrap(bytes("aaaaaaaaaa")));
        }
        Set<String> outcomes = new HashSet<>();
        for (int seed = 0; seed < 500; seed++) {
            outcomes.add(new String(storage.crash(seed, Policy.BYTES).files().get("file"), StandardCharsets.US_ASCII));
        }
        assertTrue(outcomes.containsAll(List.of("", "aaaaaaaaaa")), outcomes.toString());
        assertTrue(outcomes.stream().anyMatch(text -> text.contains("\0") && text.endsWith("a")), "a hole");
    }

    @Test
    void liesAfterAFailedForce() throws IOException {
        try (StorageFile file = storage.create("file")) {
            storage.forceDirectory("");
            file.write(0, ByteBuffer.wrap(bytes("lost")));
            storage.fail(1, 1);
            assertThrows(IOException.class, file::force);
            file.force();
        }
        assertArrayEquals(bytes("lost"), storage.files().get("file"));
        assertArrayEquals(new byte[0], storage.crash(1, Policy.ORDERED).files().get("file"));
    }

    @Test
    void failsTheCallsItIsToldTo() throws IOException {
        storage.fail(2, 3);
        assertEquals(List.of(), storage.list(""));
        assertThrows(IOException.class, () -> storage.list(""));
        assertThrows(IOException.class, () -> storage.list(""));
        assertEquals(List.of(), storage.list(""));
    }

    @Test
    void writesPartOfWhatDoesNotFit() throws IOException {
        storage.full(4);
        try (StorageFile file = storage.create("file")) {
            assertThrows(IOException.class, () -> file.write(0, ByteBuffer.wrap(bytes("too much"))));
            assertEquals(4, file.size());
        }
    }

    @Test
    void locksOnce() throws IOException {
        assertTrue(storage.lock());
        assertFalse(storage.lock());
        assertTrue(storage.kill().lock());
    }

    private void write(String name, String text) throws IOException {
        try (StorageFile file = storage.create(name)) {
            file.write(0, ByteBuffer.wrap(bytes(text)));
            file.force();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
