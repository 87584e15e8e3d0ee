package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client inside GNU screen, which knows few of the sequences that ccmux would rather use. */
class OuterScreenIT {
    private static final int COLUMNS = 90;
    private static final int ROWS = 24;
    /** What screen itself measures as its terminal does. */
    private static final String TEXT = """
            marks e\u0301 x
            ambiguous ① α x
            wide 日本語 x
            \033[38;2;250;10;10mred\033[m, \033[4:3mcurly\033[m, \033[9mstruck\033[m,
            """;

    @TempDir
    private Path directory;
    @AutoClose
    private Ccmux ccmux;

    @Test
    void keepsBordersWhereTheyAreAndPassesKeysOn() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/screen")), "skipped: screen is not installed");
        ccmux = new Ccmux(directory);
        Path text = Files.writeString(directory.resolve("text"), TEXT);
        Path settings = Files.writeString(directory.resolve("screenrc"), "defutf8 on\nstartup_message off\n");
        Path sockets = Files.createDirectory(directory.resolve("screens"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        ccmux.with("SCREENDIR", sockets.toString());
        ccmux.must("new-session", "-d", "-s", "a", "-x", "" + COLUMNS, "-y", "" + ROWS, "cat " + text + "; cat");
        ccmux.must("split-window", "-h", "-d", "-t", "a", "cat");
        var command = List.of("/usr/bin/screen", "-U", "-c", settings.toString(), Ccmux.program(), "attach", "-t", "a");
        try (var user = ccmux.terminalWith(COLUMNS, ROWS, command)) {
            user.awaitText("struck,");
            user.await("a status line", now -> AttachedClient.lines(now).getLast().startsWith("[a]"));
            for (String row : user.lines().subList(0, ROWS - 1)) {
                assertEquals(COLUMNS / 2, columns(row.substring(0, row.indexOf('│'))), row);
            }
            for (String row : user.lines().subList(0, 3)) {
                assertTrue(row.substring(0, row.indexOf('│')).stripTrailing().endsWith(" x"), row);
            }
            user.type("come back\r");
            user.await("what was typed, twice", now -> AttachedClient.lines(now).stream()
                    .filter(row -> row.startsWith("come back")).count() == 2);
        } finally {
            Processes.endAll(process -> process.mentions(directory.toString()));
        }
    }

    /** Of what these rows have, only three characters take two columns, and one takes none. */
    private static int columns(String text) {
        return text.codePoints().map(c -> "日本語".indexOf(c) >= 0 ? 2 : c == 0x301 ? 0 : 1).sum();
    }
}
