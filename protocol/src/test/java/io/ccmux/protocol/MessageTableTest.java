package io.ccmux.protocol;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MessageTableTest {
    private static final byte[] BYTES = "a\u00e9\0".getBytes(StandardCharsets.UTF_8);

    // @formatter:off
    private static final List<Message> SAMPLES = List.of(
            new ClientMessage.Hello(1, "0.1.0"),
            new ClientMessage.Identify("/home/ada",
                    new TerminalFacts("/dev/pts/3", "xterm-256color", new WindowSize(80, 24, 640, 384), "RGB"),
                    ClientFlag.UTF8.bit() | ClientFlag.INPUT_TERMINAL.bit(), environment()),
            new ClientMessage.Run(1, List.of("new-session", "-s", "w\u00f6rk", ";", "")),
            new ClientMessage.StdinData(BYTES),
            new ClientMessage.StdinEnd(),
            new ClientMessage.Input(BYTES),
            new ClientMessage.Resized(new WindowSize(132, 43, 0, 0)),
            new ClientMessage.Drawn(0x0102030405060708L),
            new ClientMessage.Woken(),
            new ClientMessage.HandedOver(),
            new ClientMessage.Stopping(),
            new ClientMessage.Leaving("terminated"),
            new ServerMessage.Welcome(1, 4712, "0.1.0"),
            new ServerMessage.Refused("too many clients (256)"),
            new ServerMessage.Print(1, 2, BYTES),
            new ServerMessage.Done(1, -1),
            new ServerMessage.WantStdin(300),
            new ServerMessage.Attached("d", true),
            new ServerMessage.Draw(7, false, BYTES),
            new ServerMessage.Restore(BYTES),
            new ServerMessage.Resume("$3"),
            new ServerMessage.Suspend(),
            new ServerMessage.Exec("exec bash"),
            new ServerMessage.HangUpParent(),
            new ServerMessage.Bye("[detached (from session d)]", 0),
            new ServerMessage.Lock("lock -np"));
    // @formatter:on

    @Test
    void encodesAsTheGoldenFileSays() throws IOException {
        StringBuilder actual = new StringBuilder();
        for (Message sample : SAMPLES) {
            actual.append(sample.getClass().getSimpleName())
                    .append(' ')
                    .append(HexFormat.of().formatHex(MessageTable.encode(sample)))
                    .append('\n');
        }
        try (var golden = MessageTableTest.class.getResourceAsStream("messages-3.hex")) {
            assertEquals(new String(golden.readAllBytes(), StandardCharsets.UTF_8), actual.toString());
        }
    }

    @Test
    void hasASampleOfEveryRow() {
        Set<Class<?>> sampled = new HashSet<>();
        SAMPLES.forEach(sample -> sampled.add(sample.getClass()));
        MessageTable.rows().forEach(row -> assertTrue(sampled.contains(row.message()), row.message().getName()));
        Set<Class<?>> permitted = new HashSet<>(Arrays.asList(ClientMessage.class.getPermittedSubclasses()));
        permitted.addAll(Arrays.asList(ServerMessage.class.getPermittedSubclasses()));
        assertEquals(permitted, sampled);
    }

    @Test
    void numbersEveryRowDifferentlyAndByItsSide() {
        Set<Integer> numbers = new HashSet<>();
        for (Row<?> row : MessageTable.rows()) {
            assertTrue(numbers.add(row.type()), "number " + row.type() + " is used twice");
            assertEquals(ServerMessage.class.isAssignableFrom(row.message()), row.type() > 0x80);
        }
    }

    @Test
    void readsBackWhatItWrote() throws IOException {
        for (Message sample : SAMPLES) {
            Message again = decode(frame(MessageTable.encode(sample)));
            assertEquals(sample.getClass(), again.getClass());
            assertArrayEquals(MessageTable.encode(sample), MessageTable.encode(again));
        }
    }

    @Test
    void keepsTheOrderOfTheEnvironment() throws IOException {
        Message again = decode(frame(MessageTable.encode(SAMPLES.get(1))));
        assertEquals(environment().toString(), ((ClientMessage.Identify) again).environment().toString());
    }

    @Test
    void refusesEveryTruncation() throws IOException {
        for (Message sample : SAMPLES) {
            Frame whole = frame(MessageTable.encode(sample));
            for (int length = 0; length < whole.body().length; length++) {
                Frame cut = new Frame(whole.type(), Arrays.copyOf(whole.body(), length));
                if (!endsInASpan(sample)) {
                    assertThrows(ProtocolException.class, () -> decode(cut), () -> sample + " cut to " + cut);
                }
            }
        }
    }

    @Test
    void refusesBytesThatAreLeftOver() throws IOException {
        for (Message sample : SAMPLES) {
            Frame whole = frame(MessageTable.encode(sample));
            Frame longer = new Frame(whole.type(), Arrays.copyOf(whole.body(), whole.body().length + 1));
            if (!endsInASpan(sample)) {
                assertThrows(ProtocolException.class, () -> decode(longer), sample::toString);
            }
        }
    }

    @Test
    void answersGarbageWithAMessageOrAProtocolException() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int i = 0; i < 200_000; i++) {
            byte[] body = new byte[random.nextInt(24)];
            random.nextBytes(body);
            Frame frame = new Frame(random.nextInt(256), body);
            try {
                decode(frame);
            } catch (ProtocolException refused) {
                assertFalse(refused.getMessage().contains("\n"), refused.getMessage());
            } catch (RuntimeException wrong) {
                throw new AssertionError("seed " + seed + ", step " + i, wrong);
            }
        }
    }

    @Test
    void refusesCountsBeyondTheBodyBeforeAllocating() {
        byte[] huge = HexFormat.of().parseHex("01ffffffff0f");
        assertThrows(ProtocolException.class, () -> MessageTable.fromClient(new Frame(0x03, huge)));
        byte[] twoGigabytes = HexFormat.of().parseHex("01ffffffff07");
        assertThrows(ProtocolException.class, () -> MessageTable.fromClient(new Frame(0x03, twoGigabytes)));
    }

    @Test
    void refusesSizesThatNoTerminalHas() {
        byte[] negative = HexFormat.of().parseHex("ffffffff000000180000000000000000");
        assertThrows(ProtocolException.class, () -> MessageTable.fromClient(new Frame(0x07, negative)));
    }

    @Test
    void refusesMessagesOfTheOtherSide() {
        assertThrows(ProtocolException.class, () -> MessageTable.fromServer(new Frame(0x05, new byte[0])));
        assertThrows(ProtocolException.class, () -> MessageTable.fromClient(new Frame(0x8a, new byte[0])));
    }

    @Test
    void refusesToEncodeMoreThanAFrame() throws IOException {
        int most = Framing.BODY_BYTES_MAX;
        assertEquals(most, frame(MessageTable.encode(new ClientMessage.Input(new byte[most]))).body().length);
        assertThrows(ProtocolException.class, () -> MessageTable.encode(new ClientMessage.Input(new byte[most + 1])));
        var words = new ClientMessage.Run(1, List.of("x".repeat(most)));
        assertThrows(ProtocolException.class, () -> MessageTable.encode(words));
    }

    private static Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("TERM", "xterm-256color");
        environment.put("EMPTY", "");
        environment.put("LANG", "de_DE.UTF-8");
        return environment;
    }

    private static boolean endsInASpan(Message message) {
        return message instanceof ClientMessage.Input || message instanceof ClientMessage.StdinData
                || message instanceof ServerMessage.Print || message instanceof ServerMessage.Draw
                || message instanceof ServerMessage.Restore;
    }

    private static Frame frame(byte[] bytes) throws IOException {
        Optional<Frame> read = new FrameReader(Channels.newChannel(new ByteArrayInputStream(bytes))).next();
        return read.orElseThrow();
    }

    private static Message decode(Frame frame) throws ProtocolException {
        return frame.type() < 0x80 ? MessageTable.fromClient(frame) : MessageTable.fromServer(frame);
    }
}
