package io.ccmux.server.tool;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;

import com.github.luben.zstd.ZstdInputStream;

import io.ccmux.config.Json;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.RecoveryReport;
import io.ccmux.persistence.StateCopy;
import io.ccmux.persistence.storage.DiskStorage;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import io.ccmux.server.journal.RecordExtensions;

/**
 * Puts a backup in the place of the state directory. It is unpacked beside it first and verified as a recovery would;
 * only then the old directory, if there is one, moves away and the new one takes its name.
 */
final class RestoreTool implements Tool {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");
    private static final String FILE_NAME = "(journal|checkpoints)/[0-9a-z.]{1,40}";
    private static final int BUFFER_BYTES = 1 << 20;

    @Override
    public int run(Workplace place, ToolWords words) throws IOException, ToolException {
        Path file = Path.of(words.only("FILE"));
        if (!Files.exists(file)) {
            throw new ToolException("no such file: " + file);
        }
        Path state = place.state();
        if (Liveness.lives(state)) {
            throw new ToolException("a server lives in " + state + "; stop it first: ccmux stop-server");
        }
        boolean there = Files.exists(state.resolve(StateCopy.PAGE));
        if (there && !words.has("--force")) {
            throw new ToolException("there is a state in " + state + "; --force puts it aside");
        }
        Path fresh = state.resolveSibling(state.getFileName() + ".restoring");
        delete(fresh);
        try {
            long serial = unpacked(place, file, fresh);
            String aside = exchange(state, fresh);
            place.print(words.json()
                    ? Json.line(Tables.map("state", state.toString(), "lastSerial", serial, "aside", aside))
                    : state + ": restored up to serial " + serial
                            + (aside.isEmpty() ? "" : "; what was there is in " + aside));
            return 0;
        } finally {
            delete(fresh);
        }
    }

    // ---- the copy --------------------------------------------------------------------------

    /** Unpacks and verifies; returns the last serial. */
    private static long unpacked(Workplace place, Path file, Path fresh) throws IOException, ToolException {
        try (Storage storage = DiskStorage.open(fresh);
                InputStream in = new ZstdInputStream(Files.newInputStream(file))) {
            storage.makeDirectory("journal");
            storage.makeDirectory("checkpoints");
            unpack(storage, in);
            storage.forceDirectory("journal");
            storage.forceDirectory("checkpoints");
            storage.forceDirectory("");
        } catch (IOException unreadable) {
            throw new ToolException(file + " is no backup, or damaged: " + unreadable.getMessage());
        }
        try (Storage storage = DiskStorage.openToRead(fresh)) {
            RecoveryReport report = Inspection.of(storage, RecordExtensions.installed().registry())
                    .verify(place.loading().get());
            if (!report.findings().isEmpty()) {
                throw new ToolException(file + " is damaged: " + report.findings().getFirst().text());
            }
            return report.lastSerial();
        }
    }

    private static void unpack(Storage storage, InputStream in) throws IOException {
        Set<String> names = new TreeSet<>();
        for (var entry = Tar.readHead(in); !entry.name().isEmpty(); entry = Tar.readHead(in)) {
            if (!entry.name().equals(StateCopy.PAGE) && !entry.name().matches(FILE_NAME)) {
                throw new IOException("what it holds is no state: " + Printable.beginning(entry.name()));
            }
            names.add(entry.name());
            write(storage, entry, in);
            in.skipNBytes(Tar.padding(entry.bytes()));
        }
        // Its last bytes are the checksum of all others.
        in.transferTo(OutputStream.nullOutputStream());
        if (!names.contains(StateCopy.PAGE)) {
            throw new IOException("it holds no state");
        }
    }

    private static void write(Storage storage, Tar.Entry entry, InputStream in) throws IOException {
        try (StorageFile file = storage.create(entry.name())) {
            for (long at = 0; at < entry.bytes();) {
                byte[] bytes = in.readNBytes((int) Math.min(BUFFER_BYTES, entry.bytes() - at));
                if (bytes.length == 0) {
                    throw new EOFException("it ends too early");
                }
                file.write(at, ByteBuffer.wrap(bytes));
                at += bytes.length;
            }
            file.force();
        }
    }

    // ---- the exchange ----------------------------------------------------------------------

    /** The new directory takes the place of the old one; returns where that is now, or nothing if there was none. */
    private static String exchange(Path state, Path fresh) throws IOException, ToolException {
        if (!Files.exists(state)) {
            Files.move(fresh, state, StandardCopyOption.ATOMIC_MOVE);
            return "";
        }
        Path aside = aside(state);
        try (Storage old = DiskStorage.open(state)) {
            if (!old.lock()) {
                throw new ToolException("a server lives in " + state);
            }
            Files.move(state, aside, StandardCopyOption.ATOMIC_MOVE);
            Files.move(fresh, state, StandardCopyOption.ATOMIC_MOVE);
        }
        return aside.toString();
    }

    private static Path aside(Path state) {
        String name = state.getFileName() + ".before-" + TIME.format(LocalDateTime.now(ZoneId.systemDefault()));
        Path aside = state.resolveSibling(name);
        for (int number = 2; Files.exists(aside); number++) {
            aside = state.resolveSibling(name + "-" + number);
        }
        return aside;
    }

    private static void delete(Path tree) throws IOException {
        if (Files.exists(tree)) {
            try (var paths = Files.walk(tree)) {
                for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
