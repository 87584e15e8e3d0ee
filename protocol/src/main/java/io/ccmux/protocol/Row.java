package io.ccmux.protocol;

import com.esotericsoftware.kryo.KryoException;
import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** A kind of message: its number on the wire, and how it becomes a frame and a message again. */
sealed interface Row<M extends Message> {
    int type();

    Class<M> message();

    /** The whole frame. */
    byte[] encode(Message message) throws ProtocolException;

    /** The message of a body; what does not decode, or leaves bytes over, is an error. */
    M decode(byte[] body) throws ProtocolException;

    /** A frequent message, laid out by hand: its size in bytes is known before it is written. */
    record Hot<M extends Message>(int type, Class<M> message, ToIntFunction<M> size, BiConsumer<ByteBuffer, M> writer,
            Function<ByteBuffer, M> reader) implements Row<M> {
        @Override
        public byte[] encode(Message value) throws ProtocolException {
            M typed = message.cast(value);
            int bytes = size.applyAsInt(typed);
            byte[] frame = new byte[Framing.HEADER_BYTES + bytes];
            Framing.header(type, bytes, frame);
            writer.accept(ByteBuffer.wrap(frame).position(Framing.HEADER_BYTES), typed);
            return frame;
        }

        @Override
        public M decode(byte[] body) throws ProtocolException {
            ByteBuffer buffer = ByteBuffer.wrap(body);
            try {
                M value = reader.apply(buffer);
                Row.checkAllRead(message, buffer.remaining());
                return value;
            } catch (BufferUnderflowException | IllegalArgumentException broken) {
                throw Row.broken(message, broken);
            }
        }
    }

    /** A message of parts, written and read by Kryo's streams. */
    record Control<M extends Message>(int type, Class<M> message, BiConsumer<Output, M> writer,
            Function<Input, M> reader) implements Row<M> {
        private static final int START_BYTES = 256;

        @Override
        public byte[] encode(Message value) throws ProtocolException {
            Output out = new Output(START_BYTES, Framing.HEADER_BYTES + Framing.BODY_BYTES_MAX);
            out.setPosition(Framing.HEADER_BYTES);
            try {
                writer.accept(out, message.cast(value));
            } catch (KryoException overflow) {
                throw Row.broken(message, overflow);
            }
            byte[] frame = out.toBytes();
            Framing.header(type, frame.length - Framing.HEADER_BYTES, frame);
            return frame;
        }

        @Override
        public M decode(byte[] body) throws ProtocolException {
            Input in = new Input(body);
            try {
                M value = reader.apply(in);
                Row.checkAllRead(message, in.limit() - in.position());
                return value;
            } catch (KryoException | IllegalArgumentException broken) {
                throw Row.broken(message, broken);
            }
        }
    }

    private static void checkAllRead(Class<?> message, int left) throws ProtocolException {
        if (left > 0) {
            throw new ProtocolException(left + " bytes too many in message " + message.getSimpleName());
        }
    }

    private static ProtocolException broken(Class<?> message, RuntimeException cause) {
        return new ProtocolException("broken message " + message.getSimpleName() + ": " + cause.getMessage());
    }
}
