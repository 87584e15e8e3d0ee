package io.ccmux.server.journal;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import io.ccmux.persistence.RecordRegistry;
import io.ccmux.persistence.RecordType;
import io.ccmux.server.mux.ExtensionState;

/** The extensions that are here, and the table of all record types, theirs among them. */
public record RecordExtensions(List<RecordExtension> extensions) {
    public RecordExtensions {
        extensions = List.copyOf(extensions);
    }

    /**
     * Those on the class path of this process. Whoever starts it says whether there are any: to look for them opens
     * every jar.
     */
    public static RecordExtensions installed() {
        return Boolean.getBoolean("ccmux.extensions")
                ? load(RecordExtensions.class.getClassLoader())
                : new RecordExtensions(List.of());
    }

    static RecordExtensions load(ClassLoader loader) {
        return new RecordExtensions(ServiceLoader.load(RecordExtension.class, loader).stream()
                .map(ServiceLoader.Provider::get).toList());
    }

    /** @throws IllegalArgumentException when an extension takes numbers that are not its to take */
    public RecordRegistry registry() {
        var rows = new ArrayList<>(EventTypes.rows());
        for (var extension : extensions) {
            extension.types().forEach(type -> rows.add(checked(extension, type)));
        }
        return RecordRegistry.of(rows);
    }

    private static RecordType<?> checked(RecordExtension extension, RecordType<?> type) {
        if (type.id() < RecordExtension.ID_MIN || !type.optional()) {
            throw new IllegalArgumentException("record type " + type.id() + " of " + extension.getClass().getName()
                    + " must be optional and have a number from " + RecordExtension.ID_MIN);
        }
        return type;
    }

    /** Their states, empty. */
    public List<ExtensionState> states() {
        return extensions.stream().map(RecordExtension::begin).toList();
    }
}
