package io.ccmux.server.net;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.ccmux.protocol.Frame;
import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolException;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes in on a connection, in whatever pieces: a message, or a refusal of that connection in one line. */
class FrameFuzzTest {
    private static final int FRAMES = 200_000;
    /** A connection that is still sound after so many frames is closed, too. */
    private static final int FRAMES_A_CONNECTION = 20;

    private int messages;
    private int refusals;

    @Test
    void isAMessageOrARefusal() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        MutatedFrames frames = new MutatedFrames(random);
        Connection connection = new Connection();
        for (int i = 0; i < FRAMES; i++) {
            if (connection.refused || i % FRAMES_A_CONNECTION == 0) {
                connection.channel.finishAndReleaseAll();
                connection = new Connection();
            }
            String where = "seed " + seed + ", frame " + i;
            connection.hear(random.nextInt(5) == 0 ? frames.sound() : frames.next(), random, where);
        }
        connection.channel.finishAndReleaseAll();
        assertTrue(messages > FRAMES / 10 && refusals > FRAMES / 10,
                () -> "seed " + seed + ": " + messages + " messages, " + refusals + " refusals");
    }

    /** The bytes of one client on their way to messages. */
    private final class Connection extends ChannelInboundHandlerAdapter {
        private final EmbeddedChannel channel = new EmbeddedChannel(new FrameDecoder(), this);
        private String where = "";
        private boolean refused;

        void hear(byte[] bytes, Random random, String step) {
            where = step;
            for (int from = 0; from < bytes.length && !refused;) {
                int length = 1 + random.nextInt(bytes.length - from);
                channel.writeInbound(UnpooledByteBufAllocator.DEFAULT.buffer().writeBytes(bytes, from, length));
                from += length;
            }
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object frame) throws ProtocolException {
            MessageTable.fromClient((Frame) frame);
            messages++;
        }

        @Override
        public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
            assertInstanceOf(ProtocolException.class, cause, where);
            assertTrue(cause.getMessage().lines().count() == 1, () -> where + ": " + cause.getMessage());
            refused = true;
            refusals++;
        }
    }
}
