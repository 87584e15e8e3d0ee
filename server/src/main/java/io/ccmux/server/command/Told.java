package io.ccmux.server.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ccmux.config.Json;

/**
 * What the server says of itself or of something it did: for people, and by name for {@code --json}.
 *
 * @param lines what people read; none if there is nothing worth a word
 * @param facts values as {@link Json} writes them
 */
public record Told(List<String> lines, Map<String, Object> facts) {
    /** With one more line, which is a fact of that name. */
    Told with(String line, String name, Object value) {
        var more = new LinkedHashMap<>(facts);
        more.put(name, value);
        return new Told(Stream.concat(lines.stream(), Stream.of(line)).toList(), more);
    }

    /** The end of a command that waited for the server to do something. */
    static Decision answer(Call call, Outcome outcome) throws CommandException {
        return switch (outcome) {
            case Outcome.Failed(String why) -> throw new CommandException(why);
            case Outcome.Reported(boolean well, var told) when well || call.json() -> told.print(call, well ? 0 : 1);
            case Outcome.Reported(boolean well, var told) -> throw new CommandException(
                    String.join("\n", told.lines));
            // @formatter:off
            case Outcome.Done _, Outcome.Finished _, Outcome.Read _, Outcome.Typed _, Outcome.Answered _ ->
                Decision.NOTHING;
            // @formatter:on
        };
    }

    private Decision print(Call call, int status) {
        var printed = call.json() ? Decision.print(Json.line(facts)) : Decision.print(lines);
        return status == 0 ? printed : printed.and(new Effect.Exit(status));
    }
}
