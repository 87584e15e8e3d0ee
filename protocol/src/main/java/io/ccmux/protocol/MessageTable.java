package io.ccmux.protocol;

import com.esotericsoftware.kryo.io.Input;
import com.esotericsoftware.kryo.io.Output;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * All messages, one row each: number on the wire, class, how the body is written and how it is read.
 *
 * <p>Numbers are never used again: below 0x80 from the client, above from the server. <i>Hot</i> bodies are laid out by
 * hand: numbers in fixed width, big-endian, and a span that reaches to the end of the frame. <i>Control</i> bodies are
 * written with Kryo's streams in the order of the row: numbers as varints (a status as zigzag varint), texts as varint
 * length and UTF-8, lists and maps as varint count and their elements.
 */
public final class MessageTable {
    /** The most words of a command line. */
    public static final int WORDS_MAX = 1 << 16;
    /** The most variables of a client's environment. */
    public static final int ENVIRONMENT_MAX = 4096;
    /** The most bytes of a client's environment; a client leaves out what is beyond. */
    public static final int ENVIRONMENT_BYTES_MAX = 512 << 10;
    /** The most bytes of a span that one message should carry; more travels in several messages. */
    public static final int SPAN_BYTES_MAX = 256 << 10;

    // @formatter:off
    private static final List<Row<?>> ROWS = List.of(
            control(0x01, ClientMessage.Hello.class,
                    (out, m) -> { out.writeVarInt(m.version(), true); Wire.text(out, m.build()); },
                    in -> new ClientMessage.Hello(Wire.natural(in), Wire.text(in))),
            control(0x02, ClientMessage.Identify.class, MessageTable::writeIdentify, MessageTable::readIdentify),
            control(0x03, ClientMessage.Run.class,
                    (out, m) -> { out.writeVarInt(m.request(), true); Wire.texts(out, m.words()); },
                    in -> new ClientMessage.Run(Wire.natural(in), Wire.texts(in, WORDS_MAX))),
            hot(0x04, ClientMessage.StdinData.class, m -> m.bytes().length,
                    (out, m) -> out.put(m.bytes()),
                    in -> new ClientMessage.StdinData(rest(in))),
            control(0x05, ClientMessage.StdinEnd.class,
                    (out, m) -> { },
                    in -> new ClientMessage.StdinEnd()),
            hot(0x06, ClientMessage.Input.class, m -> m.bytes().length,
                    (out, m) -> out.put(m.bytes()),
                    in -> new ClientMessage.Input(rest(in))),
            hot(0x07, ClientMessage.Resized.class, m -> 4 * Integer.BYTES,
                    (out, m) -> writeSize(out, m.size()),
                    in -> new ClientMessage.Resized(readSize(in))),
            hot(0x08, ClientMessage.Drawn.class, m -> Long.BYTES,
                    (out, m) -> out.putLong(m.frame()),
                    in -> new ClientMessage.Drawn(in.getLong())),
            control(0x09, ClientMessage.Woken.class,
                    (out, m) -> { },
                    in -> new ClientMessage.Woken()),
            control(0x0a, ClientMessage.Leaving.class,
                    (out, m) -> Wire.text(out, m.reason()),
                    in -> new ClientMessage.Leaving(Wire.text(in))),
            control(0x0b, ClientMessage.HandedOver.class,
                    (out, m) -> { },
                    in -> new ClientMessage.HandedOver()),
            control(0x0c, ClientMessage.Stopping.class,
                    (out, m) -> { },
                    in -> new ClientMessage.Stopping()),

            control(0x81, ServerMessage.Welcome.class, MessageTable::writeWelcome,
                    in -> new ServerMessage.Welcome(Wire.natural(in), in.readVarLong(true), Wire.text(in))),
            control(0x82, ServerMessage.Refused.class,
                    (out, m) -> Wire.text(out, m.line()),
                    in -> new ServerMessage.Refused(Wire.text(in))),
            hot(0x83, ServerMessage.Print.class, m -> Integer.BYTES + 1 + m.bytes().length,
                    (out, m) -> out.putInt(m.request()).put((byte) m.stream()).put(m.bytes()),
                    in -> new ServerMessage.Print(in.getInt(), in.get(), rest(in))),
            control(0x84, ServerMessage.Done.class,
                    (out, m) -> { out.writeVarInt(m.request(), true); out.writeVarInt(m.status(), false); },
                    in -> new ServerMessage.Done(Wire.natural(in), in.readVarInt(false))),
            control(0x85, ServerMessage.WantStdin.class,
                    (out, m) -> out.writeVarInt(m.request(), true),
                    in -> new ServerMessage.WantStdin(Wire.natural(in))),
            control(0x86, ServerMessage.Attached.class,
                    (out, m) -> { Wire.text(out, m.session()); out.writeBoolean(m.direct()); },
                    in -> new ServerMessage.Attached(Wire.text(in), in.readBoolean())),
            hot(0x87, ServerMessage.Draw.class, m -> Long.BYTES + 1 + m.bytes().length,
                    (out, m) -> out.putLong(m.frame()).put((byte) (m.last() ? 1 : 0)).put(m.bytes()),
                    in -> new ServerMessage.Draw(in.getLong(), in.get() != 0, rest(in))),
            hot(0x88, ServerMessage.Restore.class, m -> m.bytes().length,
                    (out, m) -> out.put(m.bytes()),
                    in -> new ServerMessage.Restore(rest(in))),
            control(0x89, ServerMessage.Resume.class,
                    (out, m) -> Wire.text(out, m.target()),
                    in -> new ServerMessage.Resume(Wire.text(in))),
            control(0x8a, ServerMessage.Suspend.class,
                    (out, m) -> { },
                    in -> new ServerMessage.Suspend()),
            control(0x8b, ServerMessage.Exec.class,
                    (out, m) -> Wire.text(out, m.command()),
                    in -> new ServerMessage.Exec(Wire.text(in))),
            control(0x8c, ServerMessage.HangUpParent.class,
                    (out, m) -> { },
                    in -> new ServerMessage.HangUpParent()),
            control(0x8d, ServerMessage.Bye.class,
                    (out, m) -> { out.writeVarInt(m.status(), false); Wire.text(out, m.reason()); },
                    MessageTable::readBye),
            control(0x8e, ServerMessage.Lock.class,
                    (out, m) -> Wire.text(out, m.command()),
                    in -> new ServerMessage.Lock(Wire.text(in))));
    // @formatter:on

    private static final Map<Class<?>, Row<?>> BY_CLASS = new HashMap<>();
    private static final Row<?>[] BY_TYPE = new Row<?>[256];

    static {
        for (Row<?> row : ROWS) {
            BY_CLASS.put(row.message(), row);
            BY_TYPE[row.type()] = row;
        }
    }

    private MessageTable() {}

    /** The bytes of a whole frame; a message that is too long is a {@link ProtocolException}. */
    public static byte[] encode(Message message) throws ProtocolException {
        return BY_CLASS.get(message.getClass()).encode(message);
    }

    /** The message in a frame that came from a client. */
    public static ClientMessage fromClient(Frame frame) throws ProtocolException {
        if (decode(frame) instanceof ClientMessage message) {
            return message;
        }
        throw unexpected(frame);
    }

    /** The message in a frame that came from a server. */
    public static ServerMessage fromServer(Frame frame) throws ProtocolException {
        if (decode(frame) instanceof ServerMessage message) {
            return message;
        }
        throw unexpected(frame);
    }

    static List<Row<?>> rows() {
        return ROWS;
    }

    private static Message decode(Frame frame) throws ProtocolException {
        Row<?> row = BY_TYPE[frame.type()];
        if (row == null) {
            throw unexpected(frame);
        }
        return row.decode(frame.body());
    }

    private static ProtocolException unexpected(Frame frame) {
        return new ProtocolException("unexpected message of type " + frame.type());
    }

    private static <M extends Message> Row<M> hot(int type, Class<M> message, ToIntFunction<M> size,
            BiConsumer<ByteBuffer, M> writer, Function<ByteBuffer, M> reader) {
        return new Row.Hot<>(type, message, size, writer, reader);
    }

    private static <M extends Message> Row<M> control(int type, Class<M> message, BiConsumer<Output, M> writer,
            Function<Input, M> reader) {
        return new Row.Control<>(type, message, writer, reader);
    }

    private static byte[] rest(ByteBuffer in) {
        byte[] bytes = new byte[in.remaining()];
        in.get(bytes);
        return bytes;
    }

    private static void writeSize(ByteBuffer out, WindowSize size) {
        out.putInt(size.columns()).putInt(size.rows()).putInt(size.xPixels()).putInt(size.yPixels());
    }

    private static WindowSize readSize(ByteBuffer in) {
        return new WindowSize(in.getInt(), in.getInt(), in.getInt(), in.getInt());
    }

    private static void writeIdentify(Output out, ClientMessage.Identify client) {
        Wire.text(out, client.directory());
        Wire.text(out, client.terminal().tty());
        Wire.text(out, client.terminal().term());
        Wire.size(out, client.terminal().size());
        Wire.text(out, client.terminal().features());
        out.writeVarInt(client.flags(), true);
        Wire.map(out, client.environment());
    }

    private static ClientMessage.Identify readIdentify(Input in) {
        String directory = Wire.text(in);
        TerminalFacts terminal = new TerminalFacts(Wire.text(in), Wire.text(in), Wire.size(in), Wire.text(in));
        return new ClientMessage.Identify(directory, terminal, Wire.natural(in), Wire.map(in, ENVIRONMENT_MAX));
    }

    private static void writeWelcome(Output out, ServerMessage.Welcome welcome) {
        out.writeVarInt(welcome.version(), true);
        out.writeVarLong(welcome.serverPid(), true);
        Wire.text(out, welcome.build());
    }

    private static ServerMessage.Bye readBye(Input in) {
        int status = in.readVarInt(false);
        return new ServerMessage.Bye(Wire.text(in), status);
    }
}
