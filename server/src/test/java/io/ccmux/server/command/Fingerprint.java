package io.ccmux.server.command;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ccmux.server.mux.Mux;

/** The whole state as text: the events that make it again, one a line, down to the bytes of images. */
final class Fingerprint {
    private Fingerprint() {}

    static String of(Mux mux) {
        return mux.events().stream().map(Fingerprint::text).collect(Collectors.joining("\n"));
    }

    private static String text(Object value) {
        return switch (value) {
            case Record record -> record.getClass().getSimpleName()
                    + Stream.of(record.getClass().getRecordComponents())
                            .map(component -> component.getName() + "=" + text(read(record, component)))
                            .collect(Collectors.joining(", ", "(", ")"));
            case byte[] bytes -> HexFormat.of().formatHex(bytes);
            case Map<?, ?> map -> map.entrySet().stream()
                    .map(entry -> text(entry.getKey()) + ": " + text(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> items -> items.stream().map(Fingerprint::text)
                    .collect(Collectors.joining(", ", "[", "]"));
            case java.util.Optional<?> perhaps -> perhaps.map(Fingerprint::text).orElse("none");
            default -> String.valueOf(value);
        };
    }

    private static Object read(Record record, RecordComponent component) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(record);
        } catch (ReflectiveOperationException hidden) {
            throw new AssertionError(hidden);
        }
    }
}
