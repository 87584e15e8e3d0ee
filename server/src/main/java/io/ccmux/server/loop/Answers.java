package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.mux.Pane;

/**
 * What callers are told. A process that waits for a request gets text and an exit status, each when it is as safe as
 * the durability mode promises; an attached client gets text in a view and complaints on its message line.
 */
final class Answers {
    private static final int PIECE_BYTES = 256 * 1024;

    private final Core core;
    private String trouble = "";
    private long commands;

    Answers(Core core) {
        this.core = core;
    }

    /** From now on nothing becomes durable; those who wait for it are told so. */
    void diskFailed(String cause) {
        trouble = cause;
        core.synced().release();
        tell("not durable: " + cause);
    }

    /** What is replied from now on is durable again. */
    void diskReturned() {
        trouble = "";
        tell("durable again");
    }

    private void tell(String text) {
        core.log().message(core.outside().micros(), text);
        for (var client : core.clients().attached()) {
            client.display().ifPresent(display -> display.message(text, OptionalInt.empty()));
        }
    }

    // ---- control mode ----------------------------------------------------------------------

    /** The client in control mode that commands of this queue answer, if it is one. */
    private Optional<ControlClient> control(CommandQueue queue) {
        return queue.origin().request().isEmpty()
                ? Optional.empty()
                : core.clients().find(queue.origin().client()).flatMap(Client::control);
    }

    /** A command is about to be decided. */
    void began(CommandQueue queue) {
        control(queue).ifPresent(client -> client.begin(++commands,
                queue.origin().request().getAsInt() > 1 && !queue.around().hook()));
    }

    /** It waits for a program to start. */
    void waits(CommandQueue queue, boolean starting) {
        control(queue).ifPresent(client -> client.hold(starting));
    }

    /** It is done; whether it failed is known by what it complained of. */
    void ended(CommandQueue queue) {
        control(queue).ifPresent(client -> client.end(deed -> whenSafe(queue, deed)));
    }

    // ---- text ------------------------------------------------------------------------------

    void print(CommandQueue queue, String text) {
        var control = control(queue);
        if (control.isPresent()) {
            control.get().print(text);
            return;
        }
        if (queue.origin().request().isEmpty() || queue.replied()) {
            view(queue, text);
        } else {
            print(queue, 1, text.getBytes(StandardCharsets.UTF_8));
        }
    }

    void print(CommandQueue queue, byte[] bytes) {
        var control = control(queue);
        if (control.isPresent()) {
            control.get().print(new String(bytes, StandardCharsets.UTF_8));
            return;
        }
        if (queue.origin().request().isPresent() && !queue.replied()) {
            print(queue, 1, bytes);
        }
    }

    /** In the pane that the key was meant for, or, if the client has come to be attached, in its active one. */
    private void view(CommandQueue queue, String text) {
        var active = core.clients().find(queue.origin().client()).flatMap(Client::display)
                .flatMap(Display::activePane).map(Pane::id);
        var pane = queue.replied() ? active : queue.origin().pane();
        pane.filter(id -> core.mux().find(id).isPresent())
                .ifPresent(id -> core.modes().view(queue, id, text));
    }

    private void print(CommandQueue queue, int stream, byte[] bytes) {
        var client = queue.origin().client();
        int request = queue.origin().request().orElseThrow();
        whenSafe(queue, () -> {
            for (int from = 0; from < bytes.length; from += PIECE_BYTES) {
                var piece = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + PIECE_BYTES));
                core.outside().send(client, new ServerMessage.Print(request, stream, piece));
            }
        });
    }

    /** An error: exit status 1 unless something else is said later. */
    void complain(CommandQueue queue, String line) {
        queue.status(1);
        var control = control(queue);
        if (line.isEmpty() && control.isEmpty()) {
            return;
        }
        core.log().message(core.outside().micros(), line);
        if (control.isPresent()) {
            control.get().complain(line);
            return;
        }
        if (queue.origin().request().isPresent() && !queue.replied()) {
            print(queue, 2, (line + "\n").getBytes(StandardCharsets.UTF_8));
        } else {
            String shown = line.substring(0, 1).toUpperCase(Locale.ROOT) + line.substring(1);
            core.clients().find(queue.origin().client()).flatMap(Client::display)
                    .ifPresent(display -> display.message(shown, OptionalInt.empty()));
        }
    }

    /** All commands are done: the caller's process may end. */
    void finish(CommandQueue queue) {
        var control = control(queue);
        boolean first = control.isPresent() && queue.origin().request().getAsInt() != ControlClient.TYPED;
        if (first && !queue.replied() && control.get().session().isEmpty()) {
            queue.reply();
            int status = queue.status();
            control.get().exit("", false, () -> core.outside().send(queue.origin().client(),
                    new ServerMessage.Done(queue.origin().request().getAsInt(), status)));
            return;
        }
        if (control.isPresent() || queue.replied() || queue.origin().request().isEmpty()) {
            return;
        }
        queue.reply();
        var client = queue.origin().client();
        int request = queue.origin().request().orElseThrow();
        whenSafe(queue, () -> {
            boolean lost = queue.serial() > 0 && !trouble.isEmpty();
            if (lost) {
                var line = ("not durable: " + trouble + "\n").getBytes(StandardCharsets.UTF_8);
                core.outside().send(client, new ServerMessage.Print(request, 2, line));
            }
            core.outside().send(client, new ServerMessage.Done(request, lost ? 1 : queue.status()));
        });
    }

    /** Commands that changed something wait until that is safe; others only until what they saw is written. */
    private void whenSafe(CommandQueue queue, Runnable deed) {
        if (queue.serial() == 0 || !core.outside().repliesAwaitSync()) {
            core.afterWritten(deed);
        } else if (trouble.isEmpty()) {
            whenSynced(queue, deed);
        } else {
            // If the disk is back by then, the deed will promise what is not on the medium yet.
            core.afterWritten(() -> {
                if (trouble.isEmpty()) {
                    whenSynced(queue, deed);
                } else {
                    deed.run();
                }
            });
        }
    }

    private void whenSynced(CommandQueue queue, Runnable deed) {
        core.ledger().awaitReply();
        core.synced().after(queue.serial(), deed);
    }
}
