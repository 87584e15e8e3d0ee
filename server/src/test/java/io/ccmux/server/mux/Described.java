package io.ccmux.server.mux;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** Events as text in which equal events are equal, the bytes in them too. */
public final class Described {
    private static final ClassValue<RecordComponent[]> COMPONENTS = new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
            return type.getRecordComponents();
        }
    };

    private Described() {}

    public static List<String> all(List<? extends Event> events) {
        return events.stream().map(Described::one).toList();
    }

    public static String one(Event event) {
        return event.getClass().getSimpleName() + Arrays.stream(COMPONENTS.get(event.getClass()))
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
