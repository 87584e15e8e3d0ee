package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Collectors;

import javax.tools.ToolProvider;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record type in a jar of somebody else's, in the product: written by a living server, recovered, carried along. */
class ExtensionIT {
    private static final String SOURCE = """
            package other;

            import io.ccmux.persistence.RecordType;
            import io.ccmux.server.journal.RecordExtension;
            import io.ccmux.server.mux.Event;
            import io.ccmux.server.mux.ExtensionState;
            import io.ccmux.server.mux.SessionEvent;
            import java.util.ArrayList;
            import java.util.List;

            public final class Names implements RecordExtension {
                public record Name(String text) {}

                static final class State implements ExtensionState {
                    private final List<Object> names = new ArrayList<>();

                    public boolean takes(Object record) {
                        return record instanceof Name;
                    }

                    public void apply(Object record, long micros) {
                        names.add(record);
                    }

                    public List<Object> remember(Event event, long micros) {
                        return event instanceof SessionEvent.Renamed renamed
                                ? List.of(new Name(renamed.name()))
                                : List.of();
                    }

                    public List<Object> records() {
                        return List.copyOf(names);
                    }
                }

                public List<RecordType<?>> types() {
                    return List.of(new RecordType<>(217, 1, Name.class, true, (name, out) -> out.text(name.text()),
                            in -> new Name(in.text())));
                }

                public ExtensionState begin() {
                    return new State();
                }
            }
            """;

    @TempDir
    private Path directory;
    private Ccmux ccmux;
    private Path jar;

    @BeforeEach
    void install() throws IOException {
        ccmux = new Ccmux(directory);
        jar = Files.createDirectories(ccmux.home().resolve("extensions")).resolve("names.jar");
        Path classes = Files.createDirectories(directory.resolve("classes"));
        Path source = Files.writeString(directory.resolve("Names.java"), SOURCE);
        assertEquals(0, ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-cp", libraries(),
                "-d", classes.toString(), source.toString()));
        try (var out = new JarOutputStream(Files.newOutputStream(jar)); var files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                out.write(Files.readAllBytes(file));
            }
            out.putNextEntry(new JarEntry("META-INF/services/io.ccmux.server.journal.RecordExtension"));
            out.write("other.Names\n".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String libraries() throws IOException {
        try (var jars = Files.list(Ccmux.distribution().resolve("lib"))) {
            return jars.map(Path::toString).filter(name -> name.endsWith(".jar")).collect(Collectors.joining(":"));
        }
    }

    @AfterEach
    void end() {
        ccmux.close();
    }

    private List<String> records(String... tool) {
        return ccmux.must(tool).lines().filter(line -> line.contains("Name[") || line.contains("type=217"))
                .map(line -> line.substring(line.indexOf('['))).toList();
    }

    @Test
    void isJournaledCheckpointedRecoveredAndCarriedAlong() throws IOException {
        ccmux.must("new-session", "-d", "-s", "one");
        ccmux.must("rename-session", "-t", "one", "two");
        ccmux.must("checkpoint", "now");
        ccmux.must("rename-session", "-t", "two", "three");
        assertEquals(List.of("[text=two]", "[text=three]"), records("journal", "dump"));
        ccmux.killServer();
        ccmux.must("checkpoint", "now");
        assertEquals(List.of("[text=two]", "[text=three]"), records("checkpoint", "show"), "recovered");
        Files.move(jar, directory.resolve("names.jar"));
        ccmux.killServer();
        ccmux.must("rename-session", "-t", "three", "four");
        ccmux.must("checkpoint", "now");
        assertEquals(2, records("checkpoint", "show").size(), "carried along unread");
        Files.move(directory.resolve("names.jar"), jar);
        ccmux.killServer();
        ccmux.must("rename-session", "-t", "four", "five");
        ccmux.must("checkpoint", "now");
        assertEquals(List.of("[text=two]", "[text=three]", "[text=five]"), records("checkpoint", "show"));
        assertTrue(ccmux.must("journal", "types").contains("217 v1 Names.Name (optional)"));
    }
}
