package io.ccmux.server.mux;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Events as text in which equal events are equal, the bytes in them too. */
public final class Described {
    private Described() {}

    public static List<String> all(List<? extends Event> events) {
        return events.stream().map(Described::one).toList();
    }

    public static String one(Event event) {
        return event.getClass().getSimpleName() + Arrays.stream(event.getClass().getRecordComponents())
                .map(component -> {
                    try {
                        Object value = component.getAccessor().invoke(event);
                        return component.getName() + "="
                                + (value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value);
                    } catch (ReflectiveOperationException unreadable) {
                        throw new IllegalStateException(unreadable);
                    }
                }).collect(Collectors.joining(", ", "[", "]"));
    }
}
