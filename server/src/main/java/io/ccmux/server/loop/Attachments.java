package io.ccmux.server.loop;

import java.util.List;
import java.util.OptionalInt;

import io.ccmux.config.Words;
import io.ccmux.protocol.ClientFlag;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.CommandLines;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.format.ClientFlags;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.SessionId;

/** Who is attached to what: clients come, go and change, and windows take the size of those who look at them. */
final class Attachments implements Performer.Stage {
    /** How long a line about the time before somebody attached is shown. */
    private static final int NEWS_MILLIS = 5_000;

    private final Core core;
    private final Answers answers;
    private final LiveWorld world;
    private final WindowSizes sizes;
    private boolean stopping;
    private boolean sessionsEnded;

    Attachments(Core core, Answers answers, LiveWorld world) {
        this.core = core;
        this.world = world;
        this.answers = answers;
        this.sizes = new WindowSizes(core);
    }

    @Override
    public void attach(CommandQueue queue, Effect.Attach attach) {
        var found = core.clients().find(queue.origin().client());
        var identity = found.flatMap(Client::identity);
        if (identity.isPresent() && found.get().control().isPresent()) {
            attach(queue, found.get(), attach);
            return;
        }
        if (identity.isEmpty() || !identity.get().is(ClientFlag.INPUT_TERMINAL)) {
            answers.complain(queue, "open terminal failed: not a terminal");
            return;
        }
        var client = found.get();
        if (client.display().isPresent()) {
            switchTo(client.id(), new Effect.Switch(client.id(), attach.session()));
            return;
        }
        queue.reply();
        var display = new Display(core, world, client, attach.session(), identity.get());
        client.attach(display);
        client.flags(flags(client, attach.flags()));
        client.active(core.outside().micros());
        core.ledger().commit(List.of(new SessionEvent.Attached(attach.session())));
        String name = core.mux().session(attach.session()).name();
        core.raise(occasion("client-attached", client, attach.session()));
        core.raise(occasion("client-session-changed", client, attach.session()));
        world.alerts().seen(attach.session());
        core.afterWritten(() -> {
            core.outside().send(client.id(), new ServerMessage.Attached(name, true));
            core.outside().send(client.id(), new ServerMessage.Restore(display.leaving()));
            core.outside().send(client.id(), new ServerMessage.Resume(attach.session().toString()));
            display.begin();
        });
        tellFirst(queue, display);
        fitWindows();
    }

    /** A client in control mode has no picture: it is told what happens in the session from now on. */
    private void attach(CommandQueue queue, Client client, Effect.Attach attach) {
        if (client.session().isPresent()) {
            switchTo(client.id(), new Effect.Switch(client.id(), attach.session()));
            return;
        }
        queue.reply();
        client.show(attach.session());
        client.flags(flags(client, attach.flags()));
        client.active(core.outside().micros());
        core.ledger().commit(List.of(new SessionEvent.Attached(attach.session())));
        core.raise(occasion("client-attached", client, attach.session()));
        core.raise(occasion("client-session-changed", client, attach.session()));
        core.log().takeProblems().forEach(problem -> client.control().orElseThrow().tell("%config-error " + problem));
        core.afterWritten(() -> {
            core.outside().send(client.id(), new ServerMessage.Attached(
                    core.mux().find(attach.session()).map(Session::name).orElse(""), false));
            core.outside().send(client.id(), new ServerMessage.Resume(attach.session().toString()));
        });
        fitWindows();
    }

    /**
     * Shows whoever comes first what is wrong with the configuration and what has happened, and asks, after all else
     * that they wanted, whether a file of commands is to be read.
     */
    private void tellFirst(CommandQueue queue, Display display) {
        var problems = core.log().takeProblems();
        if (!problems.isEmpty()) {
            display.activePane().ifPresent(pane -> core.modes().view(queue, pane.id(),
                    String.join("\n", problems) + "\n"));
        }
        String news = core.log().takeNews();
        if (!news.isEmpty()) {
            display.message(news, OptionalInt.of(NEWS_MILLIS));
        }
        String file = core.log().takeOffer();
        if (!file.isEmpty()) {
            queue.append(List.of(new CommandLines.Line("", List.of(List.of("confirm-before", "-p",
                    "take over " + file + " now? (y/n)", "source-file " + Words.quote(file))))));
        }
    }

    private static ClientFlags flags(Client client, List<String> words) {
        var flags = client.flags();
        for (String word : words) {
            flags = flags.with(word);
        }
        return flags;
    }

    @Override
    public void flag(ClientId id, List<String> words) {
        core.clients().find(id).ifPresent(client -> client.flags(flags(client, words)));
        fitWindows();
    }

    @Override
    public void switchTo(ClientId id, Effect.Switch to) {
        core.clients().find(id).filter(client -> client.session().isPresent()).ifPresent(client -> {
            client.show(to.session());
            core.ledger().commit(List.of(new SessionEvent.Attached(to.session())));
            core.raise(occasion("client-session-changed", client, to.session()));
            world.alerts().seen(to.session());
            core.afterWritten(
                    () -> core.outside().send(id, new ServerMessage.Resume(to.session().toString())));
            client.display().ifPresent(Display::dirty);
            new Heirs(core).endUnattached();
            fitWindows();
        });
    }

    @Override
    public void detach(ClientId id, Effect.Detach detach) {
        core.clients().find(id).filter(client -> client.session().isPresent()).ifPresent(client -> {
            String name = client.session().flatMap(core.mux()::find).map(Session::name).orElse("");
            if (!detach.execute().isEmpty()) {
                leave(client, List.of(new ServerMessage.Exec(detach.execute())));
            } else if (detach.hangUp()) {
                leave(client, List.of(new ServerMessage.HangUpParent(),
                        new ServerMessage.Bye("[detached and SIGHUP (from session " + name + ")]", 0)));
            } else {
                leave(client, List.of(new ServerMessage.Bye("[detached (from session " + name + ")]", 0)));
            }
        });
    }

    private Occasion occasion(String hook, Client client, SessionId session) {
        return Occasion.of(hook, core.mux(), session).client(client.view().name());
    }

    private void leave(Client client, List<ServerMessage> last) {
        uncover(client);
        client.session().ifPresent(session -> core.raise(occasion("client-detached", client, session)));
        client.detach();
        new Heirs(core).endUnattached();
        client.control().ifPresentOrElse(control -> exit(control, last), () -> core.afterWritten(() -> {
            last.forEach(message -> core.outside().send(client.id(), message));
            core.outside().close(client.id());
        }));
        fitWindows();
    }

    @Override
    public void away(ClientId id, ServerMessage how) {
        core.clients().find(id).filter(client -> client.display().isPresent()).ifPresent(client -> {
            client.suspended(true);
            core.outside().send(id, how);
            fitWindows();
        });
    }

    @Override
    public void lock(ClientId id) {
        core.clients().find(id).flatMap(Client::session).flatMap(core.mux()::find)
                .map(session -> session.options().string("lock-command")).filter(command -> !command.isEmpty())
                .ifPresent(command -> away(id, new ServerMessage.Lock(command)));
    }

    /** A client has its terminal back and knows nothing of what is on it. */
    void back(Client client) {
        client.suspended(false);
        client.active(core.outside().micros());
        client.display().ifPresent(Display::begin);
        fitWindows();
    }

    /** The last line says what a message for people would; their brackets are not for programs. */
    private void exit(ControlClient control, List<ServerMessage> last) {
        int status = 0;
        String reason = "";
        if (last.getLast() instanceof ServerMessage.Bye(String said, int code)) {
            status = code;
            reason = said.equals("[exited]") || said.length() < 2 ? "" : said.substring(1, said.length() - 1);
        }
        var bye = new ServerMessage.Bye("", status);
        boolean waits = core.clients().find(control.id()).filter(client -> client.flags().waitsExit()).isPresent();
        control.exit(reason, waits, () -> {
            core.outside().send(control.id(), bye);
            core.outside().close(control.id());
        });
    }

    /** What lies over the client's screen goes with it. */
    private static void uncover(Client client) {
        client.display().ifPresent(display -> display.uncover().accept(new Outcome.Failed("")));
    }

    /** A client that went by itself. */
    void leaving(Client client, String reason) {
        if (client.control().isPresent()) {
            if (!client.control().get().lineEnded()) {
                client.flags(client.flags().with("!wait-exit"));
                leave(client, List.of(new ServerMessage.Bye("[" + reason + "]", 0)));
            }
        } else if (client.display().isPresent()) {
            leave(client, List.of(new ServerMessage.Bye("[" + reason + "]", 1)));
        } else {
            core.outside().close(client.id());
        }
    }

    void gone(ClientId id) {
        core.clients().remove(id).ifPresent(client -> {
            uncover(client);
            new Heirs(core).endUnattached();
            client.inputEnded();
            client.session().ifPresent(session -> core.raise(occasion("client-detached", client, session)));
            fitWindows();
        });
    }

    /** The clients of a session that is gone leave, or go to the session that {@code detach-on-destroy} names. */
    void sessionClosed(Notice.SessionClosed closed) {
        sessionsEnded = true;
        var heirs = new Heirs(core);
        for (var client : core.clients().attached(closed.session())) {
            var next = heirs.of(closed, client);
            if (next.isPresent()) {
                switchTo(client.id(), new Effect.Switch(client.id(), next.get().id()));
            } else {
                leave(client, List.of(new ServerMessage.Bye(stopping ? "[server exited]" : "[exited]",
                        stopping ? 1 : 0)));
            }
        }
    }

    /** Gives windows the sizes that those who look at them have. */
    @Override
    public void fitWindows() {
        core.ledger().commit(sizes.events());
    }

    @Override
    public void stop(boolean keepSessions) {
        stopping = true;
        for (var client : core.clients().attached()) {
            leave(client, List.of(new ServerMessage.Bye("[server exited]", 1)));
        }
    }

    /**
     * Ends the server when it is asked to, when its sessions are gone, or, with {@code exit-unattached}, when nobody is
     * there any more, once nobody waits for an answer. Sessions that are left come back with the next server.
     */
    void leaveIfDone(boolean served) {
        var options = core.mux().serverOptions();
        boolean alone = core.clients().all().isEmpty();
        boolean empty = core.mux().sessions().isEmpty() && options.flag("exit-empty") && (sessionsEnded || alone);
        boolean idle = served && (empty || alone && options.flag("exit-unattached"));
        if ((stopping || idle) && !core.written().waits() && !core.synced().waits()) {
            core.outside().stop();
        }
    }
}
