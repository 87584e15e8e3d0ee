package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.FrameReader;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolException;
import io.ccmux.server.net.MutatedFrames;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Clients that say what can be said, in no order that makes sense and with nonsense in it: others notice nothing. */
class HostileClientTest {
    private static final int MESSAGES = 20_000;
    private static final int CLIENTS_MAX = 12;

    private final LoopBench bench = new LoopBench();
    private final List<LoopBench.Seat> hostile = new ArrayList<>();

    @Test
    void harmsNobody() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        MutatedFrames frames = new MutatedFrames(random);
        bench.must("new-session", "-d", "-x", "80", "-y", "24");
        int said = 0;
        for (int i = 0; said < MESSAGES; i++) {
            Optional<ClientMessage> message = message(random.nextInt(4) == 0 ? frames.sound() : frames.next());
            if (message.isEmpty()) {
                continue;
            }
            said++;
            String where = "seed " + seed + ", message " + i + ": " + message.get();
            try {
                bench.say(client(random), message.get());
            } catch (AssertionError | RuntimeException mistake) {
                throw new AssertionError(where, mistake);
            }
            if (said % 500 == 0) {
                assertEquals("still here\n", bench.must("display-message", "-p", "still here"), where);
                tidy();
            }
        }
        assertTrue(bench.mux.sessions().size() >= 1);
    }

    /** One of them; now and then another one comes, or one goes. */
    private LoopBench.Seat client(Random random) {
        if (hostile.isEmpty() || hostile.size() < CLIENTS_MAX && random.nextInt(20) == 0) {
            hostile.add(random.nextBoolean() ? bench.ask("list-windows") : bench.askToAttach(80, 24, "attach"));
        } else if (random.nextInt(40) == 0) {
            bench.leave(hostile.remove(random.nextInt(hostile.size())));
            return client(random);
        }
        return hostile.get(random.nextInt(hostile.size()));
    }

    /** Windows that they make are in nobody's way. */
    private void tidy() {
        bench.must("new-session", "-d", "-x", "80", "-y", "24", "-s", "next");
        bench.must("kill-session", "-a", "-t", "next");
        bench.must("rename-session", "-t", "next", "0");
    }

    private static Optional<ClientMessage> message(byte[] bytes) throws IOException {
        try {
            var frame = new FrameReader(Channels.newChannel(new ByteArrayInputStream(bytes))).next();
            return frame.isEmpty()
                    ? Optional.empty()
                    : Optional.of(MessageTable.fromClient(frame.get())).filter(HostileClientTest::getsThrough);
        } catch (ProtocolException refused) {
            return Optional.empty();
        }
    }

    /** These are settled where connections are. */
    private static boolean getsThrough(ClientMessage message) {
        return !(message instanceof ClientMessage.Hello || message instanceof ClientMessage.HandedOver);
    }
}
