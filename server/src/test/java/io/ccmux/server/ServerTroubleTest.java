package io.ccmux.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.ccmux.persistence.PersistenceSettings;
import io.ccmux.persistence.PersistenceStatus.Health;
import io.ccmux.persistence.storage.FaultStorage;
import io.ccmux.persistence.storage.FaultStorage.Policy;
import io.ccmux.persistence.storage.TroubledStorage;
import io.ccmux.persistence.storage.TroubledStorage.Trouble;
import io.ccmux.server.loop.LoopBench.Seat;

/**
 * A whole server on a disk with each kind of trouble, from each call on that it can befall: every command is answered,
 * what was answered with 0 is there after a power cut, and what comes after the disk has healed is answered with 0.
 */
@Tag("torture")
class ServerTroubleTest {
    private static final PersistenceSettings SETTINGS = PersistenceSettings.standard().segmentBytes(2_000)
            .checkpointBytes(3_000).reserveBytes(500);
    private static final int RETURN_MILLIS = 5_000;

    /** Commands and who gave them, by the option that they set. */
    private final Map<String, Seat> asked = new LinkedHashMap<>();

    @ParameterizedTest
    @EnumSource
    void answersTruly(Trouble trouble) throws IOException {
        int from = 1;
        while (livesThrough(trouble, from, from % 2 == 0)) {
            from++;
        }
        System.out.println("whole servers with " + trouble + ": " + from + " calls");
    }

    private boolean livesThrough(Trouble trouble, int from, boolean once) throws IOException {
        String what = trouble + " from call " + from + (once ? ", once" : "");
        asked.clear();
        var disk = new FaultStorage();
        var troubled = new TroubledStorage(disk, trouble, from, once);
        var server = SimulatedServer.alone(troubled, SETTINGS);
        boolean found = server.persistence().status().health() != Health.READ_ONLY;
        server.bench().ask("new-session", "-d");
        work(server, 0, 12);
        troubled.heal();
        for (int passed = 0; passed < RETURN_MILLIS; passed += 100) {
            server.pass(100);
            server.rest();
        }
        work(server, 12, 15);
        asked.forEach((option, seat) -> assertTrue(seat.status() >= 0, what + ": no answer to " + option));
        if (found) {
            asked.entrySet().stream().skip(12)
                    .forEach(late -> assertEquals(0, late.getValue().status(), what + ", " + late.getKey()));
        }
        var next = SimulatedServer.alone(disk.crash(from, Policy.SECTORS), SETTINGS);
        asked.forEach((option, seat) -> assertTrue(
                seat.status() > 0 || next.mux().sessionOptions().own().containsKey(option),
                what + ": " + option + " was promised"));
        return troubled.befallen() > 0;
    }

    private void work(SimulatedServer server, int first, int last) {
        for (int i = first; i < last; i++) {
            String option = "@" + i;
            asked.put(option, server.bench().ask("set-option", "-g", option, "x".repeat(i * 30)));
            server.rest();
        }
    }
}
