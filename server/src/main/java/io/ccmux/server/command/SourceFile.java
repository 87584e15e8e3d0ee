package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ccmux.config.Words;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/** Runs the command lines in files. */
final class SourceFile implements Command {
    private static final int FILE_BYTES_MAX = 16 * 1024 * 1024;
    private static final Pattern WILD = Pattern.compile("[*?\\[]");

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
        return next(new Reader(call, target, new ArrayDeque<>(), paths), Decision.NOTHING);
    }

    /** A call and what it has still to read: files, and after them paths that may be patterns. */
    private record Reader(Call call, Optional<PaneId> target, Deque<String> files, Deque<String> paths) {}

    private static Decision next(Reader reader, Decision soFar) {
        if (reader.files().isEmpty() && reader.paths().isEmpty()) {
            return soFar;
        }
        String path = reader.files().isEmpty() ? reader.paths().remove() : "";
        if (WILD.matcher(path).find()) {
            return soFar.await(new Effect.FindFiles(path), (outcome, now) -> found(reader, path, outcome));
        }
        String file = path.isEmpty() ? reader.files().remove() : path;
        return soFar.await(new Effect.ReadFile(file, FILE_BYTES_MAX), (outcome, now) -> next(reader,
                read(reader, file, outcome, now)));
    }

    /** The files that a pattern means are read in its place. */
    private static Decision found(Reader reader, String pattern, Outcome outcome) {
        String paths = outcome instanceof Outcome.Read(var bytes) ? new String(bytes, StandardCharsets.UTF_8) : "";
        if (paths.isEmpty()) {
            return next(reader, reader.call().has('q')
                    ? Decision.NOTHING
                    : Decision.of(new Effect.Complain("No such file or directory: " + pattern)));
        }
        reader.files().addAll(List.of(paths.split("\0")));
        return next(reader, Decision.NOTHING);
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
        boolean views = call.scene().attached().filter(client -> !client.controlMode()).isPresent();
        if (views) {
            // a line over the status line would be gone before anybody has read it
            decision = decision.and(Decision.print(reading.mistakes()));
        }
        var mistakes = views ? List.<String>of() : reading.mistakes();
        return decision.and(call.has('n')
                ? new CommandLines.Reading(List.of(), List.of(), mistakes).run(Optional.empty())
                : new CommandLines.Reading(reading.lines(), reading.assignments(), mistakes).run(reader.target()));
    }

    /** As tmux shows commands: by their full names. */
    private static String written(CommandLines.Line line) {
        return line.commands().stream().map(words -> Stream.concat(CommandTable.fullName(words).stream(),
                words.stream().skip(1).map(Words::quote)).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" ; "));
    }
}
