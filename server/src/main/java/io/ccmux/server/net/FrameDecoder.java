package io.ccmux.server.net;

import io.ccmux.protocol.Frame;
import io.ccmux.protocol.Framing;
import io.ccmux.protocol.ProtocolException;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Cuts the bytes of one connection into {@link Frame}s; keeps at most one unfinished frame. */
final class FrameDecoder extends ChannelInboundHandlerAdapter {
    private ByteBuf unfinished = Unpooled.EMPTY_BUFFER;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) throws ProtocolException {
        ByteBuf bytes = join((ByteBuf) message);
        try {
            while (context.channel().isOpen() && isWhole(bytes)) {
                context.fireChannelRead(frame(bytes));
            }
            if (bytes.isReadable()) {
                unfinished = bytes.readBytes(bytes.readableBytes());
            }
        } finally {
            bytes.release();
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        unfinished.release();
        unfinished = Unpooled.EMPTY_BUFFER;
    }

    private ByteBuf join(ByteBuf bytes) {
        if (!unfinished.isReadable()) {
            return bytes;
        }
        ByteBuf joined = unfinished.writeBytes(bytes);
        bytes.release();
        unfinished = Unpooled.EMPTY_BUFFER;
        return joined;
    }

    private static boolean isWhole(ByteBuf bytes) throws ProtocolException {
        if (bytes.readableBytes() < Framing.LENGTH_BYTES) {
            return false;
        }
        int length = Framing.checkedLength(bytes.getInt(bytes.readerIndex()));
        return bytes.readableBytes() >= Framing.LENGTH_BYTES + length;
    }

    private static Frame frame(ByteBuf bytes) throws ProtocolException {
        int length = bytes.readInt();
        int type = bytes.readUnsignedByte();
        Framing.checkFlags(bytes.readUnsignedByte());
        byte[] body = new byte[Framing.bodyLength(length)];
        bytes.readBytes(body);
        return new Frame(type, body);
    }
}
