package io.ccmux.server.loop;

import java.util.Comparator;
import java.util.Optional;

import io.ccmux.server.command.WindowNames;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
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

    /** The terminal that was used last. */
    private Optional<Portrait> outer() {
        return core.clients().attached().stream()
                .max(Comparator.comparingLong(client -> client.view().activityMicros()))
                .flatMap(Client::display).map(Display::portrait);
    }

    private void terminal(PaneId pane, TerminalNotice said) {
        switch (said) {
            case TerminalNotice.Reply(byte[] bytes) -> programs.write(pane, bytes);
            case TerminalNotice.ColourAsked asked -> programs.write(pane, asked.answer(outer()
                    .map(outer -> outer.colours().get(asked.slot())).orElse(asked.fallback())));
            case TerminalNotice.ThemeAsked asked -> programs.write(pane, asked.answer(
                    outer().flatMap(Portrait::dark).orElse(true)));
            case TerminalNotice.Bell bell -> alerts.bell(pane);
            case TerminalNotice.TitleChanged changed -> core.raise(Occasion.of("pane-title-changed", pane));
            case TerminalNotice.WindowNamed(String name) -> rename(core.mux().pane(pane), name);
            case TerminalNotice.Clipboard(String selection, byte[] bytes) -> clipboard(pane, bytes);
            case TerminalNotice.Passthrough(byte[] bytes) -> passThrough(pane, bytes);
            // @formatter:off
            case TerminalNotice.DirectoryChanged _, TerminalNotice.ClipboardAsked _,
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
