package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who can read what is on disk, and what never gets there. */
class PrivacyIT {
    private static final Duration SAMPLE = Duration.ofMillis(50);
    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;

    PrivacyIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    /** Whether a text is in some file below the home, as it lies there or as the tools read it. */
    private boolean onDisk(String text) throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(ccmux.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        all.append(ccmux.must("journal", "dump"));
        if (!ccmux.must("checkpoint", "list").isEmpty()) {
            all.append(ccmux.must("checkpoint", "show"));
        }
        return all.indexOf(text) >= 0;
    }

    @Test
    void letsNobodyElseInWhateverTheUmask() throws Exception {
        var process = new ProcessBuilder("sh", "-c", "umask 000; exec \"$0\" new-session -d -s open", Ccmux.program())
                .directory(ccmux.user().toFile()).inheritIO();
        process.environment().clear();
        process.environment().putAll(ccmux.environment());
        assertEquals(0, process.start().waitFor());
        ccmux.must("checkpoint", "now");
        ccmux.killServer();
        ccmux.must("list-sessions");
        ccmux.must("backup", directory.resolve("copy").toString());
        var open = new ArrayList<String>();
        try (var files = Files.walk(ccmux.home())) {
            for (Path file : files.toList()) {
                if (((Integer) Files.getAttribute(file, "unix:mode") & 077) != 0) {
                    open.add(file.toString());
                }
            }
        }
        assertEquals(List.of(), open);
    }

    @Test
    void refusesAStateDirectoryThatIsALink() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createDirectories(ccmux.home());
        Files.createSymbolicLink(ccmux.state(), elsewhere);
        var refused = ccmux.run("new-session", "-d");
        assertEquals(1, refused.status());
        assertTrue(refused.error().contains("state directory is not a directory of its own"), refused::error);
        try (var files = Files.list(elsewhere)) {
            assertEquals(0, files.count(), "nothing is written where it leads");
        }
    }

    @Test
    void writesNothingOfWhatIsTypedAndNotEchoed() throws IOException {
        ccmux.must("new-session", "-d", "-s", "login");
        try (var user = ccmux.terminal(80, 24, "attach")) {
            user.awaitStatus("[login]");
            user.type("stty -echo; printf 'pass''word: '; read -r x; stty echo; echo done-$?\r");
            user.awaitText("password:");
            user.type("correct horse\r");
            user.awaitText("done-0");
        }
        ccmux.must("checkpoint", "now");
        assertFalse(onDisk("correct horse"));
        assertTrue(onDisk("done-0"));
    }

    /** Looked for in every file while it is used, and at the end in what the tools make of the files. */
    @Test
    void writesNoSecretAtAnyMoment() throws IOException {
        var secrets = List.of("sesame-of-server", "sesame-of-session", "sesame-of-pane", "sesame-as-typed",
                "sesame-in-buffer");
        ccmux.with("API_TOKEN", "sesame-of-server");
        ccmux.must("new-session", "-d", "-s", "work", "-x", "80", "-y", "24");
        ccmux.must("set-option", "-s", "journal-buffers", "off");
        ccmux.must("set-option", "-ga", "update-environment", "API_TOKEN");
        ccmux.must("set-environment", "-t", "work", "DB_PASSWORD", "sesame-of-session");
        ccmux.must("new-window", "-d", "-e", "SSH_KEY=sesame-of-pane", "-t", "work:7",
                "echo it has ${#SSH_KEY} and ${#DB_PASSWORD}; exec cat");
        Awaiting.text(ccmux, "work:7", "it has 14 and 17");
        ccmux.must("set-buffer", "sesame-in-buffer");
        try (var user = ccmux.terminal(80, 24, "attach")) {
            user.awaitStatus("[work]");
            user.type("stty -echo; echo as''ked; read -r x; stty echo; i=0; while [ $i -lt 20000 ]; do "
                    + "echo $i; i=$((i + 1)); done; echo all sa''id\r");
            user.awaitText("asked");
            user.type("sesame-as-typed\r");
            org.awaitility.Awaitility.await("the output").pollInterval(SAMPLE).until(() -> {
                assertEquals(List.of(), inFiles(secrets));
                return user.lines().stream().anyMatch(line -> line.contains("all said"));
            });
        }
        ccmux.must("checkpoint", "now");
        assertEquals(List.of(), inFiles(secrets));
        for (String secret : secrets) {
            assertFalse(onDisk(secret), secret);
        }
    }

    /** Which of these are in some file below the home, as it is at this moment. */
    private List<String> inFiles(List<String> texts) throws IOException {
        var found = new ArrayList<String>();
        try (var files = Files.walk(ccmux.home())) {
            for (Path file : files.toList()) {
                try {
                    String bytes = Files.isRegularFile(file)
                            ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                            : "";
                    texts.stream().filter(bytes::contains).map(text -> text + " in " + file).forEach(found::add);
                } catch (NoSuchFileException gone) {
                    // Between the look at the directory and that at the file it was removed.
                    continue;
                }
            }
        }
        return found;
    }

    @Test
    void writesNothingOfAPaneThatIsOffTheRecord() throws IOException {
        ccmux.must("new-session", "-d", "-s", "hushed");
        ccmux.must("send-keys", "-t", "hushed", "echo said-al''oud", "Enter");
        Awaiting.text(ccmux, "hushed", "said-aloud");
        ccmux.must("set-option", "-p", "-t", "hushed", "journal", "off");
        ccmux.must("send-keys", "-t", "hushed", "echo a-qui''et-word", "Enter");
        Awaiting.text(ccmux, "hushed", "a-quiet-word");
        ccmux.must("checkpoint", "now");
        assertFalse(onDisk("a-quiet-word"));
        ccmux.killServer();
        Awaiting.text(ccmux, "hushed", "-- off the record --");
        assertFalse(ccmux.must("capture-pane", "-p", "-S", "-", "-t", "hushed").contains("a-quiet-word"));
    }

    @Test
    void forgetsForGood() throws IOException {
        ccmux.must("new-session", "-d", "-s", "spoken");
        ccmux.must("send-keys", "-t", "spoken", "echo a-lo''ud-word", "Enter");
        Awaiting.text(ccmux, "spoken", "a-loud-word");
        ccmux.must("checkpoint", "now");
        assertTrue(onDisk("a-loud-word"));
        ccmux.must("new-session", "-d", "-s", "other");
        ccmux.must("send-keys", "-t", "other", "echo another-wo''rd", "Enter");
        Awaiting.text(ccmux, "other", "another-word");
        ccmux.must("forget", "-t", "spoken");
        assertTrue(ccmux.must("journal", "dump").contains("another-word"), "the past of others stays");
        assertFalse(onDisk("a-loud-word"));
        assertFalse(ccmux.must("capture-pane", "-p", "-S", "-", "-t", "spoken").contains("a-loud-word"));
        ccmux.killServer();
        assertFalse(ccmux.must("capture-pane", "-p", "-S", "-", "-t", "spoken").contains("a-loud-word"));
        ccmux.must("journal", "verify");
    }
}
