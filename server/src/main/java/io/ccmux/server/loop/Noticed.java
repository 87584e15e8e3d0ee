package io.ccmux.server.loop;

import java.util.Comparator;
import java.util.Optional;

import io.ccmux.server.command.WindowNames;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.render.OuterTerminal;
import io.ccmux.server.render.Viewport;
import io.ccmux.server.terminal.TerminalNotice;

/** Decides upon what applying events brought to light. */
final class Noticed {
    private final Core core;
    private final Programs programs;
    private final Attachments attachments;
    private final Alerts alerts;

    Noticed(Core core, Programs programs, Attachments attachments, Alerts alerts) {
        this.core = core;
        this.programs = programs;
        this.attachments = attachments;
        this.alerts = alerts;
    }

    void decide(Notice notice) {
        switch (notice) {
            case Notice.FromTerminal(var pane, var said) -> terminal(pane, said);
            case Notice.PaneResized(var pane, var size) ->
                core.afterWritten(() -> core.outside().resize(pane, size));
            case Notice.PaneClosed(var pane) -> {
                programs.closed(pane);
                core.modes().closed(pane);
            }
            case Notice.WindowClosed(var window) -> {
                alerts.closed(window);
                attachments.fitWindows();
            }
            case Notice.SessionClosed closed -> attachments.sessionClosed(closed);
            case Notice.Redraw redraw -> attachments.fitWindows();
        }
    }

    /** What was used last. */
    private Optional<Display> used() {
        return core.clients().attached().stream().filter(client -> client.display().isPresent())
                .max(Comparator.comparingLong(Client::activityMicros)).flatMap(Client::display);
    }

    /** The terminal that was used last. */
    private Optional<Portrait> outer() {
        return used().map(Display::portrait);
    }

    /** What a program is to be told of a colour: that of the terminal used last, or what a control client said. */
    private int colour(PaneId pane, TerminalNotice.ColourAsked asked) {
        var reported = core.clients().attached().stream().flatMap(client -> client.control().stream())
                .flatMap(control -> control.colour(pane, asked.slot()).stream()).findFirst();
        return outer().map(outer -> outer.colours().get(asked.slot())).or(() -> reported).orElse(asked.fallback());
    }

    private void terminal(PaneId pane, TerminalNotice said) {
        switch (said) {
            case TerminalNotice.Reply(byte[] bytes) -> programs.write(pane, bytes);
            case TerminalNotice.ColourAsked asked -> programs.write(pane, asked.answer(colour(pane, asked)));
            case TerminalNotice.ThemeAsked asked -> programs.write(pane, asked.answer(
                    outer().flatMap(Portrait::dark).orElse(true)));
            case TerminalNotice.Bell bell -> alerts.bell(pane);
            case TerminalNotice.TitleChanged changed -> core.raise(Occasion.of("pane-title-changed", pane));
            case TerminalNotice.WindowNamed(String name) -> rename(core.mux().pane(pane), name);
            case TerminalNotice.Clipboard(String selection, byte[] bytes) -> clipboard(pane, bytes);
            case TerminalNotice.Passthrough(byte[] bytes) -> passThrough(pane, bytes);
            case TerminalNotice.Image image -> show(pane, image);
            // @formatter:off
            case TerminalNotice.ClipboardAsked asked -> clipboardAsked(pane, asked);
            case TerminalNotice.DirectoryChanged _,
                 TerminalNotice.Notification _, TerminalNotice.Progress _, TerminalNotice.PromptMark _,
                 TerminalNotice.ModesChanged _, TerminalNotice.ScreenSwitched _, TerminalNotice.PaletteChanged _ -> {}
            // @formatter:on
        }
    }

    /** What a program wants its window to be called, if {@code allow-rename} lets it. */
    private void rename(Pane pane, String name) {
        if (pane.options().flag("allow-rename")) {
            core.ledger().commit(name.isEmpty()
                    ? WindowNames.freed(core.mux().window(pane.window()))
                    : WindowNames.named(pane.window(), name));
        }
    }

    /** What a program wants the outer terminal to get as it is, if {@code allow-passthrough} lets it. */
    private void passThrough(PaneId id, byte[] bytes) {
        var pane = core.mux().pane(id);
        String allowed = pane.options().choice("allow-passthrough");
        if (!allowed.equals("off")) {
            core.clients().attached().forEach(client -> client.display()
                    .filter(display -> allowed.equals("all") || display.shows(pane.window()))
                    .ifPresent(display -> display.passThrough(bytes)));
        }
    }

    /** A program wants to know what is on the clipboard: {@code get-clipboard} says who answers. */
    private void clipboardAsked(PaneId pane, TerminalNotice.ClipboardAsked asked) {
        String from = core.mux().serverOptions().choice("get-clipboard");
        if (from.equals("buffer")) {
            core.mux().buffers().top().ifPresent(buffer -> programs.write(pane, asked.answer(buffer.bytes())));
        } else if (!from.equals("off")) {
            used().ifPresent(display -> display.askClipboard(text -> {
                programs.write(pane, asked.answer(text));
                if (from.equals("both")) {
                    core.ledger().commit(Buffers.filling(core.mux().buffers().nextName(), text, true,
                            core.outside().micros()));
                }
            }));
        }
    }

    /** An image, if {@code allow-passthrough} lets it: for who looks at the pane. */
    private void show(PaneId id, TerminalNotice.Image image) {
        if (!core.mux().pane(id).options().choice("allow-passthrough").equals("off")) {
            core.clients().attached().forEach(client -> client.display().filter(Display::focused)
                    .ifPresent(display -> show(display, id, image)));
        }
    }

    private static void show(Display display, PaneId id, TerminalNotice.Image image) {
        display.corner(id).map(at -> new Viewport.Spot(at.x() + image.x(), at.y() + image.y()))
                .filter(at -> at.x() >= 0 && at.y() >= 0)
                .ifPresent(at -> display.passThrough(OuterTerminal.at(at.x(), at.y(), image.sequence())));
    }

    /** OSC 52 of a program: a buffer and the clients' clipboards, if {@code set-clipboard} lets programs do that. */
    private void clipboard(PaneId pane, byte[] bytes) {
        if (!core.mux().serverOptions().choice("set-clipboard").equals("on")) {
            return;
        }
        core.raise(Occasion.of("pane-set-clipboard", pane));
        String name = core.mux().buffers().nextName();
        core.ledger().commit(Buffers.filling(name, bytes, true, core.outside().micros()));
        core.clients().attached().forEach(client -> client.display().ifPresent(display -> display.clipboard(bytes)));
    }
}
