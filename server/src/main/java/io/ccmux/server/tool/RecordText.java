package io.ccmux.server.tool;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A record of the journal as a line for people: what programs printed is shown escaped, and only its beginning. */
final class RecordText {
    private RecordText() {}

    static String of(Object record) {
        return Printable.beginning(text(record));
    }

    /** {@code PaneEvent.Output}: the name without the package. */
    static String name(Class<?> type) {
        return type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
    }

    private static String text(Object value) {
        if (value instanceof byte[] bytes) {
            return '"' + new String(bytes, StandardCharsets.UTF_8) + '"';
        }
        boolean plain = value instanceof Record
                && value.toString().startsWith(value.getClass().getSimpleName() + "[");
        if (!(value instanceof Record record) || !plain) {
            return String.valueOf(value);
        }
        var fields = new StringJoiner(", ", name(record.getClass()) + "[", "]");
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            fields.add(component.getName() + "=" + text(field(record, component)));
        }
        return fields.toString();
    }

    private static Object field(Record record, RecordComponent component) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException hidden) {
            throw new IllegalStateException(hidden);
        }
    }
}
