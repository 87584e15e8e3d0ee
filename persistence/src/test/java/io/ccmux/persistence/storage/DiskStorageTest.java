package io.ccmux.persistence.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiskStorageTest {
    @TempDir
    private Path directory;

    @Test
    void makesPrivateDirectoriesAndFiles() throws IOException {
        Path state = directory.resolve("a/b");
        try (DiskStorage storage = DiskStorage.open(state)) {
            storage.makeDirectory("c/d");
            storage.create("c/d/file").close();
            assertTrue(storage.lock());
        }
        for (String name : List.of("", "c", "c/d")) {
            assertEquals("rwx------", mode(state.resolve(name)));
        }
        assertEquals("rw-------", mode(state.resolve("c/d/file")));
        assertEquals("rw-------", mode(state.resolve("LOCK")));
    }

    @Test
    void takesNothingWhereItsDirectoryCannotBeMade() throws IOException {
        Path state = Files.createFile(directory.resolve("file")).resolve("state");
        try (DiskStorage storage = DiskStorage.open(state)) {
            assertEquals("state directory cannot be made: " + state,
                    assertThrows(IOException.class, storage::lock).getMessage());
            assertThrows(IOException.class, () -> storage.create("file"));
            assertThrows(IOException.class, () -> storage.makeDirectory("sub"));
            assertFalse(storage.holdsLock());
        }
    }

    @Test
    void noticesThatItsDirectoryIsGone() throws IOException {
        Path state = directory.resolve("state");
        try (DiskStorage storage = DiskStorage.open(state)) {
            assertTrue(storage.lock());
            storage.makeDirectory("sub");
            try (StorageFile file = storage.create("sub/file")) {
                file.write(0, ByteBuffer.wrap(new byte[10]));
                file.force();
                Files.delete(state.resolve("sub/file"));
                Files.delete(state.resolve("sub"));
                Files.delete(state.resolve("LOCK"));
                Files.delete(state);
                assertThrows(IOException.class, file::force);
                assertFalse(storage.holdsLock());
                storage.makeDirectory("sub");
                assertThrows(IOException.class, file::force, "it is another directory");
            }
            assertTrue(storage.lock());
            assertTrue(storage.holdsLock());
            assertFalse(storage.lock());
            assertEquals("rwx------", mode(state));
        }
    }

    @Test
    void closesADirectoryThatWasOpenToOthers() throws IOException {
        Path state = Files.createDirectory(directory.resolve("state"));
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        DiskStorage.open(state).close();
        assertEquals("rwx------", mode(state));
    }

    @Test
    void refusesALinkAndAPlainFile() throws IOException {
        Path real = Files.createDirectory(directory.resolve("real"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), real);
        Path file = Files.createFile(directory.resolve("file"));
        assertTrue(assertThrows(IOException.class, () -> DiskStorage.open(link)).getMessage().contains("link"));
        assertThrows(IOException.class, () -> DiskStorage.open(file));
    }

    @Test
    void refusesAForeignDirectory() throws IOException {
        assumeTrue(new UnixSystem().getUid() == 0, "only root can give a directory away");
        Path state = Files.createDirectory(directory.resolve("state"));
        Files.setAttribute(state, "unix:uid", 12345);
        assertTrue(assertThrows(IOException.class, () -> DiskStorage.open(state)).getMessage().contains("12345"));
    }

    @Test
    void followsNoLinkToAFile() throws IOException {
        Path outside = Files.writeString(directory.resolve("outside"), "precious");
        Path state = directory.resolve("state");
        try (DiskStorage storage = DiskStorage.open(state)) {
            Files.createSymbolicLink(state.resolve("MANIFEST"), outside);
            assertThrows(IOException.class, () -> storage.open("MANIFEST"));
            assertThrows(IOException.class, () -> storage.openToRead("MANIFEST"));
            assertThrows(IOException.class, () -> storage.create("MANIFEST"));
            Files.createSymbolicLink(state.resolve("LOCK"), outside);
            assertThrows(IOException.class, storage::lock);
            assertEquals(List.of(), storage.list(""));
        }
        assertEquals("precious", Files.readString(outside));
    }

    @Test
    void locksOnceAndKeepsTheLock() throws IOException {
        try (DiskStorage first = DiskStorage.open(directory); DiskStorage second = DiskStorage.open(directory)) {
            assertTrue(first.lock());
            assertFalse(second.lock());
            assertFalse(second.lock());
            assertEquals(ProcessHandle.current().pid() + "\n", Files.readString(directory.resolve("LOCK")));
        }
    }

    @Test
    void writesReadsRenamesAndRemoves() throws IOException {
        try (DiskStorage storage = DiskStorage.open(directory)) {
            try (StorageFile file = storage.create("a")) {
                file.write(0, bytes("hello "), bytes("world"));
                file.write(6, bytes("there"));
                file.force();
                assertEquals(11, file.size());
                file.truncate(8);
            }
            storage.rename("a", "b");
            storage.forceDirectory("");
            assertEquals(List.of("b"), storage.list(""));
            try (StorageFile file = storage.openToRead("b")) {
                ByteBuffer target = ByteBuffer.allocate(20);
                assertEquals(8, file.read(0, target));
                assertEquals("hello th", new String(target.array(), 0, 8, StandardCharsets.US_ASCII));
                assertEquals(-1, file.read(8, target));
                assertThrows(RuntimeException.class, () -> file.write(0, bytes("x")));
            }
            storage.remove("b");
            storage.remove("b");
            assertEquals(List.of(), storage.list(""));
            assertEquals(List.of(), storage.list("nowhere"));
        }
    }

    @Test
    void opensToReadAndChangesNothing() throws IOException {
        Path state = directory.resolve("state");
        assertThrows(IOException.class, () -> DiskStorage.openToRead(state));
        try (DiskStorage storage = DiskStorage.open(state)) {
            storage.makeDirectory("sub");
            storage.create("sub/file").close();
        }
        Files.setPosixFilePermissions(state, PosixFilePermissions.fromString("rwxr-xr-x"));
        try (Storage storage = DiskStorage.openToRead(state)) {
            assertEquals(List.of("file"), storage.list("sub"));
            assertEquals(List.of("sub"), storage.directories(""));
            assertThrows(IOException.class, () -> storage.create("other"));
            assertThrows(IOException.class, storage::lock);
            assertFalse(storage.holdsLock());
        }
        assertEquals("rwxr-xr-x", mode(state));
        Path link = Files.createSymbolicLink(directory.resolve("link"), state);
        assertThrows(IOException.class, () -> DiskStorage.openToRead(link));
    }

    @Test
    void listsInOrderAndTellsFilesFromDirectories() throws IOException {
        try (DiskStorage storage = DiskStorage.open(directory.resolve("state"))) {
            for (int i = 9; i >= 0; i--) {
                storage.create("file" + i).close();
                storage.makeDirectory("directory" + i);
            }
            assertEquals(storage.list("").stream().sorted().toList(), storage.list(""));
            assertEquals(10, storage.list("").size());
            assertEquals(storage.directories("").stream().sorted().toList(), storage.directories(""));
            assertEquals(10, storage.directories("").size());
            assertTrue(storage.directories("").getFirst().equals("directory0"));
            storage.remove("directory0");
            assertEquals(9, storage.directories("").size());
            assertEquals(List.of(), storage.directories("nowhere"));
            assertThrows(IOException.class, () -> storage.forceDirectory("nowhere"));
            assertThrows(IOException.class, () -> storage.makeDirectory("file1"));
        }
    }

    @Test
    void writesToAFileThatIsThere() throws IOException {
        try (DiskStorage storage = DiskStorage.open(directory.resolve("state"))) {
            storage.create("file").close();
            try (StorageFile file = storage.open("file")) {
                file.write(3, bytes("abc"));
                file.force();
                assertEquals(6, file.size());
            }
            assertThrows(IOException.class, () -> storage.open("nothing"));
            assertThrows(IOException.class, () -> storage.create("file"));
            assertFalse(storage.holdsLock());
            assertTrue(storage.lock());
            assertTrue(storage.holdsLock());
        }
    }

    /** Whoever interrupts a thread that writes closes the file under it: that is trouble, not silence. */
    @Test
    void anInterruptIsTrouble() throws IOException {
        try (DiskStorage storage = DiskStorage.open(directory.resolve("state"));
                StorageFile file = storage.create("a")) {
            Thread.currentThread().interrupt();
            assertThrows(IOException.class, () -> file.write(0, bytes("lost")));
            assertTrue(Thread.interrupted());
            assertThrows(IOException.class, file::force);
            assertThrows(IOException.class, () -> file.write(0, bytes("lost")));
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
