package io.ccmux.server.command;

import java.util.Optional;

import io.ccmux.config.OptionValue;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;

/** Gives a window a size, which it then keeps whatever clients show it. */
final class ResizeWindow implements Command {
    @Override
    public Spec spec() {
        return new Spec("resize-window", "resizew",
                "[-aADLRU] [-x width] [-y height] [-t target-window] [adjustment]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.window(mux, 't');
        var window = place.window();
        var size = size(call, mux, place);
        return Decision.of(
                new OptionEvent.Assigned(new OptionEvent.Holder.OfWindow(window.id()), "window-size",
                        new OptionValue.Text("manual")),
                new WindowEvent.SizeChosen(window.id(), size),
                new WindowEvent.LaidOut(window.id(), window.layout().resized(size)));
    }

    private static Size size(Call call, Mux mux, Targets.Place place) throws CommandException {
        var window = place.window();
        int by = call.word(0).isEmpty()
                ? 1
                : Numbers.within(call.words().getFirst(), 1, Integer.MAX_VALUE, "adjustment ");
        int columns = call.has('x')
                ? Numbers.within(call.value('x').orElseThrow(), 1, Size.CELLS_MAX, "width ")
                : window.size().columns();
        int rows = call.has('y')
                ? Numbers.within(call.value('y').orElseThrow(), 1, Size.CELLS_MAX, "height ")
                : window.size().rows();
        if (call.has('A') || call.has('a')) {
            return ofClients(call.scene(), mux, window, call.has('A'))
                    .orElseGet(() -> Sizes.ofOption(place.session().options()));
        }
        if (call.has('L') || call.has('R')) {
            columns = (int) Math.min(Size.CELLS_MAX, (long) columns + (call.has('R') ? by : by <= columns ? -by : 0));
        } else if (call.has('U') || call.has('D')) {
            rows = (int) Math.min(Size.CELLS_MAX, (long) rows + (call.has('D') ? by : by <= rows ? -by : 0));
        }
        return Size.clamped(columns, rows);
    }

    /** The largest, or the smallest, of the clients whose session holds the window. */
    private static Optional<Size> ofClients(Scene scene, Mux mux, Window window, boolean largest) {
        return scene.clients().stream().filter(client -> !client.ignoresSize())
                .flatMap(client -> client.session().flatMap(mux::find)
                        .filter(session -> holds(session, window))
                        .map(session -> Sizes.within(client, Sizes.statusLines(session.options()))).stream())
                .reduce((one, other) -> largest
                        ? Size.clamped(Math.max(one.columns(), other.columns()), Math.max(one.rows(), other.rows()))
                        : new Size(Math.min(one.columns(), other.columns()), Math.min(one.rows(), other.rows())));
    }

    private static boolean holds(Session session, Window window) {
        return session.windows().containsValue(window.id());
    }
}
