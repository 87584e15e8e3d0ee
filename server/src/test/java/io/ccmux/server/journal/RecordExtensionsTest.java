package io.ccmux.server.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.persistence.RecordType;
import io.ccmux.server.mux.ExtensionState;

class RecordExtensionsTest {
    @Test
    void findsWhatIsNamedOnTheClassPath(@TempDir Path directory) throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(RecordExtension.class.getName()), ToyExtension.class.getName() + "\n");
        try (var loader = new URLClassLoader(new URL[]{directory.toUri().toURL()}, getClass().getClassLoader())) {
            var found = RecordExtensions.load(loader);
            assertInstanceOf(ToyExtension.class, found.extensions().getFirst());
            assertTrue(found.registry().type(201).isPresent());
            assertEquals(1, found.states().size());
        }
        assertEquals(List.of(), RecordExtensions.installed().extensions());
    }

    @Test
    void refusesNumbersThatAreNotForExtensions() {
        assertThrows(IllegalArgumentException.class, () -> extending(RecordType.of(230, 1, Integer.class,
                (number, out) -> out.varint(number), in -> in.varint())).registry(), "not optional");
        assertThrows(IllegalArgumentException.class, () -> extending(new RecordType<>(60, 1, Integer.class, true,
                (number, out) -> out.varint(number), in -> in.varint())).registry(), "ours");
        var toys = new RecordExtensions(List.of(new ToyExtension(), new ToyExtension()));
        assertThrows(IllegalArgumentException.class, toys::registry, "twice");
    }

    private static RecordExtensions extending(RecordType<?> type) {
        return new RecordExtensions(List.of(new RecordExtension() {
            @Override
            public List<RecordType<?>> types() {
                return List.of(type);
            }

            @Override
            public ExtensionState begin() {
                return new ToyExtension.Scores();
            }
        }));
    }
}
