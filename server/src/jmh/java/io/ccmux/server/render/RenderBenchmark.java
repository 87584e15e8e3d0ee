package io.ccmux.server.render;

import java.util.List;
import java.util.Optional;

import io.ccmux.server.format.Formats;
import io.ccmux.server.format.TestWorld;
import io.ccmux.server.mux.Size;
import io.ccmux.server.terminal.Payload;
import io.ccmux.server.terminal.Terminal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From a terminal to a client: the compositor and the encoder. An operation is a read of output and a frame of it. */
@State(Scope.Thread)
public class RenderBenchmark {
    private static final int READ_BYTES = 4_096;

    @Param
    public Payload payload;

    private byte[] bytes;
    private Terminal terminal;
    private Compositor compositor;
    private AnsiWriter writer;
    private ClientPicture picture;
    private int at;
    private long micros;

    @Setup
    public void prepare() {
        bytes = payload.bytes();
        var world = new TestWorld();
        var session = world.session("work", new Size(Payload.COLUMNS, Payload.ROWS), "sh");
        var client = world.client(session, new Size(Payload.COLUMNS, Payload.ROWS + 1));
        terminal = world.mux().panes().iterator().next().terminal();
        compositor = new Compositor(world, new Formats());
        writer = new AnsiWriter(TerminalFeatures.of("xterm-256color", "truecolor", List.of(), ""), new CellTable());
        picture = new ClientPicture(client, Optional.empty(), Optional.empty(), pane -> Optional.empty(), List.of(),
                Optional.empty());
    }

    private void read() {
        int count = Math.min(READ_BYTES, bytes.length - at);
        terminal.feed(bytes, at, count, micros++);
        at = at + count == bytes.length ? 0 : at + count;
    }

    @Benchmark
    public Canvas compose() {
        read();
        return compositor.compose(picture);
    }

    @Benchmark
    public byte[] composeAndEncode() {
        read();
        return writer.update(compositor.compose(picture));
    }
}
