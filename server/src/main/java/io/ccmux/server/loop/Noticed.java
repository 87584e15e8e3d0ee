package io.ccmux.server.loop;

import java.util.List;

import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.terminal.TerminalNotice;

/** Decides upon what applying events brought to light. */
final class Noticed {
    private final Core core;
    private final Programs programs;
    private final Attachments attachments;

    Noticed(Core core, Programs programs, Attachments attachments) {
        this.core = core;
        this.programs = programs;
        this.attachments = attachments;
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
            case Notice.WindowClosed closed -> attachments.fitWindows();
            case Notice.SessionClosed(var session) -> attachments.sessionClosed(session);
            case Notice.Redraw redraw -> attachments.fitWindows();
        }
    }

    private void terminal(PaneId pane, TerminalNotice said) {
        switch (said) {
            case TerminalNotice.Reply(byte[] bytes) -> programs.write(pane, bytes);
            case TerminalNotice.ColourAsked asked -> programs.write(pane, asked.answer(asked.fallback()));
            case TerminalNotice.ThemeAsked asked -> programs.write(pane, asked.answer(true));
            case TerminalNotice.Bell bell -> bell(pane);
            case TerminalNotice.Clipboard(String selection, byte[] bytes) -> clipboard(bytes);
            // @formatter:off
            case TerminalNotice.TitleChanged _, TerminalNotice.DirectoryChanged _, TerminalNotice.ClipboardAsked _,
                 TerminalNotice.Notification _, TerminalNotice.Progress _, TerminalNotice.PromptMark _,
                 TerminalNotice.ModesChanged _, TerminalNotice.ScreenSwitched _, TerminalNotice.PaletteChanged _,
                 TerminalNotice.Passthrough _ -> {}
            // @formatter:on
        }
    }

    /** A bell is an alert wherever its window is not being looked at, and rings at the clients of its sessions. */
    private void bell(PaneId id) {
        var window = core.mux().window(core.mux().pane(id).window());
        if (!window.options().flag("monitor-bell")) {
            return;
        }
        for (var session : core.mux().holders(window.id())) {
            int index = session.index(window.id()).orElseThrow();
            boolean current = session.current() == index;
            boolean seen = current && !core.clients().attached(session.id()).isEmpty();
            if (!seen && (session.alerts(index) & Session.BELL) == 0) {
                core.ledger().commit(List.of(
                        new SessionEvent.Alerted(session.id(), index, session.alerts(index) | Session.BELL)));
            }
            boolean rings = switch (session.options().choice("bell-action")) {
                case "any" -> true;
                case "current" -> current;
                case "other" -> !current;
                default -> false;
            };
            if (rings) {
                core.clients().attached(session.id())
                        .forEach(client -> client.display().ifPresent(Display::ring));
            }
        }
    }

    /** OSC 52 of a program: a buffer and the clients' clipboards, if {@code set-clipboard} lets programs do that. */
    private void clipboard(byte[] bytes) {
        if (!core.mux().serverOptions().choice("set-clipboard").equals("on")) {
            return;
        }
        String name = core.mux().buffers().nextName();
        core.ledger().commit(Buffers.filling(name, bytes, true, core.outside().micros()));
        core.clients().attached().forEach(client -> client.display().ifPresent(display -> display.clipboard(bytes)));
    }
}
