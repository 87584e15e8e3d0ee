package io.ccmux.server.loop;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.config.Words;
import io.ccmux.server.command.CommandException;
import io.ccmux.server.command.CommandLines;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.input.Binding;
import io.ccmux.server.mux.PaneId;

/**
 * Runs the commands of a queue one after the other: decide, commit, perform; a command that waits for an effect holds
 * the queue until the outcome is known.
 */
final class CommandRunner {
    /** Characters of a command that are kept for show-messages, roughly. */
    private static final int NOTED_CHARS_MAX = 500;

    private final Core core;
    private final Scenes scenes;
    private final Answers answers;
    private final Performer performer;
    private final Hooks hooks;
    private final Going going;

    CommandRunner(Core core, Scenes scenes, Answers answers, Performer performer) {
        this.core = core;
        this.scenes = scenes;
        this.answers = answers;
        this.performer = performer;
        this.hooks = new Hooks(core, scenes);
        this.going = new Going(core);
    }

    /** Cuts words into commands and runs them; a mistake in any of them and none is run. */
    void runWords(CommandQueue.Origin origin, List<String> words) {
        var queue = new CommandQueue(origin);
        try {
            queue.append(new CommandLines(core.mux(), scenes.of(queue, Optional.empty())).words(words));
        } catch (CommandException wrong) {
            answers.complain(queue, wrong.getMessage());
        }
        run(queue);
    }

    /** Runs command text on behalf of a client. */
    void runText(CommandQueue.Origin origin, String text) {
        var queue = new CommandQueue(origin);
        try {
            append(queue, text);
        } catch (CommandException wrong) {
            answers.complain(queue, wrong.getMessage());
        }
        run(queue);
    }

    private void append(CommandQueue queue, String text) throws CommandException {
        var reading = new CommandLines(core.mux(), scenes.of(queue, Optional.empty())).text(text);
        apply(queue, reading.assigned());
        queue.append(reading.lines());
    }

    /** Runs the command lines that a client in control mode sent, one after the other. */
    void runControl(ControlClient client) {
        if (client.busy()) {
            return;
        }
        var line = client.nextLine();
        if (line.isEmpty()) {
            return;
        }
        client.busy(true);
        var queue = new CommandQueue(new CommandQueue.Origin(client.id(), OptionalInt.of(ControlClient.TYPED),
                Optional.empty(), Optional.empty(), ""));
        queue.then(() -> {
            client.busy(false);
            runControl(client);
        });
        try {
            append(queue, line.get());
        } catch (CommandException wrong) {
            answers.began(queue);
            answers.complain(queue, "parse error: " + wrong.getMessage());
            answers.ended(queue);
        }
        run(queue);
    }

    /** Runs what a key is bound to. */
    void runBinding(CommandQueue.Origin origin, Binding binding) {
        var queue = new CommandQueue(origin);
        try {
            queue.append(new CommandLines(core.mux(), scenes.of(queue, Optional.empty())).binding(binding.command()));
        } catch (CommandException wrong) {
            answers.complain(queue, wrong.getMessage());
        }
        run(queue);
    }

    void run(CommandQueue queue) {
        while (!queue.waiting()) {
            var item = queue.next();
            if (item.isEmpty()) {
                answers.finish(queue);
                queue.finished();
                return;
            }
            runOne(queue, item.get());
        }
    }

    private void runOne(CommandQueue queue, CommandQueue.Item item) {
        queue.around(item.around());
        answers.began(queue);
        note(queue.origin(), item);
        var scene = scenes.of(queue, item.around().target());
        try {
            var decision = CommandTable.decide(item.words(), scene, core.mux());
            apply(queue, decision);
            going.after(queue, item, scene, decision);
            insert(queue, hooks.after(item, scene, decision));
            await(queue, decision);
        } catch (CommandException wrong) {
            String where = item.source().isEmpty() ? "" : item.source() + ": ";
            apply(queue, Decision.of(wrong.done()));
            answers.complain(queue, where + wrong.getMessage());
            answers.ended(queue);
            queue.abandonLine(item.line());
            insert(queue, hooks.failed(item, scene));
        }
    }

    /**
     * A line for {@code show-messages} on what an attached client runs, and by which key: as tmux keeps it, but without
     * values of variables, and nothing of clients that only run commands, for scripts would crowd out the rest.
     */
    private void note(CommandQueue.Origin origin, CommandQueue.Item item) {
        String name = CommandTable.fullName(item.words()).orElse("");
        var client = core.clients().find(origin.client()).filter(known -> known.session().isPresent());
        if (name.isEmpty() || client.isEmpty()) {
            return;
        }
        var text = new StringBuilder(client.get().view().name())
                .append(origin.key().isEmpty() ? " command" : " key " + origin.key()).append(": ").append(name);
        for (int i = 1; i < item.words().size() && text.length() < NOTED_CHARS_MAX
                && !name.equals("set-environment"); i++) {
            String word = item.words().get(i);
            text.append(' ').append(Words.quote(word.substring(0, Math.min(word.length(), NOTED_CHARS_MAX))));
        }
        core.log().message(core.outside().micros(), text.toString());
    }

    private static void insert(CommandQueue queue, Hooks.Run run) {
        if (!run.lines().isEmpty()) {
            queue.insert(run.lines(), run.around());
        }
    }

    /** Runs the hooks of what happened. */
    void happened(Occasion occasion) {
        hooks.on(occasion).ifPresent(this::run);
    }

    /** Makes a decision true: its events now, its effects when those are written. */
    void carryOut(CommandQueue queue, Decision decision) {
        apply(queue, decision);
        await(queue, decision);
    }

    private void apply(CommandQueue queue, Decision decision) {
        boolean quiet = core.ledger().occasions().quiet(queue.around().hook());
        if (!decision.events().isEmpty()) {
            queue.committed(core.ledger().commit(decision.events()));
        }
        decision.effects().forEach(effect -> performer.perform(queue, effect));
        core.ledger().occasions().quiet(quiet);
    }

    /** Waits for the outcome that the decision wants to know; without one, the command is done. */
    private void await(CommandQueue queue, Decision decision) {
        if (decision.awaited().isEmpty()) {
            answers.ended(queue);
            return;
        }
        var awaited = decision.awaited().get();
        queue.waiting(true);
        answers.waits(queue, awaited.effect() instanceof Effect.Spawn
                || awaited.effect() instanceof Effect.Delay(long millis) && millis == 0);
        performer.begin(queue, awaited.effect(), outcome -> resume(queue, awaited.then(), outcome));
    }

    private void resume(CommandQueue queue, Decision.Continuation then, Outcome outcome) {
        queue.waiting(false);
        try {
            carryOut(queue, then.resume(outcome, core.mux()));
        } catch (CommandException wrong) {
            answers.complain(queue, wrong.getMessage());
            answers.ended(queue);
            queue.abandon();
        }
        run(queue);
        if (outcome instanceof Outcome.Typed) {
            queue.waiting(true);
        }
    }

    /** Goes on after an effect without holding the queue it came from; what follows is nobody's answer. */
    void background(CommandQueue queue, Effect.Background background) {
        var from = queue.origin();
        var own = new CommandQueue(new CommandQueue.Origin(from.client(), OptionalInt.empty(), from.pane(),
                from.mouse(), from.key()));
        own.around(queue.around());
        own.waiting(true);
        performer.begin(own, background.effect(), outcome -> resume(own, background.then(), outcome));
    }

    /** The scene in which a mode or an overlay of a client acts. */
    Scene scene(CommandQueue queue, Optional<PaneId> pane) {
        return scenes.of(queue, pane);
    }
}
