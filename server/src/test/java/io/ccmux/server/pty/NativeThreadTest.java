package io.ccmux.server.pty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

class NativeThreadTest {
    @Test
    void onlyTheThreadThatAsksForItYields() throws Exception {
        int before = nice();
        var seen = new CompletableFuture<List<Integer>>();
        var thread = Thread.ofPlatform().start(() -> {
            int first = nice();
            NativeThread.yieldToOthers();
            seen.complete(List.of(first, nice()));
        });
        thread.join();
        assertEquals(List.of(before, Math.max(before, 10)), seen.get());
        assertEquals(before, nice());
    }

    /** The 19th field of what the kernel tells of a thread, or the 17th behind its name. */
    private static int nice() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]);
        } catch (IOException unknown) {
            throw new IllegalStateException(unknown);
        }
    }
}
