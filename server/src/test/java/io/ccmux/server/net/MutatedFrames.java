package io.ccmux.server.net;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolException;
import io.ccmux.protocol.TerminalFacts;
import io.ccmux.protocol.WindowSize;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** What a client says, with mistakes in it: a broken client's bytes, or somebody's who looks for a way in. */
public final class MutatedFrames {
    private static final int MUTATIONS_MAX = 4;

    private final Random random;
    private final List<byte[]> sound;

    public MutatedFrames(Random random) throws ProtocolException {
        this.random = random;
        byte[] keys = "\002%ls\r\033[A\033[<0;3;4M".getBytes(StandardCharsets.UTF_8);
        sound = Arrays.asList(encoded(ClientMessage.Hello.OURS),
                encoded(new ClientMessage.Identify("/home/ada",
                        new TerminalFacts("/dev/pts/3", "xterm-256color", new WindowSize(80, 24, 640, 384), "RGB"),
                        ClientFlag.UTF8.bit() | ClientFlag.INPUT_TERMINAL.bit() | ClientFlag.OUTPUT_TERMINAL.bit(),
                        Map.of("PATH", "/bin", "LANG", "C"))),
                encoded(new ClientMessage.Run(2, List.of("split-window", "-h", "-t", "0", "cat"))),
                encoded(new ClientMessage.Run(3, List.of("new-window", ";", "resize-pane", "-x", "9"))),
                encoded(new ClientMessage.Run(4, List.of("display-message", "-p", "#{=4:pane_id} #{W:#{window_id}}"))),
                encoded(new ClientMessage.Run(5, List.of("attach-session", "-t", "0"))),
                encoded(new ClientMessage.Run(6, List.of("load-buffer", "-"))),
                encoded(new ClientMessage.StdinData(keys)), encoded(new ClientMessage.StdinEnd()),
                encoded(new ClientMessage.Input(keys)),
                encoded(new ClientMessage.Resized(new WindowSize(132, 43, 0, 0))),
                encoded(new ClientMessage.Drawn(2)), encoded(new ClientMessage.HandedOver()),
                encoded(new ClientMessage.Stopping()), encoded(new ClientMessage.Woken()),
                encoded(new ClientMessage.Leaving("terminated")));
    }

    private static byte[] encoded(ClientMessage message) throws ProtocolException {
        return MessageTable.encode(message);
    }

    /** One frame as it should be. */
    public byte[] sound() {
        return sound.get(random.nextInt(sound.size())).clone();
    }

    /** One frame with one mistake in it, or some. */
    public byte[] next() {
        byte[] frame = sound();
        for (int left = 1 + random.nextInt(MUTATIONS_MAX); left > 0; left--) {
            frame = mutated(frame);
        }
        return frame;
    }

    private byte[] mutated(byte[] frame) {
        int at = frame.length == 0 ? 0 : random.nextInt(frame.length);
        switch (frame.length < Integer.BYTES ? 7 : random.nextInt(8)) {
            case 0 -> frame[at] ^= (byte) (1 << random.nextInt(8));
            case 1 -> frame[at] = (byte) random.nextInt();
            case 2 -> frame[at] = random.nextBoolean() ? 0 : (byte) -1;
            case 3 -> ByteBuffer.wrap(frame).putInt(random.nextInt(4) == 0 ? random.nextInt() : random.nextInt(300));
            case 4 -> ByteBuffer.wrap(frame).putInt(frame.length - Integer.BYTES);
            case 5 -> {
                return Arrays.copyOf(frame, at);
            }
            case 6 -> {
                byte[] other = sound();
                System.arraycopy(other, 0, frame, at, Math.min(other.length, frame.length - at));
            }
            default -> {
                byte[] longer = Arrays.copyOf(frame, frame.length + 1 + random.nextInt(40));
                System.arraycopy(frame, at, longer, longer.length - (frame.length - at), frame.length - at);
                return longer;
            }
        }
        return frame;
    }
}
