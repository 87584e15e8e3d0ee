package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;

/**
 * What a user types and reads, compared with what the commands say.
 *
 * <pre>
 *   $ show-options -g nosuch
 *   invalid option: nosuch
 *   [rc=1]
 * </pre>
 *
 * <p>Lines that begin with {@code $} are run; those after them are what must be printed, an exit status other than 0
 * in brackets.
 */
final class Transcript {
    private final Bench bench;

    Transcript(Bench bench) {
        this.bench = bench;
    }

    void check(String script) throws CommandException {
        var shown = new StringBuilder();
        for (String line : script.lines().toList()) {
            if (line.startsWith("$ ")) {
                shown.append(line).append('\n').append(run(line.substring(2)));
            }
        }
        assertEquals(script, shown.toString());
    }

    private String run(String line) throws CommandException {
        try {
            var out = new StringBuilder();
            var words = Words.parse(line, Surroundings.NONE).commands().getFirst().arguments().stream()
                    .map(argument -> argument.text()).toList();
            int status = 0;
            try {
                for (var lines : new CommandLines(bench.mux, bench.scene()).words(words)) {
                    for (var command : lines.commands()) {
                        var result = bench.run(command);
                        out.append(result.shown());
                        status = result.status();
                    }
                }
            } catch (CommandException wrong) {
                out.append(wrong.getMessage()).append('\n');
                status = 1;
            }
            return status == 0 ? out.toString() : out + "[rc=" + status + "]\n";
        } catch (WordsException unreadable) {
            throw new IllegalArgumentException(line, unreadable);
        }
    }
}
