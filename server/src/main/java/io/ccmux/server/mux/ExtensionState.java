package io.ccmux.server.mux;

import java.util.List;

/**
 * Port: what an extension adds to the state. It changes by the extension's own records alone, and reads nothing else.
 */
public interface ExtensionState {
    /** Whether a record is one of this extension's. */
    boolean takes(Object record);

    /**
     * Makes a record part of the state.
     *
     * @param micros the record's stamp, microseconds since 1970
     */
    void apply(Object record, long micros);

    /**
     * What it wants remembered because of an event that is about to happen: records of its own, which become part of
     * the event's transaction. Asked while the server lives, and never when the journal is read: what it answers is in
     * there.
     *
     * @param event  not made part of the state yet
     * @param micros now, microseconds since 1970
     */
    default List<Object> remember(Event event, long micros) {
        return List.of();
    }

    /** The fewest records that make this state again from an empty one. */
    List<Object> records();
}
