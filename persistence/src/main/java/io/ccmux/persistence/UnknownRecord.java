package io.ccmux.persistence;

import java.util.Arrays;

/**
 * A record of an optional type that this server does not know, carried along as it was found, through checkpoints too.
 *
 * @param type    the id of the type
 * @param version the version it was written in
 * @param payload its bytes; not to be changed
 */
public record UnknownRecord(int type, int version, byte[] payload) {
    public UnknownRecord {
        if (type < 1 || type > RecordType.ID_MAX) {
            throw new IllegalArgumentException(type + " is not the id of a record type");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UnknownRecord(int otherType, int otherVersion, byte[] otherPayload) && type == otherType
                && version == otherVersion && Arrays.equals(payload, otherPayload);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * type + version) + Arrays.hashCode(payload);
    }

    @Override
    public String toString() {
        return "UnknownRecord[type=" + type + ", version=" + version + ", " + payload.length + " bytes]";
    }
}
