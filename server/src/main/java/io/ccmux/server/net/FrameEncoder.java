package io.ccmux.server.net;

import io.ccmux.protocol.MessageTable;
import io.ccmux.protocol.ProtocolException;
import io.ccmux.protocol.ServerMessage;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns messages into the bytes of their frames; a span that is too long for one message goes out in several. */
final class FrameEncoder {
    private FrameEncoder() {}

    static ByteBuf encode(ServerMessage message) throws ProtocolException {
        List<ServerMessage> parts = parts(message);
        byte[][] frames = new byte[parts.size()][];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = MessageTable.encode(parts.get(i));
        }
        return Unpooled.wrappedBuffer(frames.length, frames);
    }

    private static List<ServerMessage> parts(ServerMessage message) {
        List<ServerMessage> parts = new ArrayList<>(1);
        if (message instanceof ServerMessage.Draw(var frame, var last, var bytes)) {
            for (int from = 0; from == 0 || from < bytes.length; from += MessageTable.SPAN_BYTES_MAX) {
                boolean lastPart = last && from + MessageTable.SPAN_BYTES_MAX >= bytes.length;
                parts.add(new ServerMessage.Draw(frame, lastPart, span(bytes, from)));
            }
        } else if (message instanceof ServerMessage.Print(var request, var stream, var bytes)) {
            for (int from = 0; from == 0 || from < bytes.length; from += MessageTable.SPAN_BYTES_MAX) {
                parts.add(new ServerMessage.Print(request, stream, span(bytes, from)));
            }
        } else {
            parts.add(message);
        }
        return parts;
    }

    private static byte[] span(byte[] bytes, int from) {
        if (bytes.length <= MessageTable.SPAN_BYTES_MAX) {
            return bytes;
        }
        return Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + MessageTable.SPAN_BYTES_MAX));
    }
}
