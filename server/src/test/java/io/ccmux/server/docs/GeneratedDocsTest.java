package io.ccmux.server.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import io.ccmux.persistence.RecordType;
import io.ccmux.server.journal.EventTypes;

/** The reference pages say what the tables say; run with {@code -Dccmux.docs.write=true} to make them do so. */
final class GeneratedDocsTest {
    private static final String WRITE = "ccmux.docs.write";

    @TestFactory
    Stream<DynamicTest> everyPageSaysWhatTheTablesSay() {
        Path docs = docs();
        return ReferencePages.all().entrySet().stream().map(page -> DynamicTest.dynamicTest(page.getKey(),
                () -> compare(docs.resolve(page.getKey()), page.getValue())));
    }

    /** What is installed beside the program. */
    @TestFactory
    Stream<DynamicTest> whatIsInstalledSaysWhatTheTablesSay() {
        Path share = docs().resolveSibling("client/src/main/dist/share");
        return Map.of("man/man1/ccmux.1", ManualPage.text(), "bash-completion/completions/ccmux", Completions.bash(),
                "zsh/site-functions/_ccmux", Completions.zsh(), "fish/vendor_completions.d/ccmux.fish", Completions
                        .fish())
                .entrySet().stream().map(page -> DynamicTest.dynamicTest(page.getKey(), () -> compare(share.resolve(page
                        .getKey()), page.getValue())));
    }

    /** That page is written by hand, but for its table of record types there is a table to compare it with. */
    @Test
    void theFormatOnDiskNamesEveryRecordType() throws IOException {
        String page = Files.readString(docs().resolve("on-disk-format.md"));
        for (RecordType<?> type : EventTypes.registry().types()) {
            String family = type.type().getEnclosingClass().getSimpleName();
            String row = "| " + type.id() + " | " + family + "." + type.type().getSimpleName() + " |";
            assertTrue(page.contains(row), "on-disk-format.md has no row " + row);
        }
    }

    private static void compare(Path file, String wanted) throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, wanted);
        }
        assertEquals(wanted, Files.exists(file) ? Files.readString(file) : "",
                file.getFileName() + " is out of step: run the tests of server with -D" + WRITE + "=true");
    }

    /** The module {@code docs}, beside or below the directory that the tests run in. */
    private static Path docs() {
        Path directory = Path.of("").toAbsolutePath();
        while (!Files.exists(directory.resolve("docs/pom.xml"))) {
            directory = directory.getParent();
            if (directory == null) {
                throw new IllegalStateException("no docs/pom.xml in the working directory or above it");
            }
        }
        return directory.resolve("docs");
    }
}
