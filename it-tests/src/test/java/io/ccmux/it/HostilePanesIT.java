package io.ccmux.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Programs that print what costs most to remember, in many panes of a server with little memory. It answers, or it ends
 * at once and is recovered, with more memory if it needs that; it never hangs.
 */
class HostilePanesIT {
    private static final Duration LONG = Duration.ofSeconds(4 * Ccmux.COMMAND_SECONDS);
    private static final Duration GLANCE = Duration.ofSeconds(1);
    private static final int PANES = 24;
    private static final int BYTES = 2 << 20;
    private static final String STRING_END = "\033\\";

    // @formatter:off
    private static final List<Function<Random, String>> BOMBS = List.of(
            random -> noise(random, 76) + "\n",
            random -> noise(random, 30_000),
            random -> colour(random) + "漢",
            random -> colour(random) + noise(random, 3) + (random.nextInt(20) == 0 ? "\n" : ""),
            random -> "e" + mark(random) + mark(random) + mark(random) + mark(random) + mark(random) + mark(random),
            random -> "\033]8;;http://" + noise(random, 1900) + STRING_END + "x",
            random -> "\033]2;" + noise(random, 1000) + "\007\033[22t",
            random -> "\033]52;c;" + noise(random, 200_000) + "\007",
            random -> "\033_Ga=T,f=24;" + noise(random, 900_000) + STRING_END,
            random -> "\033Pq#0;2;0;0;0" + noise(random, 900_000) + STRING_END,
            random -> "\033[?1049h" + noise(random, 1900) + "\033[?1049l" + noise(random, 1900),
            random -> "\033[" + random.nextInt(99) + ";" + random.nextInt(99) + "H" + colour(random) + "x\033[99999b");
    // @formatter:on

    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;
    private int deaths;

    HostilePanesIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    private static String noise(Random random, int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes).substring(0, length);
    }

    private static String colour(Random random) {
        return "\033[38;2;" + random.nextInt(256) + ";" + random.nextInt(256) + ";" + random.nextInt(256) + "m";
    }

    private static String mark(Random random) {
        return Character.toString(0x300 + random.nextInt(80));
    }

    /** With the second a server dies on its way; with the first it had better not. */
    @ParameterizedTest
    @ValueSource(ints = {64, 24})
    void areSurvivedOrRecoveredFrom(int heapMebibytes) throws IOException {
        ccmux.with("CCMUX_HEAP_MIB", Integer.toString(heapMebibytes));
        ccmux.must("new-session", "-d", "-s", "calm", "-x", "80", "-y", "24");
        ccmux.must("set-option", "-gw", "respawn", "none");
        // It may die between two commands, and the next one is answered by another, where no bomb goes off.
        long first = ccmux.server().orElseThrow();
        var bursts = new ArrayList<Path>();
        for (int i = 0; i < PANES; i++) {
            Path bomb = bomb(i);
            bursts.add(directory.resolve(bomb.getFileName() + ".burst"));
            answered("new-window", "-d", "-t", "calm:", "cat '" + bomb + "'; : > '" + bursts.getLast()
                    + "'; exec cat");
        }
        var windows = answered("list-panes", "-a", "-F", "#{pane_id}").lines().toList();
        assertTrue(windows.size() > PANES / 2, windows::toString);
        await("all to burst, or the server to die").atMost(LONG).pollInterval(GLANCE).until(() -> {
            answered("list-panes", "-a");
            return bursts.stream().allMatch(Files::exists) || !ccmux.servers().contains(first);
        });
        assertEquals(windows, answered("list-panes", "-a", "-F", "#{pane_id}").lines().toList());
        answered("new-window", "-t", "calm:", "-n", "after");
        answered("send-keys", "-t", "calm:after", "echo still ali''ve", "Enter");
        Awaiting.text(ccmux, "calm:after", "still alive");
        System.out.println(PANES + " hostile panes with " + heapMebibytes + " MiB: "
                + bursts.stream().filter(Files::exists).count() + " have said all, server "
                + first + " is now " + ccmux.server().orElseThrow() + " and has "
                + Processes.residentKibibytes(ccmux.server().orElseThrow()) / 1024 + " MiB");
    }

    /** What a command prints that is answered, by this server or by the one after it. */
    private String answered(String... words) {
        var result = ccmux.run(words);
        while (result.error().contains("server exited unexpectedly")) {
            deaths++;
            assertTrue(deaths < PANES, ccmux::serverLog);
            result = ccmux.run(words);
        }
        assertEquals(0, result.status(), result::shown);
        return result.out();
    }

    private Path bomb(int number) throws IOException {
        var random = new Random(number);
        var bytes = new ByteArrayOutputStream();
        while (bytes.size() < BYTES) {
            bytes.writeBytes(BOMBS.get(number % BOMBS.size()).apply(random).getBytes(StandardCharsets.UTF_8));
        }
        return Files.write(directory.resolve("bomb" + number), bytes.toByteArray());
    }
}
