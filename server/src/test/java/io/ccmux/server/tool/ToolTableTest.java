package io.ccmux.server.tool;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.config.ConfigFile;
import io.ccmux.config.Json;
import io.ccmux.persistence.Entry;
import io.ccmux.persistence.Persistence;
import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.Replay;
import io.ccmux.persistence.storage.DiskStorage;
import io.ccmux.server.DeafListener;
import io.ccmux.server.journal.EventTypes;
import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Event;

/** The tools, on the state of a server that knows buffers only. */
class ToolTableTest {
    private static final List<String> READERS = List.of("checkpoint list", "checkpoint show", "checkpoint verify",
            "journal dump", "journal stat", "journal tail", "journal types", "journal verify", "doctor");

    /** What a tool printed, and its exit status. */
    private record Result(String out, int status) {}

    @TempDir
    private Path directory;
    private Path state;

    @BeforeEach
    void fill() throws Exception {
        state = directory.resolve("state");
        try (Persistence server = open()) {
            server.append(1_000_000, List.of(filled("a", "first"), filled("b", "\u001b]0;title\u0007\n")));
            var checkpoint = server.checkpoint(2_000_000, List.of(filled("a", "first")).iterator());
            server.submitForReply();
            checkpoint.get();
            server.append(3_000_000, List.of(filled("c", "third")));
            server.submitForReply();
        }
    }

    private Persistence open() throws IOException {
        return Persistence.open(PersistenceSettings.standard(), DiskStorage.open(state), EventTypes.registry(),
                new Buffers(), new DeafListener());
    }

    private static Event filled(String name, String text) {
        return new BufferEvent.Filled(name, text.getBytes(StandardCharsets.UTF_8), false, 0);
    }

    /** Takes whatever it is given. */
    private static final class Buffers implements Replay {
        @Override
        public void begin() {}

        @Override
        public void apply(Entry entry) {}
    }

    private Result run(String words) throws IOException, ToolException {
        var out = new ByteArrayOutputStream();
        var place = new Workplace(directory.resolve("socket"), state, List.of(directory.resolve("ccmux.conf")),
                Map.of("LANG", "C.UTF-8"), file -> ConfigFile.read(file, Optional::of, layout -> true), Buffers::new,
                new PrintStream(out, true, StandardCharsets.UTF_8));
        int status = ToolTable.run(place, List.of(words.split(" ")));
        return new Result(out.toString(StandardCharsets.UTF_8), status);
    }

    private String must(String words) throws IOException, ToolException {
        var result = run(words);
        assertEquals(0, result.status, result.out);
        return result.out;
    }

    private Map<String, String> files() throws IOException {
        var files = new TreeMap<String, String>();
        try (var paths = Files.walk(state)) {
            for (Path path : paths.toList()) {
                String bytes = Files.isDirectory(path)
                        ? ""
                        : java.util.HexFormat.of().formatHex(Files.readAllBytes(path));
                files.put(path.toString(), Files.getPosixFilePermissions(path) + Files.getLastModifiedTime(path)
                        .toString() + bytes);
            }
        }
        return files;
    }

    @Test
    void noReaderChangesAnything() throws Exception {
        Files.setPosixFilePermissions(state, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
        var before = files();
        for (String reader : READERS) {
            must(reader);
            must(reader + " --json");
        }
        assertEquals(before, files());
    }

    @Test
    void noReaderMindsAServer() throws Exception {
        try (var talker = new StatusTalker(directory.resolve("socket"), "healthy"); Persistence server = open()) {
            server.append(4_000_000, List.of(filled("d", "fourth")));
            server.submitForReply();
            for (String reader : READERS) {
                must(reader);
            }
            assertTrue(Liveness.lives(state));
            assertEquals(1, talker.asked());
            assertThrows(ToolException.class, () -> run("restore /nowhere"));
        }
        assertFalse(Liveness.lives(state));
    }

    @Test
    void theDoctorNamesWhatCrashesOfJavaLeft() throws Exception {
        assertFalse(must("doctor").contains("crashed"));
        Path report = Files.createFile(state.resolve("hs_err_4711.log"));
        String said = must("doctor");
        assertTrue(said.contains("warning: java: crashed at ") && said.contains(report + " tells why"), said);
    }

    @Test
    void theDoctorSaysThatNoStateCanBeMade() throws Exception {
        state = Files.createFile(directory.resolve("file")).resolve("state");
        var result = run("doctor");
        assertEquals(1, result.status);
        assertTrue(result.out.contains("bad: state: " + state + ": cannot be made"), result.out);
    }

    @Test
    void theDoctorAsksALivingServerHowItIs() throws Exception {
        Path socket = directory.resolve("socket");
        try (var _ = open()) {
            assertEquals(1, run("doctor").status, "it does not listen");
            try (var _ = new StatusTalker(socket, "degraded")) {
                var result = run("doctor");
                assertEquals(1, result.status);
                assertTrue(result.out.contains("bad: journal: NOT DURABLE: no space left"), result.out);
                assertTrue(result.out.contains("warning: disk: has not answered for 2500 ms"), result.out);
            }
            try (var _ = new StatusTalker(socket, "read_only")) {
                assertTrue(run("doctor --json").out.contains("nothing could be written from the start"));
            }
            try (var _ = new StatusTalker(socket, "")) {
                assertTrue(run("doctor").out.contains("bad: server: does not tell how it is: not now"));
            }
            try (var _ = new StatusTalker(socket, "off")) {
                assertTrue(must("doctor").contains("warning: journal: durability is off"));
            }
        }
        assertTrue(must("doctor").contains("well: server: none lives"));
    }

    @Test
    void dumpsRecordsWithoutControlCharacters() throws Exception {
        var lines = must("journal dump").lines().toList();
        assertEquals(3, lines.size());
        assertEquals("2 1 1970-01-01T00:00:01Z C- BufferEvent.Filled[name=b, bytes=\"\\e]0;title\\u0007\\n\", "
                + "automatic=false, createdMicros=0]", lines.get(1));
        assertEquals(1, must("journal dump --from 2 --to 2").lines().count());
        var fields = Json.read(must("journal dump --from 3 --json")).orElseThrow();
        assertEquals(3, fields.get("serial"));
        assertEquals("BufferEvent.Filled", fields.get("name"));
        assertEquals(lines.get(2), must("journal tail -n 1").strip());
    }

    @Test
    void tellsHowMuchThereIs() throws Exception {
        var stat = Json.read(must("journal stat --json")).orElseThrow();
        assertEquals(3, stat.get("records"));
        assertEquals(false, stat.get("clean"));
        assertTrue(must("checkpoint list").contains("covers serial 2, 1970-01-01T00:00:02Z, 1 records"));
        assertTrue(must("checkpoint show").endsWith("BufferEvent.Filled: 1\n"));
        assertTrue(must("journal types").contains("60 v1 PaneEvent.Output\n"));
    }

    @Test
    void verifiesAndSaysWhatIsWrong() throws Exception {
        assertTrue(must("journal verify").endsWith("all is well\n"));
        assertTrue(must("doctor").contains("well: journal: whole, up to serial 3"));
        Path checkpoint = state.resolve("checkpoints/0000000000000002.cpt");
        byte[] bytes = Files.readAllBytes(checkpoint);
        bytes[bytes.length - 50] ^= 1;
        Files.write(checkpoint, bytes);
        var result = run("journal verify");
        assertEquals(1, result.status);
        assertTrue(result.out.contains("case G"), result.out);
        assertEquals(1, run("checkpoint verify").status);
        assertThrows(ToolException.class, () -> run("checkpoint show"));
    }

    // ---- backup and restore ----------------------------------------------------------------

    @Test
    void putsBackWhatItCopied() throws Exception {
        Path file = directory.resolve("backup");
        String dump = must("journal dump");
        try (Persistence server = open()) {
            server.append(5_000_000, List.of(filled("unsubmitted", "x")));
            must("backup " + file);
        }
        assertEquals("[OWNER_READ, OWNER_WRITE]", Files.getPosixFilePermissions(file).stream().sorted().toList()
                .toString());
        assertThrows(ToolException.class, () -> run("backup " + file));
        must("backup --force " + file);
        assertThrows(ToolException.class, () -> run("restore " + file));
        must("restore --force " + file);
        try (var beside = Files.list(directory)) {
            assertEquals(1, beside.filter(path -> path.getFileName().toString().startsWith("state.before-")).count());
        }
        assertTrue(must("journal dump").startsWith(dump));
        try (Persistence server = open()) {
            assertFalse(server.report().unclean());
            assertEquals(List.of(), server.report().findings());
        }
    }

    /** A few bits mean nothing to the decompressor; whatever else is damaged does not pass the checksum. */
    @Test
    void refusesABackupThatIsDamagedAndTouchesNothing() throws Exception {
        Path file = directory.resolve("backup");
        must("backup " + file);
        byte[] whole = Files.readAllBytes(file);
        String dump = must("journal dump");
        int harmless = 0;
        for (int at = 0; at < whole.length; at += 3) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 4;
            Files.write(file, bytes);
            harmless += refused("restore --force " + file) ? 0 : 1;
            assertEquals(dump, must("journal dump"), "byte " + at);
        }
        assertTrue(harmless * 20 <= whole.length / 3, harmless + " bytes do not matter");
        var before = files();
        for (int length = 0; length < whole.length; length += 9) {
            Files.write(file, java.util.Arrays.copyOf(whole, length));
            assertTrue(refused("restore --force " + file), length + " bytes");
        }
        assertEquals(before, files());
        assertFalse(Files.exists(directory.resolve("state.restoring")));
    }

    private boolean refused(String words) throws IOException {
        try {
            run(words);
            return false;
        } catch (ToolException damaged) {
            return true;
        }
    }

    @Test
    void unpacksNothingBesideTheState() throws Exception {
        Path file = directory.resolve("backup");
        var out = new ByteArrayOutputStream();
        try (var zipped = new com.github.luben.zstd.ZstdOutputStream(out)) {
            Tar.writeHead(zipped, new Tar.Entry("journal/../../escaped", 0), 0);
            Tar.end(zipped);
        }
        Files.write(file, out.toByteArray());
        assertThrows(ToolException.class, () -> run("restore --force " + file));
        assertFalse(Files.exists(directory.resolve("escaped")));
    }

    @Test
    void writesHeadersThatItReads() throws Exception {
        var out = new ByteArrayOutputStream();
        var entry = new Tar.Entry("journal/0000000000000001.jnl", 123_456_789_012L / 16);
        Tar.writeHead(out, entry, 1_700_000_000);
        assertEquals(Tar.BLOCK_BYTES, out.size());
        assertEquals(entry, Tar.readHead(new ByteArrayInputStream(out.toByteArray())));
        byte[] damaged = out.toByteArray();
        damaged[3] ^= 1;
        assertThrows(IOException.class, () -> Tar.readHead(new ByteArrayInputStream(damaged)));
        assertArrayEquals(new int[]{0, 511, 1, 0}, new int[]{Tar.padding(0), Tar.padding(1), Tar.padding(511),
            Tar.padding(512)});
    }

    // ---- words and configuration -----------------------------------------------------------

    @Test
    void saysHowItIsUsed() throws Exception {
        assertEquals("usage: ccmux journal stat [--json]\nhow much there is of the journal, by file and type\n",
                must("journal stat --help"));
        var wrong = assertThrows(ToolException.class, () -> run("journal"));
        assertEquals("ccmux journal is followed by one of: dump, stat, tail, types, verify", wrong.getMessage());
        assertThrows(ToolException.class, () -> run("journal dump --from"));
        assertThrows(ToolException.class, () -> run("journal dump --from x"));
        assertThrows(ToolException.class, () -> run("journal dump --from -1"));
        assertThrows(ToolException.class, () -> run("journal stat -x"));
        assertThrows(ToolException.class, () -> run("backup"));
    }

    @Test
    void checksTheConfiguration() throws Exception {
        must("config check");
        Files.writeString(directory.resolve("ccmux.conf"), "options {\n  mouse = perhaps\n}\n");
        var result = run("config check");
        assertEquals(1, result.status);
        assertEquals(directory.resolve("ccmux.conf") + ":2: bad value: perhaps\n", result.out);
        Files.writeString(directory.resolve("ccmux.conf"), must("config default"));
        must("config check");
    }
}
