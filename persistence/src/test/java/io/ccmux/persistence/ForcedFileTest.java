package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.StorageFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ForcedFileTest {
    /** The kernel says it once; whoever asks next must hear of it, too. */
    @Test
    void isNeverForcedAgainAfterAFailure() throws IOException {
        FaultStorage storage = new FaultStorage();
        try (StorageFile file = new ForcedFile(storage.create("file"))) {
            file.force();
            storage.fail(1, 1);
            assertThrows(IOException.class, file::force);
            long calls = storage.calls();
            assertThrows(IOException.class, file::force);
            assertEquals(calls, storage.calls());
        }
    }
}
