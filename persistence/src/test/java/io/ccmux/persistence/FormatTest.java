package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.ccmux.persistence.storage.FaultStorage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The files of format 1, byte for byte: whoever changes one of them changes the format. */
class FormatTest {
    private static final List<String> LINES = List.of("first", "zweite Zeile: ä€👋", "third", "fourth",
            "x".repeat(100));

    @Test
    void aSegmentIsWhatItWas() throws IOException {
        byte[] segment = directory().files().get(StateLayout.segment(1));
        assertEquals(hex(written(golden("segment-1.hex"))), hex(written(segment)));
    }

    /** How many zeros are written ahead is up to the writer. */
    private static byte[] written(byte[] segment) {
        int end = segment.length;
        while (segment[end - 1] == 0) {
            end--;
        }
        return Arrays.copyOf(segment, end);
    }

    @Test
    void aCheckpointIsWhatItWas() throws IOException {
        assertEquals(hex(golden("checkpoint-1.hex")), hex(directory().files().get(StateLayout.checkpoint(3))));
    }

    @Test
    void aManifestIsWhatItWas() throws IOException {
        FaultStorage storage = new FaultStorage();
        Notebook notebook = Notebook.open(storage, Notebook.SMALL, 42);
        notebook.durably("first").stop();
        assertEquals("""
                recover
                format 1
                directory ba419d35-0dfe-8af7-aee7-bbe10c45c028
                clean 1
                crc da6a88e4
                """, new String(storage.files().get(StateLayout.MANIFEST), StandardCharsets.US_ASCII));
    }

    @Test
    void filesOfTheFirstFormatAreRead() throws IOException {
        FaultStorage storage = new FaultStorage();
        storage.makeDirectory(StateLayout.JOURNAL);
        storage.makeDirectory(StateLayout.CHECKPOINTS);
        storage.replace(StateLayout.segment(1), golden("segment-1.hex"));
        assertEquals(LINES, Notebook.open(storage.copy()).lines());
        storage.replace(StateLayout.checkpoint(3), golden("checkpoint-1.hex"));
        Notebook notebook = Notebook.open(storage);
        assertEquals(LINES, notebook.lines());
        assertEquals(3, notebook.report().records());
    }

    @Test
    void aSidecarIsWhatItWas() throws IOException {
        assertEquals(hex(golden("index-1.hex")), hex(history().files().get(StateLayout.index(1))));
    }

    /** How zstd writes is its own affair, from version to version; what it has written is read. */
    @Test
    void aSealedSegmentOfTheFirstFormatIsRead() throws IOException {
        FaultStorage storage = history();
        List<String> lines = Notebook.open(storage.copy()).lines();
        storage.replace(StateLayout.sealed(1), golden("sealed-1.hex"));
        storage.replace(StateLayout.index(1), golden("index-1.hex"));
        SegmentMap.Segment sealed = SegmentMap.of(storage).segment(1).orElseThrow();
        assertEquals(3, SegmentIndex.of(storage, sealed).places().getLast().position().serial());
        storage.list(StateLayout.CHECKPOINTS).forEach(name -> storage.lose(StateLayout.CHECKPOINTS + "/" + name));
        Notebook notebook = Notebook.open(storage);
        assertEquals(lines, notebook.lines());
        assertEquals(List.of(), notebook.report().findings());
    }

    /** A directory whose first segment is history. */
    static FaultStorage history() throws IOException {
        FaultStorage storage = new FaultStorage();
        Retention all = new Retention(Long.MAX_VALUE / 8, Long.MAX_VALUE / 8);
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.segmentBytes(600).retention(all), 42);
        notebook.durably(LINES.get(0)).durably(LINES.get(1), LINES.get(2));
        for (int i = 0; i < 4; i++) {
            notebook.durably("line ".repeat(100) + i).checkpointed();
        }
        return storage.kill();
    }

    private static FaultStorage directory() throws IOException {
        FaultStorage storage = new FaultStorage();
        Notebook notebook = Notebook.open(storage, Notebook.SMALL.segmentBytes(600), 42);
        notebook.durably(LINES.get(0)).durably(LINES.get(1), LINES.get(2)).checkpointed();
        notebook.addAll(List.of(new Notebook.Extra(300), new Notebook.Line(LINES.get(3))));
        notebook.durably(LINES.get(4));
        return storage;
    }

    /** Sixteen bytes a line. */
    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < bytes.length; at += 16) {
            text.append(HexFormat.ofDelimiter(" ").formatHex(bytes, at, Math.min(bytes.length, at + 16))).append('\n');
        }
        return text.toString();
    }

    /** The bytes of a golden file; what follows a # is for people. */
    private static byte[] golden(String name) throws IOException {
        try (InputStream in = FormatTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return HexFormat.of().parseHex(text.replaceAll("#.*", "").replaceAll("\\s", ""));
        }
    }
}
