package io.ccmux.persistence;

import io.ccmux.persistence.storage.Storage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * The page about the whole directory, for people and for clients that find no server.
 *
 * <pre>
 *  recover                                          or: empty, nothing there that somebody would want back
 *  format 1
 *  directory 6e1f1a0c-0d8e-4c0c-9a51-2f0a3f7c9b11
 *  clean 4d2                                        only after a proper stop: the serial the state ended at, in hex
 *  crc 89abcdef                                     CRC-32C of four zero bytes and the lines above
 * </pre>
 *
 * <p>A server writes it when it opens the directory, without {@code clean}, before it appends anything; so the next one
 * knows, from the very first crash on, how this one ended.
 */
record Manifest(boolean empty, UUID directory, OptionalLong clean) {
    private static final String CRC = "crc ";
    private static final int BYTES_MAX = 4096;

    String text() {
        String lines = (empty ? "empty" : "recover") + "\nformat " + FileHead.FORMAT_VERSION + "\ndirectory "
                + directory + "\n" + (clean.isPresent() ? "clean " + Long.toHexString(clean.getAsLong()) + "\n" : "");
        return lines + CRC + crc(lines) + "\n";
    }

    private static String crc(String lines) {
        byte[] bytes = lines.getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().toHexDigits(Frame.checksum(bytes, 0, bytes.length, 0));
    }

    /** Empty when the text is not what {@link #text} makes. */
    static Optional<Manifest> parse(String text) throws NewerFormatException {
        int crcAt = text.indexOf(CRC);
        if (crcAt < 0 || !text.substring(crcAt).equals(CRC + crc(text.substring(0, crcAt)) + "\n")) {
            return Optional.empty();
        }
        List<String> lines = text.lines().toList();
        try {
            int format = Integer.parseInt(lines.get(1).substring("format ".length()));
            if (format > FileHead.FORMAT_VERSION) {
                throw NewerFormatException.of(StateLayout.MANIFEST, format, FileHead.FORMAT_VERSION);
            }
            String clean = lines.get(3);
            return Optional.of(new Manifest(lines.get(0).equals("empty"),
                    UUID.fromString(lines.get(2).substring("directory ".length())), clean.startsWith("clean ")
                            ? OptionalLong.of(Long.parseUnsignedLong(clean.substring("clean ".length()), 16))
                            : OptionalLong.empty()));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<Manifest> read(Storage storage) throws IOException {
        try (StorageFile file = storage.openToRead(StateLayout.MANIFEST)) {
            ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(BYTES_MAX, file.size()));
            while (bytes.hasRemaining() && file.read(bytes.position(), bytes) > 0) {
            }
            return parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
        }
    }

    /** Puts this page in the place of the one before, whole or not at all. */
    void write(Storage storage) throws IOException {
        storage.remove(StateLayout.MANIFEST_NEW);
        try (StorageFile file = storage.create(StateLayout.MANIFEST_NEW)) {
            file.write(0, ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8)));
            file.force();
        }
        storage.rename(StateLayout.MANIFEST_NEW, StateLayout.MANIFEST);
        storage.forceDirectory("");
    }
}
