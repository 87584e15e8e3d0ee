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

    /** The fewest records that make this state again from an empty one. */
    List<Object> records();
}
