package io.ccmux.it;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.WindowSize;

/** Many clients at once: those that come and go, that never say a word, that do not read. */
class CrowdIT {
    private static final Duration LONG = Duration.ofSeconds(Ccmux.COMMAND_SECONDS);
    private static final int WARMING_VISITS = 100;
    private static final int VISITS = 100;
    private static final int VANISH_PERCENT = 35;
    private static final int RESIZES = 10;
    private static final long VISITS_KIBIBYTES_MAX = 32 << 10;
    private static final int STRANGERS = 1_000;
    private static final long STRANGERS_KIBIBYTES_MAX = 64 << 10;
    private static final int QUEUED_BYTES_MAX = 1 << 20;
    private static final WindowSize SIZE = new WindowSize(80, 24, 0, 0);

    private final Path directory;
    @AutoClose
    private final Ccmux ccmux;

    CrowdIT(@TempDir Path directory) {
        this.directory = directory;
        ccmux = new Ccmux(directory);
    }

    /** What a server has, which must not be more when all is over. */
    private record Holdings(int files, int threads, long kibibytes) {
        static Holdings of(long pid) {
            return new Holdings(Processes.openFiles(pid), Processes.threads(pid), Processes.residentKibibytes(pid));
        }
    }

    private Speaker visitor() throws IOException {
        return Speaker.attached(ccmux.socket(), directory, SIZE, "work");
    }

    @Test
    void leavesNothingBehindWhenClientsComeAndGo() throws IOException {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        ccmux.must("new-session", "-d", "-s", "work", "-x", "80", "-y", "24", "seq 1 500; exec cat");
        long server = ccmux.server().orElseThrow();
        // What is compiled and loaded for the first of them stays.
        visits(WARMING_VISITS, random);
        var before = Holdings.of(server);
        visits(VISITS, random);
        await("seed " + seed).atMost(LONG).until(() -> Holdings.of(server),
                after -> after.files() <= before.files() && after.threads() <= before.threads()
                        && after.kibibytes() <= before.kibibytes() + VISITS_KIBIBYTES_MAX);
        System.out.println(VISITS + " visits, seed " + seed + ": " + before + ", then " + Holdings.of(server));
        assertEquals(server, ccmux.server().orElseThrow());
    }

    private void visits(int count, Random random) throws IOException {
        for (int visit = 0; visit < count; visit++) {
            try (var visitor = visitor()) {
                for (int i = 0; i < RESIZES; i++) {
                    visitor.say(new ClientMessage.Resized(
                            new WindowSize(20 + random.nextInt(180), 5 + random.nextInt(60), 0, 0)));
                }
                if (random.nextInt(100) >= VANISH_PERCENT) {
                    visitor.drawn();
                    visitor.say(new ClientMessage.Leaving("terminated"));
                }
            }
        }
        awaitNobody();
    }

    private void awaitNobody() {
        await("the last to be gone").atMost(LONG).until(() -> ccmux.must("list-clients").isEmpty());
    }

    /** They are sent away: the first at once, for there is a limit, the others when they have not greeted in time. */
    @Test
    void sendsAwayWhoNeverSaysAWord() throws IOException {
        try (var user = ccmux.terminal(80, 24, "new-session", "-s", "work")) {
            user.awaitStatus("[work]");
            long server = ccmux.server().orElseThrow();
            var before = Holdings.of(server);
            var strangers = new ArrayList<SocketChannel>();
            try {
                for (int i = 0; i < STRANGERS; i++) {
                    strangers.add(stranger(i));
                }
                user.type("echo am''ong them\r");
                user.awaitText("among them");
                await("them to be gone").atMost(LONG)
                        .until(() -> Processes.openFiles(server) <= before.files());
            } finally {
                for (var stranger : strangers) {
                    stranger.close();
                }
            }
            long grown = Processes.residentKibibytes(server) - before.kibibytes();
            System.out.println(STRANGERS + " strangers: " + grown + " KiB more than before");
            assertTrue(grown <= STRANGERS_KIBIBYTES_MAX, () -> grown + " KiB more");
            assertEquals(1, ccmux.must("list-clients").lines().count());
            assertEquals(server, ccmux.server().orElseThrow());
        }
    }

    /** Says nothing; half a greeting; that a frame as long as can be comes, or longer. */
    private SocketChannel stranger(int kind) throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(ccmux.socket()));
        byte[] greeting = MessageTable.encode(ClientMessage.Hello.OURS);
        byte[] said = switch (kind % 4) {
            case 0 -> new byte[0];
            case 1 -> Arrays.copyOf(greeting, greeting.length / 2);
            case 2 -> ByteBuffer.allocate(8).putInt(1 << 20).array();
            default -> ByteBuffer.allocate(8).putInt(Integer.MAX_VALUE).array();
        };
        try {
            channel.write(ByteBuffer.wrap(said));
        } catch (IOException closed) {
            // The server may have sent it away before it said anything.
            return channel;
        }
        return channel;
    }

    @Test
    void isNotHeldUpByWhoDoesNotRead() throws IOException {
        ccmux.must("new-session", "-d", "-s", "work", "-x", "80", "-y", "24");
        try (var stuck = visitor(); var user = ccmux.terminal(80, 25, "attach", "-t", "work")) {
            user.awaitStatus("[work]");
            ccmux.must("send-keys", "-t", "work", "seq 1 400000; echo all sa''id", "Enter");
            user.awaitText("all said");
            var owed = new ByteArrayOutputStream();
            while (!owed.toString(StandardCharsets.UTF_8).contains("all said")) {
                owed.writeBytes(stuck.drawn());
            }
            assertTrue(owed.size() < QUEUED_BYTES_MAX, () -> owed.size() + " bytes for a client that was behind");
            assertEquals(List.of("work"), ccmux.must("list-clients", "-F", "#{client_session}").lines().distinct()
                    .toList());
        }
    }
}
