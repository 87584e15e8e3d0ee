package io.ccmux.server.tool;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;

import com.github.luben.zstd.ZstdOutputStream;

import io.ccmux.config.Json;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.StateCopy;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import io.ccmux.server.journal.RecordExtensions;

/**
 * Copies the state to one file, while a server lives or without one: everything that was acknowledged before it began,
 * whole transactions only.
 *
 * <pre>
 *  FILE = zstd( tar( checkpoints/*.cpt, journal/*, MANIFEST ) )
 * </pre>
 *
 * <p>The copy is one of a server that stopped properly. A file that a living server removes meanwhile makes it begin
 * anew; the file gets its name when it is whole.
 */
final class BackupTool implements Tool {
    private static final int ATTEMPTS = 5;
    private static final int LEVEL = 3;
    private static final int BUFFER_BYTES = 1 << 20;

    @Override
    public int run(Workplace place, ToolWords words) throws IOException, ToolException {
        Path file = Path.of(words.only("FILE"));
        if (Files.exists(file) && !words.has("--force")) {
            throw new ToolException(file + " is there; --force replaces it");
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (Storage storage = place.look()) {
            var copy = write(storage, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            long bytes = copy.pieces().stream().mapToLong(StateCopy.Piece::bytes).sum();
            place.print(words.json()
                    ? Json.line(Tables.map("file", file.toString(), "bytes", Files.size(file), "stateBytes", bytes,
                            "files", copy.pieces().size() + 1, "lastSerial", copy.lastSerial()))
                    : file + ": " + Files.size(file) + " bytes, from " + (copy.pieces().size() + 1) + " files of "
                            + bytes + " bytes, up to serial " + copy.lastSerial());
            return 0;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static StateCopy write(Storage storage, Path file) throws IOException {
        for (int attempt = 1;; attempt++) {
            try {
                return once(storage, file);
            } catch (NoSuchFileException | FileNotFoundException gone) {
                if (attempt == ATTEMPTS) {
                    throw gone;
                }
            }
        }
    }

    private static StateCopy once(Storage storage, Path file) throws IOException {
        var copy = Inspection.of(storage, RecordExtensions.installed().registry()).copy();
        long seconds = Instant.now().getEpochSecond();
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (OutputStream out = new ZstdOutputStream(Files.newOutputStream(file, Set.of(StandardOpenOption.WRITE)
                .toArray(StandardOpenOption[]::new)), LEVEL).setChecksum(true)) {
            for (var piece : copy.pieces()) {
                Tar.writeHead(out, new Tar.Entry(piece.file(), piece.bytes()), seconds);
                copy(storage, piece, out);
                Tar.fill(out, piece.bytes());
            }
            byte[] page = copy.page().getBytes(StandardCharsets.UTF_8);
            Tar.writeHead(out, new Tar.Entry(StateCopy.PAGE, page.length), seconds);
            out.write(page);
            Tar.fill(out, page.length);
            Tar.end(out);
        }
        return copy;
    }

    private static void copy(Storage storage, StateCopy.Piece piece, OutputStream out) throws IOException {
        try (StorageFile file = storage.openToRead(piece.file())) {
            ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
            long at = 0;
            while (at < piece.bytes()) {
                buffer.clear().limit((int) Math.min(buffer.capacity(), piece.bytes() - at));
                int count = file.read(at, buffer);
                if (count <= 0) {
                    throw new IOException(piece.file() + " became shorter while it was read");
                }
                out.write(buffer.array(), 0, count);
                at += count;
            }
        }
    }
}
