package io.ccmux.server.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Session;

/** Performs the effects of decisions, each when what led to it is written. */
final class Performer {
    /** What a session thread does with clients and with itself. */
    interface Stage {
        void attach(CommandQueue queue, Effect.Attach attach);

        void switchTo(ClientId client, Effect.Switch to);

        void detach(ClientId client, Effect.Detach detach);

        void stop(boolean keepSessions);

        void fitWindows();

        void flag(ClientId client, List<String> words);

        void lock(ClientId client);

        /** A client leaves its terminal to something else for a while. */
        void away(ClientId client, ServerMessage how);
    }

    private final Core core;
    private final Answers answers;
    private final Programs programs;
    private final Channels channels = new Channels();
    private final EventStream events;
    private final Stage stage;
    private final Overlays overlays;
    private final PromptHistory prompts;
    private CommandRunner runner;
    private Keyboard keyboard;

    Performer(Core core, Answers answers, Programs programs, Stage stage, Overlays overlays) {
        this.core = core;
        this.answers = answers;
        this.events = new EventStream(core, answers);
        this.programs = programs;
        this.stage = stage;
        this.overlays = overlays;
        this.prompts = new PromptHistory(core);
    }

    /** What effects lead back to: other commands, and keys as if a client's user had pressed them. */
    void connect(CommandRunner commands, Keyboard keys) {
        runner = commands;
        keyboard = keys;
    }

    /** Who is told what happens. */
    EventStream events() {
        return events;
    }

    /** The configuration is known: reads the file that keeps the answers to prompts. */
    void begin() {
        prompts.load();
    }

    /** Performs an effect that nobody waits for. */
    void perform(CommandQueue queue, Effect effect) {
        switch (effect) {
            case Effect.Print(String text) -> answers.print(queue, text);
            case Effect.PrintBytes(byte[] bytes) -> answers.print(queue, bytes);
            case Effect.Complain(String line) -> answers.complain(queue, line);
            case Effect.Exit(int status) -> queue.status(status);
            case Effect.RunNext(var lines, var target) -> queue.insert(lines, queue.around().at(target));
            case Effect.RunHook(String hook, var lines) -> queue.insert(lines,
                    new CommandQueue.Around(queue.around().target(), true, Map.of("hook", hook)));
            case Effect.Write(var pane, byte[] bytes) -> programs.write(pane, bytes);
            case Effect.TypeKeys(var pane, var keys) -> keys.forEach(key -> type(queue, pane, key));
            case Effect.PassMouse(var pane) -> keyboard.passMouse(queue, pane);
            case Effect.PressKeys(var client, var keys) -> core.clients().find(client).ifPresent(
                    known -> keys.forEach(key -> keyboard.pressed(known, key)));
            case Effect.RememberAnswer(String kind, String text) -> prompts.remember(kind, text);
            case Effect.ForgetAnswers(String kind) -> prompts.forget(kind);
            case Effect.Background background -> runner.background(queue, background);
            case Effect.Signal(var pane, int signal) ->
                core.afterWritten(() -> core.outside().signal(pane, signal));
            case Effect.Pipe pipe -> core.afterWritten(() -> programs.pipe(pipe));
            case Effect.Attach attach -> stage.attach(queue, attach);
            case Effect.Switch to -> stage.switchTo(to.client(), to);
            case Effect.Detach detach -> stage.detach(detach.client(), detach);
            case Effect.Suspend(var client) -> stage.away(client, new ServerMessage.Suspend());
            case Effect.Lock(var client) -> stage.lock(client);
            case Effect.AskClipboard(var client) ->
                display(client, display -> display.askClipboard(this::newBuffer));
            case Effect.Refresh(var client) -> display(client, Display::redrawAll);
            case Effect.Pan pan -> display(pan.client(), display -> display.pan(pan));
            case Effect.UsePane(var client, var pane) -> core.clients().find(client).ifPresent(
                    known -> core.mux().find(pane).ifPresent(known::choose));
            case Effect.UseKeyTable(var client, String table) -> core.clients().find(client).ifPresent(
                    known -> known.use(table));
            case Effect.SetFlags(var client, var flags) -> stage.flag(client, flags);
            case Effect.Control(var client, var wish) -> core.clients().find(client)
                    .ifPresent(known -> known.control().ifPresent(control -> grant(known, control, wish)));
            case Effect.Message message -> {
                core.log().message(core.outside().micros(), message.text());
                display(message.client(), display -> display.message(message));
                core.clients().find(message.client()).flatMap(Client::control)
                        .ifPresent(control -> control.tell("%message " + message.text()));
            }
            case Effect.ShowPanes show -> overlays.cover(show);
            case Effect.ShowMenu show -> overlays.cover(queue, show);
            case Effect.ResizePopup(var program, var size) -> core.outside().resize(program, size);
            case Effect.Uncover(var client) ->
                display(client, display -> display.uncover().accept(new Outcome.Failed("")));
            case Effect.EnterMode enter -> core.modes().enter(queue, enter);
            case Effect.LeaveMode(var pane) -> core.modes().leave(queue, pane);
            case Effect.ModeCommand command -> core.modes().command(queue, command);
            case Effect.Clipboard(byte[] bytes) -> core.clients().attached()
                    .forEach(client -> client.display().ifPresent(display -> display.clipboard(bytes)));
            case Effect.Stop(boolean keepSessions) -> stage.stop(keepSessions);
            case Effect.Lasting lasting -> begin(queue, lasting, outcome -> complain(queue, outcome));
        }
    }

    private void newBuffer(byte[] text) {
        core.ledger().commit(Buffers.filling(core.mux().buffers().nextName(), text, true, core.outside().micros()));
    }

    private void grant(Client client, ControlClient control, Effect.Wish wish) {
        switch (wish) {
            case Effect.Wish.Output(var pane, String state) -> control.output().state(pane, state);
            case Effect.Wish.Subscription(String text) -> control.subscriptions().set(text, programs.world());
            case Effect.Wish.Reported(var pane, byte[] bytes) -> control.reported(pane, bytes);
            case Effect.Wish.Sized(var window, var size) -> {
                if (window.isPresent()) {
                    control.sized(window.get(), size);
                } else {
                    control.hasSize();
                    size.ifPresent(whole -> client.resize(whole.columns(), whole.rows()));
                }
                stage.fitWindows();
            }
        }
    }

    private void type(CommandQueue queue, PaneId id, Key key) {
        if (core.modes().mode(id).isEmpty()) {
            core.mux().find(id).ifPresent(pane -> programs.type(pane, key));
        } else {
            core.modes().key(queue, id, key);
        }
    }

    private void complain(CommandQueue queue, Outcome outcome) {
        if (outcome instanceof Outcome.Failed(String message)) {
            answers.complain(queue, message);
        }
    }

    private void display(ClientId client, Consumer<Display> deed) {
        core.clients().find(client).flatMap(Client::display).ifPresent(deed);
    }

    /** Performs an effect and tells its outcome. */
    void begin(CommandQueue queue, Effect.Lasting effect, Consumer<Outcome> then) {
        var outside = core.outside();
        switch (effect) {
            case Effect.Spawn(var pane) -> programs.spawn(pane, then);
            case Effect.Prompt prompt -> overlays.prompt(prompt, then);
            case Effect.ShowPopup show -> overlays.cover(queue, show, then);
            case Effect.Listen(boolean json) -> events.begin(queue, json);
            case Effect.Delay(long millis) -> core.timers().after(millis, () -> then.accept(new Outcome.Done()));
            case Effect.WaitFor wait -> await(wait, then);
            case Effect.Shell shell -> {
                long job = core.jobs().begin(shell.command(), then);
                var within = shell.within(PaneEnvironment.of(core, session(queue), shell));
                core.afterWritten(() -> outside.shell(job, within));
            }
            case Effect.ReadFile(String path, int bytesMax) -> {
                if (path.equals("-")) {
                    readCaller(queue, bytesMax, then);
                } else {
                    start(then, job -> outside.readFile(job, path, bytesMax));
                }
            }
            case Effect.FindFiles(String pattern) -> start(then, job -> outside.findFiles(job, pattern));
            case Effect.WriteFile(String path, byte[] bytes, boolean append) -> {
                if (path.equals("-")) {
                    answers.print(queue, bytes);
                    then.accept(new Outcome.Done());
                } else {
                    start(then, job -> outside.writeFile(job, path, bytes, append));
                }
            }
            case Effect.TellStatus() -> outside.status(core.jobs().begin(then));
            case Effect.Checkpoint() -> outside.checkpoint(core.jobs().begin(then));
            case Effect.ForgetPast(int forgetting) -> new Forgettings(core).begin(forgetting, then);
            case Effect.Reload() -> outside.reload(core.jobs().begin(then));
        }
    }

    private void start(Consumer<Outcome> then, LongConsumer begin) {
        long job = core.jobs().begin(then);
        core.afterWritten(() -> begin.accept(job));
    }

    /** The session that a command acts in: that of its client, else of the pane it comes from. */
    private Optional<Session> session(CommandQueue queue) {
        var mux = core.mux();
        return core.clients().find(queue.origin().client()).flatMap(Client::session).flatMap(mux::find)
                .or(() -> queue.origin().pane().flatMap(mux::find)
                        .flatMap(pane -> mux.holders(pane.window()).stream().findFirst()));
    }

    private void readCaller(CommandQueue queue, int bytesMax, Consumer<Outcome> then) {
        var client = core.clients().find(queue.origin().client());
        var request = queue.origin().request();
        if (client.isEmpty() || request.isEmpty()) {
            then.accept(new Outcome.Failed("no standard input"));
            return;
        }
        if (client.get().control().isPresent()) {
            // What it says are command lines: there is nothing else to read.
            then.accept(new Outcome.Read(new byte[0]));
            return;
        }
        client.get().collectInput(bytesMax, then);
        core.outside().send(queue.origin().client(), new ServerMessage.WantStdin(request.getAsInt()));
    }

    private void await(Effect.WaitFor wait, Consumer<Outcome> then) {
        Runnable done = () -> then.accept(new Outcome.Done());
        switch (wait.operation()) {
            case WAIT -> channels.await(wait.channel(), done);
            case LOCK -> channels.lock(wait.channel(), done);
            case SIGNAL -> {
                channels.signal(wait.channel());
                done.run();
            }
            case UNLOCK -> {
                boolean was = channels.unlock(wait.channel());
                then.accept(was
                        ? new Outcome.Done()
                        : new Outcome.Failed("channel " + wait.channel() + " not locked"));
            }
        }
    }
}
