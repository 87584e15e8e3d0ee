package io.ccmux.persistence;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every {@link RecordType} there is, by number and by class: all that persistence knows about the meaning of records.
 */
public final class RecordRegistry {
    private final RecordType<?>[] byId = new RecordType<?>[RecordType.ID_MAX + 1];
    private final Map<Class<?>, RecordType<?>> byClass = new HashMap<>();

    private RecordRegistry() {}

    public static RecordRegistry of(List<? extends RecordType<?>> types) {
        RecordRegistry registry = new RecordRegistry();
        for (RecordType<?> type : types) {
            if (registry.byId[type.id()] != null || registry.byClass.putIfAbsent(type.type(), type) != null) {
                throw new IllegalArgumentException("record type " + type.id() + " is registered twice");
            }
            registry.byId[type.id()] = type;
        }
        return registry;
    }

    /** The rows, by id. */
    public List<RecordType<?>> types() {
        List<RecordType<?>> types = new ArrayList<>(byClass.values());
        types.sort(Comparator.comparingInt(RecordType::id));
        return types;
    }

    public Optional<RecordType<?>> type(int id) {
        return id >= 0 && id < byId.length ? Optional.ofNullable(byId[id]) : Optional.empty();
    }

    @SuppressWarnings("unchecked") // the map's keys are the values' classes
    <T> RecordType<T> typeOf(T record) {
        RecordType<?> type = byClass.get(record.getClass());
        if (type == null) {
            throw new IllegalArgumentException("no record type is registered for " + record.getClass().getName());
        }
        return (RecordType<T>) type;
    }

    /** Whether a record of this type and version can be read or carried along. */
    boolean reads(int type, int version, boolean optional) {
        return optional || type(type).filter(known -> version <= known.version()).isPresent();
    }

    /**
     * Makes a record from its payload.
     *
     * @throws CorruptRecordException when the payload is not what the type's writer writes
     */
    Object decode(int type, int version, byte[] bytes, int offset, int length) {
        Optional<RecordType<?>> row = type(type).filter(known -> version <= known.version());
        Input in = new Input(bytes, offset, length);
        if (row.isEmpty()) {
            return new UnknownRecord(type, version, in.readBytes(length));
        }
        RecordInput fields = new RecordInput(in, version);
        Object record;
        try {
            record = row.get().reader().read(fields);
        } catch (KryoException e) {
            throw new CorruptRecordException("record of type " + type + " ends too early", e);
        }
        if (fields.left() != 0) {
            throw new CorruptRecordException("record of type " + type + " has " + fields.left() + " bytes left over");
        }
        return record;
    }
}
