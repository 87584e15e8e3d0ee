package io.ccmux.server.loop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.PaneId;

/**
 * The session thread. All reports of one iteration are handled in one turn: each is decided upon, its events are
 * committed, and what they bring to light is decided upon in the same turn. Then the turn's transactions go to the
 * journal, and effects wait for it.
 */
public final class SessionLoop implements ClientPort {
    /** Output read in one turn, over all panes: the rest waits until those who typed have been served. */
    private static final int OUTPUT_BYTES = 128 * 1024;

    private final Inbox inbox;
    private final Core core;
    private final Consumer<Throwable> fatal;
    private final Answers answers;
    private final LiveWorld world;
    private final Programs programs;
    private final Attachments attachments;
    private final Performer performer;
    private final CommandRunner runner;
    private final Watcher watcher;
    private final Noticed noticed;
    private final Keyboard keyboard;
    private final Screens screens;
    private final Popups popups;
    private final FormatJobs formatJobs;
    private final Alerts alerts;
    private final Focus focus;
    private final ControlNotices control;
    private final EventStream events;
    private final Locks locks;
    private final AgentLinks agents;
    private boolean served;

    /**
     * @param mux      the state as it was loaded
     * @param appended the serial of the last event in it
     * @param fatal    what to do about a mistake of our own: ends the process, so that the state is what the journal
     *                 says
     */
    public SessionLoop(Mux mux, long appended, Inbox inbox, Outside outside, Facts facts, Consumer<Throwable> fatal) {
        this.inbox = inbox;
        this.fatal = fatal;
        var ledger = new Ledger(mux, outside, appended);
        var written = new Gate(appended);
        this.core = new Core(mux, ledger, outside, written, new Gate(appended), new Timers(outside), new Jobs(),
                new Clients(), new Modes(), facts, new Log(mux));
        this.answers = new Answers(core);
        this.programs = new Programs(core);
        this.world = programs.world();
        this.formatJobs = world.jobs();
        this.alerts = world.alerts();
        this.focus = new Focus(core, programs);
        this.control = new ControlNotices(core, world);
        this.attachments = new Attachments(core, answers, world);
        this.locks = new Locks(core, attachments::lock);
        this.agents = new AgentLinks(core);
        this.popups = new Popups(core);
        var scenes = new Scenes(core, world);
        this.performer = new Performer(core, answers, programs, attachments, new Overlays(core, scenes, popups));
        this.runner = new CommandRunner(core, scenes, answers, performer);
        this.watcher = new Watcher(core, world);
        this.noticed = new Noticed(core, programs, attachments, alerts);
        this.keyboard = new Keyboard(core, runner, programs);
        this.events = performer.events();
        performer.connect(runner, keyboard);
        this.screens = new Screens(core, world, runner);
        programs.onChange(screens::printed);
        core.modes().connect(runner, screens::changed,
                pane -> core.raise(Occasion.of("pane-mode-changed", pane)));
    }

    /**
     * What the configuration changes, and what is wrong with it.
     *
     * @param offered a file of commands that whoever attaches first is asked about, or empty
     */
    public record Configured(List<Event> events, List<String> problems, String offered) {}

    /**
     * Begins with the state that was loaded: obeys the configuration, then brings back what should live.
     *
     * @param findings what was wrong with the state, for {@code show-messages}
     */
    public void begin(Configured configured, List<String> findings, Restart.Circumstances circumstances) {
        core.ledger().commit(configured.events());
        performer.begin();
        findings.forEach(finding -> core.log().message(core.outside().micros(), finding));
        core.log().problems(core.outside().micros(), configured.problems());
        if (!circumstances.news().isEmpty()) {
            core.log().news(circumstances.news());
        }
        core.log().offer(configured.offered());
        new Restart(core, programs, circumstances.revivals()).run(circumstances);
        settle();
        inbox.onTurn(this::turn);
    }

    private void turn() {
        try {
            inbox.drain(report -> {
                if (!popups.takes(report)) {
                    handle(report);
                    // The next one must not meet what is no longer there.
                    notices();
                }
            });
            boolean more = core.outside().keepsUp() && core.outside().readPanes(OUTPUT_BYTES);
            settle();
            if (more) {
                inbox.wake();
            }
        } catch (Throwable mistake) {
            fatal.accept(mistake);
        }
    }

    /** Output comes while panes are read, within the turn, so it passes no queue. */
    public void wrote(PaneId pane, int run, byte[] bytes) {
        if (Popups.owns(pane)) {
            popups.wrote(pane, bytes);
            return;
        }
        programs.wrote(pane, run, bytes);
        watcher.printed(pane);
        alerts.printed(pane);
        screens.printed(pane);
        core.clients().attached().forEach(client -> client.control()
                .filter(control -> !control.output().printed(pane, bytes))
                .ifPresent(behind -> attachments.leaving(client, "too far behind")));
    }

    /** Decides upon what came to light, draws, and lets the turn's transactions go. */
    private void settle() {
        alerts.settle();
        focus.settle();
        do {
            notices();
            core.ledger().occasions().take().forEach(occasion -> {
                control.tell(occasion);
                events.tell(occasion);
                runner.happened(occasion);
            });
        } while (core.ledger().unsettled());
        screens.draw();
        formatJobs.start(screens::timePassed);
        attachments.leaveIfDone(served);
        core.ledger().submit();
        if (core.outside().checkpointDue()) {
            core.outside().checkpoint(0);
        }
    }

    private void notices() {
        var notices = core.ledger().takeNotices();
        while (!notices.isEmpty()) {
            notices.forEach(this::notice);
            notices = core.ledger().takeNotices();
        }
    }

    private void notice(Notice notice) {
        if (notice instanceof Notice.Redraw) {
            attachments.fitWindows();
            screens.changed();
            watcher.renameAll();
            alerts.listen();
            locks.watch();
            agents.settle();
        } else {
            noticed.decide(notice);
            screens.changed();
        }
    }

    private void handle(Report report) {
        switch (report) {
            case Report.Written(long serial) -> core.written().open(serial);
            case Report.Synced(long serial) -> core.synced().open(serial);
            case Report.PaneStarted started -> programs.started(started);
            case Report.PaneFailed failed -> programs.failed(failed);
            case Report.PaneWrote(var pane, int run, byte[] bytes) -> wrote(pane, run, bytes);
            case Report.PaneExited exited -> programs.exited(exited);
            case Report.PaneSeen seen -> watcher.seen(seen);
            case Report.AllSeen(long job) -> core.jobs().done(job, new Outcome.Done());
            case Report.Piped(var pane, byte[] bytes) -> programs.write(pane, bytes);
            case Report.ClientConnected(var id, long pid) ->
                core.clients().add(new Client(id, pid, core.outside().micros()));
            case Report.ClientSaid(var id, var message) ->
                core.clients().find(id).ifPresent(client -> said(client, message));
            case Report.ClientReady(var id) -> core.clients().find(id).ifPresent(SessionLoop::goOn);
            case Report.ClientGone(var id) -> attachments.gone(id);
            case Report.DiskFailed(String message) -> {
                world.trouble(true);
                answers.diskFailed(message);
                screens.changed();
            }
            case Report.DiskHealed() -> core.outside().rejoin();
            case Report.DiskReturned() -> {
                world.trouble(false);
                answers.diskReturned();
                screens.changed();
            }
            case Report.JobDone(long job, var outcome) -> core.jobs().done(job, outcome);
            case Report.Tick(long timer) -> core.timers().tick(timer);
            case Report.Reconfigured(var change, var told) -> {
                core.ledger().commit(change.apply(core.mux()));
                told.forEach(line -> core.log().message(core.outside().micros(), line));
            }
            case Report.StopAsked() -> attachments.stop(true);
        }
    }

    private static void goOn(Client client) {
        client.display().ifPresent(Display::dirty);
        client.control().ifPresent(control -> control.output().ready());
    }

    private void said(Client client, ClientMessage message) {
        switch (message) {
            case ClientMessage.Hello _,ClientMessage.HandedOver _ -> core.outside().close(client.id());
            case ClientMessage.Identify identity -> client.identify(identity);
            case ClientMessage.Run(int request, var words) -> asked(client, request, words);
            case ClientMessage.StdinData(byte[] bytes) -> client.input(bytes);
            case ClientMessage.StdinEnd() -> client.inputEnded();
            case ClientMessage.Input(byte[] bytes) when client.control().isPresent() -> commanded(client, bytes);
            case ClientMessage.Input(byte[] bytes) -> typed(client, bytes);
            case ClientMessage.Resized(var size) -> {
                client.resize(size.columns(), size.rows());
                raise("client-resized", client);
                client.active(core.outside().micros());
                popups.fit(client.id());
                attachments.fitWindows();
                screens.changed();
            }
            case ClientMessage.Drawn(long frame) -> client.display().ifPresent(display -> display.drawn(frame));
            case ClientMessage.Stopping() -> attachments.away(client.id(), new ServerMessage.Suspend());
            case ClientMessage.Woken() -> attachments.back(client);
            case ClientMessage.Leaving(String reason) -> attachments.leaving(client, reason);
        }
    }

    /** The client that was used latest may be the one that windows take their size from. */
    private void typed(Client client, byte[] bytes) {
        if (!core.clients().latest(client)) {
            client.active(core.outside().micros());
            raise("client-active", client);
            attachments.fitWindows();
        }
        client.pace().typed(core.outside().micros());
        keyboard.typed(client, bytes);
        core.outside().hush();
    }

    /** Command lines of a client in control mode; an empty one says that it goes. */
    private void commanded(Client client, byte[] bytes) {
        var control = client.control().orElseThrow();
        boolean stays = control.typed(bytes);
        runner.runControl(control);
        if (!stays) {
            attachments.leaving(client, "");
        }
    }

    private void raise(String hook, Client client) {
        client.session().ifPresent(session -> core.raise(
                Occasion.of(hook, core.mux(), session).client(client.view().name())));
    }

    /** Runs what a client asks for; first looks at the panes if it asks what is in their foreground. */
    private void asked(Client client, int request, List<String> words) {
        served = true;
        client.identity().filter(said -> said.is(ClientFlag.CONTROL) || said.is(ClientFlag.CONTROL_RAW)).ifPresent(
                said -> client.control(new ControlClient(core, client.id(), said.is(ClientFlag.CONTROL_RAW))));
        var pane = Optional.ofNullable(client.environment().get("CCMUX_PANE")).flatMap(SessionLoop::paneId);
        var origin = new CommandQueue.Origin(client.id(), OptionalInt.of(request), pane, Optional.empty(), "");
        if (words.isEmpty() && core.mux().serverOptions().own().containsKey("default-client-command")) {
            runner.runText(origin, core.mux().serverOptions().string("default-client-command"));
            return;
        }
        List<String> asked = !words.isEmpty()
                ? words
                : List.of(core.mux().sessions().isEmpty() ? "new-session" : "attach-session");
        if (asked.stream().anyMatch(Watcher::concerns)) {
            watcher.lookThen(() -> runner.runWords(origin, asked));
        } else {
            runner.runWords(origin, asked);
        }
    }

    private static Optional<PaneId> paneId(String text) {
        try {
            return text.startsWith("%")
                    ? Optional.of(new PaneId(Integer.parseInt(text.substring(1))))
                    : Optional.empty();
        } catch (NumberFormatException notAnId) {
            return Optional.empty();
        }
    }

    // ---- ClientPort ------------------------------------------------------------------------

    @Override
    public void connected(ClientId client, long peerPid) {
        inbox.add(new Report.ClientConnected(client, peerPid));
    }

    @Override
    public void received(ClientId client, ClientMessage message) {
        inbox.add(new Report.ClientSaid(client, message));
    }

    @Override
    public void writable(ClientId client) {
        inbox.add(new Report.ClientReady(client));
    }

    @Override
    public void closed(ClientId client) {
        inbox.add(new Report.ClientGone(client));
    }
}
