package io.ccmux.server.pty;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.ccmux.server.pty.PtyRig.Life;

/** The outer terminal is a pane's here: what is typed is written to its master, what is drawn is read from it. */
class ClientTerminalTest {
    private final PtyRig rig = new PtyRig();
    private final User user = new User();
    private Life outer;
    private ClientTerminal terminal;

    /** What the terminal told. */
    private static final class User implements ClientTerminal.Listener {
        final StringBuffer typed = new StringBuffer();
        final AtomicInteger drawn = new AtomicInteger();
        final AtomicInteger hungUp = new AtomicInteger();
        final AtomicReference<Throwable> failure = new AtomicReference<>();

        @Override
        public void typed(byte[] bytes) {
            typed.append(new String(bytes, StandardCharsets.US_ASCII));
        }

        @Override
        public void drawn() {
            drawn.incrementAndGet();
        }

        @Override
        public void hungUp() {
            hungUp.incrementAndGet();
        }

        @Override
        public void failed(Throwable cause) {
            failure.set(cause);
        }
    }

    @BeforeEach
    void open() {
        outer = rig.shell(1, "stty raw -echo; printf ready; exec sleep 1000");
        rig.awaitText(outer, "ready");
        rig.onLoop(() -> terminal = ClientTerminal.open(outer.pty.pid(), rig.loop(), user).orElseThrow());
    }

    @AfterEach
    void close() {
        rig.onLoop(terminal::shut);
        rig.close();
        assertEquals(null, user.failure.get());
    }

    @Test
    void readsKeysAndDrawsOnceItIsHandedOver() {
        rig.write(outer, "early ");
        rig.onLoop(() -> draw("first"));
        assertEquals("", user.typed.toString());
        assertEquals("ready", outer.text());

        rig.onLoop(terminal::begin);
        rig.write(outer, "keys");
        awaitTyped("early keys");
        rig.awaitText(outer, "readyfirst");
        assertEquals(1, user.drawn.get());
    }

    @Test
    void drawsALongFrameAsFastAsItIsRead() {
        rig.onLoop(terminal::begin);
        rig.onLoop(() -> outer.pty.pause());
        rig.onLoop(() -> draw("x".repeat(1 << 20) + "end"));
        assertEquals(0, user.drawn.get(), "told before anybody could have read it");
        rig.onLoop(() -> outer.pty.resume());
        rig.awaitText(outer, "end");
        await().atMost(Duration.ofSeconds(60)).until(() -> user.drawn.get() == 1);
        assertEquals("ready".length() + (1 << 20) + "end".length(), outer.bytes);
    }

    @Test
    void takesAndWritesNothingWhileItIsPaused() {
        rig.onLoop(terminal::begin);
        rig.onLoop(() -> outer.pty.pause());
        rig.onLoop(() -> draw("y".repeat(1 << 20) + "never"));
        rig.onLoop(terminal::pause);
        assertEquals(1, user.drawn.get(), "nobody waits for a frame that is given up");
        rig.onLoop(() -> outer.pty.resume());
        rig.write(outer, "for the shell");
        rig.onLoop(() -> draw("later"));
        assertEquals("", user.typed.toString());

        rig.onLoop(terminal::begin);
        rig.awaitText(outer, "later");
        awaitTyped("for the shell");
        assertTrue(!outer.text().contains("never"));
    }

    @Test
    void tellsOnceThatNobodyIsThere() {
        rig.onLoop(terminal::begin);
        rig.onLoop(outer.pty::hangUp);
        await().atMost(Duration.ofSeconds(60)).until(() -> user.hungUp.get() == 1);
        rig.onLoop(() -> draw("into the void"));
        assertEquals(1, user.hungUp.get());
    }

    @Test
    void opensNoTerminalOfAProcessThatHasNone() {
        Life none = rig.shell(2, "exec sleep 1000 < /dev/null");
        rig.awaitStart(none);
        await().atMost(Duration.ofSeconds(60)).until(() -> rig.command(none).startsWith("sleep"));
        rig.onLoop(() -> assertTrue(ClientTerminal.open(none.pty.pid(), rig.loop(), user).isEmpty()));
        rig.onLoop(() -> assertTrue(ClientTerminal.open(Long.MAX_VALUE, rig.loop(), user).isEmpty()));
    }

    private void draw(String text) {
        terminal.draw(text.getBytes(StandardCharsets.US_ASCII));
    }

    private void awaitTyped(String keys) {
        await().atMost(Duration.ofSeconds(60)).until(() -> user.typed.toString().equals(keys));
    }
}
