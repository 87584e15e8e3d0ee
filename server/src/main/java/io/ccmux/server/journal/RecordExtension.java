package io.ccmux.server.journal;

import java.util.List;

import io.ccmux.persistence.RecordType;
import io.ccmux.server.mux.ExtensionState;

/**
 * Port: record types that somebody adds without changing ccmux. An implementation is named in
 * {@code META-INF/services/io.ccmux.server.journal.RecordExtension} of a jar in the directory {@code extensions} of
 * {@code $CCMUX_HOME}, or else of {@code $XDG_DATA_HOME/ccmux}.
 *
 * <p>What it wants remembered it says when something happens: {@link ExtensionState#remember}. Its records are
 * journaled, are part of checkpoints and come back as all others do. A server without the extension carries them along
 * unread; so they must be optional.
 */
public interface RecordExtension {
    /** The lowest number that a type of an extension may have. */
    int ID_MIN = 200;

    /** Its rows, with numbers from {@value #ID_MIN} that no other extension of the user has, each optional. */
    List<RecordType<?>> types();

    /** A new state of it, empty. */
    ExtensionState begin();
}
