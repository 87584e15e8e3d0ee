package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Words;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/** Runs the command lines in files. */
final class SourceFile implements Command {
    private static final int FILE_BYTES_MAX = 16 * 1024 * 1024;

    @Override
    public Spec spec() {
        return new Spec("source-file", "source", "[-Fnqv] [-t target-pane] path ...");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var expand = OptionPlace.expand(call, mux);
        var paths = new ArrayDeque<String>();
        for (String word : call.words()) {
            paths.add(Paths.absolute(call.has('F') ? expand.text(word) : word, call.scene()));
        }
        var target = call.has('t') ? Optional.of(call.pane(mux, 't').id()) : Optional.<PaneId>empty();
        return next(new Reader(call, target, paths), Decision.NOTHING);
    }

    /** A call and the files that it has still to read. */
    private record Reader(Call call, Optional<PaneId> target, Deque<String> paths) {}

    private static Decision next(Reader reader, Decision soFar) {
        if (reader.paths().isEmpty()) {
            return soFar;
        }
        String path = reader.paths().remove();
        return soFar.await(new Effect.ReadFile(path, FILE_BYTES_MAX), (outcome, now) -> next(reader,
                read(reader, path, outcome, now)));
    }

    private static Decision read(Reader reader, String path, Outcome outcome, Mux mux) {
        var call = reader.call();
        return switch (outcome) {
            case Outcome.Read(var bytes) -> run(reader, path, new String(bytes, StandardCharsets.UTF_8), mux);
            case Outcome.Failed(var reason) when call.has('q') && reason.startsWith("No such file") -> Decision.NOTHING;
            case Outcome.Failed(var reason) -> Decision.of(new Effect.Complain(reason + ": " + path));
            case Outcome.Done done -> Decision.NOTHING;
            case Outcome.Finished finished -> Decision.NOTHING;
            case Outcome.Typed _,Outcome.Reported _ -> Decision.NOTHING;
            case Outcome.Answered answered -> Decision.NOTHING;
        };
    }

    private static Decision run(Reader reader, String path, String text, Mux mux) {
        var call = reader.call();
        var reading = new CommandLines(mux, call.scene()).file(path, text);
        var decision = Decision.NOTHING;
        if (call.has('v')) {
            decision = Decision.print(reading.lines().stream().map(line -> line.source() + ": " + written(line))
                    .toList());
        }
        return decision.and(call.has('n')
                ? new CommandLines.Reading(List.of(), List.of(), reading.mistakes()).run(Optional.empty())
                : reading.run(reader.target()));
    }

    private static String written(CommandLines.Line line) {
        return String.join(" ; ", line.commands().stream().map(command -> String.join(" ", command.stream().map(
                Words::quote).toList())).toList());
    }
}
