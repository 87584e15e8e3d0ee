package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every file below {@code vt/} is a test; {@link VtScript} says how it is read. */
final class VtScriptTest {
    private static final Path SCRIPTS = Path.of("src", "test", "resources", "vt");

    @TestFactory
    Stream<DynamicTest> everyScriptHolds() throws IOException {
        List<Path> scripts;
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            scripts = files.filter(file -> file.toString().endsWith(".vt")).sorted().toList();
        }
        assertTrue(scripts.size() >= 300, "only " + scripts.size() + " scripts in " + SCRIPTS.toAbsolutePath());
        return scripts.stream().map(VtScriptTest::test);
    }

    private static DynamicTest test(Path script) {
        String name = script.getFileName().toString();
        return DynamicTest.dynamicTest(name, () -> new VtScript(name, Files.readAllLines(script)).run());
    }
}
