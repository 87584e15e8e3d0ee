package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.Retention;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;

/** A server that ends anywhere in the middle of forgetting leaves it to the next one, which does it at its start. */
class ForgettingCutOffTest {
    private static final PersistenceSettings SETTINGS = PersistenceSettings.standard().segmentBytes(4_000)
            .checkpointBytes(1 << 20).reserveBytes(0).retention(new Retention(1 << 30, Long.MAX_VALUE / 8));
    private static final String SECRET = "xyzzy";

    @ParameterizedTest
    @ValueSource(strings = {"forget", "forget -a"})
    void isFinishedByTheNextServer(String line) throws IOException {
        for (boolean power : List.of(false, true)) {
            int call = 0;
            int finished = 0;
            Optional<FaultStorage> left;
            do {
                left = left(++call, line, power);
                finished += left.isPresent() && finished(left.get(), "call " + call) ? 1 : 0;
            } while (left.isPresent());
            assertTrue(call > 50 && finished > call - 15, finished + " of " + call);
        }
    }

    /** Whether the next server finds that something was to be forgotten; then it is. */
    private static boolean finished(FaultStorage left, String what) throws IOException {
        var next = SimulatedServer.alone(left, SETTINGS);
        boolean begun = !next.mux().continuity().forgettings().isEmpty();
        next.rest();
        if (begun) {
            assertEquals(List.of(), remains(left), what);
            assertTrue(next.mux().continuity().forgettings().isEmpty(), what);
        }
        assertFalse(next.persistence().report().damaged(), what);
        return begun;
    }

    /** What a server leaves that ends at some call of the disk after it was asked to forget; nothing if it is done. */
    private static Optional<FaultStorage> left(int call, String line, boolean power) throws IOException {
        var storage = new FaultStorage();
        var server = SimulatedServer.alone(storage, SETTINGS);
        server.bench().ask("new-session", "-d");
        server.rest();
        for (int round = 0; round < 3; round++) {
            server.startNext(new Random(1));
            for (int i = 0; i < 40; i++) {
                server.print(new Random(i), ("it said " + SECRET + " and " + i + "\r\n" + "x".repeat(i * 4))
                        .getBytes(StandardCharsets.UTF_8));
                server.rest();
            }
            server.bench().ask("checkpoint", "now");
            server.rest();
        }
        assertTrue(remains(storage).size() > 3, remains(storage)::toString);
        var left = new ArrayList<FaultStorage>();
        var calls = new AtomicInteger();
        storage.betweenCalls(_ -> {
            if (calls.incrementAndGet() == call) {
                left.add(power ? storage.crash(call, Policy.SECTORS) : storage.kill());
            }
        });
        var asked = server.bench().ask(line.split(" "));
        server.rest();
        if (left.isEmpty()) {
            assertEquals(0, asked.status());
            assertEquals(List.of(), remains(storage));
        }
        return left.stream().findFirst();
    }

    private static List<String> remains(FaultStorage storage) {
        return storage.files().entrySet().stream().filter(file -> Remains.contain(file.getValue(), SECRET))
                .map(file -> file.getKey()).sorted().toList();
    }
}
