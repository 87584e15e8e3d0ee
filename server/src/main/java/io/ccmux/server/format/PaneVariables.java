package io.ccmux.server.format;

import static io.ccmux.server.format.Subject.flag;
import static io.ccmux.server.format.Variables.seconds;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.ToIntBiFunction;

import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Window;

/** Variables of a pane: where it is and what runs in it; those of its terminal are {@link TerminalVariables}. */
final class PaneVariables {
    // @formatter:off
    static final List<Variables.Row> ROWS = TerminalVariables.after(List.of(
            pane("pane_active", (it, pane) -> flag(isActive(it, pane))),
            edge("pane_at_bottom", (window, area) -> window.size().rows() - 1 - area.bottom()),
            edge("pane_at_left", (window, area) -> area.x()),
            edge("pane_at_right", (window, area) -> window.size().columns() - 1 - area.right()),
            edge("pane_at_top", (window, area) -> area.y()),
            area("pane_bottom", Rectangle::bottom),
            area("pane_left", Rectangle::x),
            area("pane_right", Rectangle::right),
            area("pane_top", Rectangle::y),
            pane("pane_current_command", PaneVariables::program),
            pane("pane_current_path", (it, pane) -> pane.directory()),
            pane("pane_dead", (it, pane) -> flag(pane.dead())),
            pane("pane_dead_signal", (it, pane) -> dead(pane, pane.signal() != 0, pane.signal())),
            pane("pane_dead_status", (it, pane) -> dead(pane, pane.signal() == 0, pane.status())),
            pane("pane_dead_time", (it, pane) -> pane.dead() ? seconds(pane.endedMicros()) : ""),
            pane("pane_flags", PaneVariables::flags),
            pane("pane_height", (it, pane) -> String.valueOf(pane.size().rows())),
            pane("pane_id", (it, pane) -> pane.id().toString()),
            pane("pane_in_mode", (it, pane) -> Integer.toString(it.world().modes(pane.id()))),
            pane("pane_index", (it, pane) -> index(it, pane)),
            pane("pane_input_off", (it, pane) -> flag(!pane.inputEnabled())),
            pane("pane_last", (it, pane) -> flag(isLast(it, pane))),
            pane("pane_marked", (it, pane) -> flag(it.world().mux().marked().equals(Optional.of(pane.id())))),
            pane("pane_mode", (it, pane) -> it.world().mode(pane.id())),
            pane("pane_path", (it, pane) -> pane.terminal().directory()),
            pane("pane_pid", (it, pane) -> String.valueOf(pane.pid())),
            pane("pane_pipe", (it, pane) -> flag(it.world().piped(pane.id()))),
            pane("pane_start_command", (it, pane) -> pane.launch().commandLine()),
            pane("pane_start_path", (it, pane) -> pane.launch().directory()),
            pane("pane_synchronized", (it, pane) -> flag(pane.options().flag("synchronize-panes"))),
            pane("pane_title", PaneVariables::title),
            pane("pane_tty", (it, pane) -> pane.device()),
            pane("pane_unseen_changes", (it, pane) -> "0"),
            pane("pane_width", (it, pane) -> String.valueOf(pane.size().columns())),
            pane("pane_zoomed_flag", (it, pane) -> flag(isActive(it, pane) && isZoomed(it))),
            pane("pane_floating_flag",
                    (it, pane) -> it.window().filter(window -> window.layout().floats(pane.id())).isPresent()
                            ? "1"
                            : "0"),
            area("pane_x", Rectangle::x),
            area("pane_y", Rectangle::y),
            pane("pane_z", (it, pane) -> "0"),
            new Variables.Row("pane_format", it -> SessionVariables.kind(it, "pane"))));
    // @formatter:on

    private PaneVariables() {}

    static Variables.Row pane(String name, BiFunction<Subject, Pane, String> value) {
        return new Variables.Row(name, it -> it.pane().map(pane -> value.apply(it, pane)).orElse(""));
    }

    private static Variables.Row area(String name, java.util.function.ToIntFunction<Rectangle> value) {
        return new Variables.Row(name, it -> place(it).map(area -> String.valueOf(value.applyAsInt(area))).orElse(""));
    }

    /** Whether a distance from an edge of the window is none. */
    private static Variables.Row edge(String name, ToIntBiFunction<Window, Rectangle> distance) {
        return new Variables.Row(name, it -> place(it)
                .map(area -> flag(distance.applyAsInt(it.window().orElseThrow(), area) == 0)).orElse(""));
    }

    private static Optional<Rectangle> place(Subject it) {
        return it.window().flatMap(window -> it.pane().filter(pane -> window.panes().contains(pane.id()))
                .map(pane -> it.world().mux().area(window, pane.id())));
    }

    private static boolean isActive(Subject it, Pane pane) {
        return it.window().filter(window -> window.active().equals(pane.id())).isPresent();
    }

    private static boolean isLast(Subject it, Pane pane) {
        return it.window().flatMap(window -> window.last().stream().findFirst()).filter(pane.id()::equals).isPresent();
    }

    private static boolean isZoomed(Subject it) {
        return it.window().filter(Window::zoomed).isPresent();
    }

    private static String index(Subject it, Pane pane) {
        return it.window().map(window -> window.panes().indexOf(pane.id()) + window.options().number("pane-base-index"))
                .map(String::valueOf).orElse("");
    }

    private static String flags(Subject it, Pane pane) {
        boolean marked = it.world().mux().marked().equals(Optional.of(pane.id()));
        return (isActive(it, pane) ? "*" : isLast(it, pane) ? "-" : "")
                + (isActive(it, pane) && isZoomed(it) ? "Z" : "")
                + (marked ? "M" : "");
    }

    /** The title that the program gave; the machine's name until it does. */
    private static String title(Subject it, Pane pane) {
        String given = pane.terminal().title();
        return given.isEmpty() ? it.world().server().host() : given;
    }

    /** The program in front; while that is not known, the one that was started. */
    private static String program(Subject it, Pane pane) {
        String program = it.world().program(pane.id());
        List<String> arguments = pane.launch().arguments();
        if (!program.isEmpty() || arguments.isEmpty()) {
            return program;
        }
        String first = arguments.getFirst();
        return first.substring(first.lastIndexOf('/') + 1);
    }

    private static String dead(Pane pane, boolean applies, int value) {
        return pane.dead() && applies ? String.valueOf(value) : "";
    }
}
