package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Commands print and complain as tmux 3.7c did in a recorded conversation.
 *
 * <pre>
 *  $ command            as in a file of commands
 *  what it prints       &lt;n&gt; stands for any number
 *  [rc=0]
 * </pre>
 *
 * <p>Left out is display-popup, which is not there yet, and changed what ccmux does otherwise on purpose: a pane has
 * one mode, not a stack of them.
 */
class TranscriptTest {

    /** One command and what it answered. */
    private record Exchange(String command, String answer) {}

    private static List<Exchange> read(String name) throws IOException {
        try (InputStream in = TranscriptTest.class.getResourceAsStream(name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            var exchanges = new ArrayList<Exchange>();
            for (String part : text.split("(?m)^\\$ ")) {
                int end = part.indexOf('\n');
                if (end > 0) {
                    exchanges.add(new Exchange(part.substring(0, end), part.substring(end + 1).stripTrailing()));
                }
            }
            return exchanges;
        }
    }

    /** Runs a whole conversation; reports every command that answered otherwise. */
    private static void replay(Bench bench, String name) throws IOException {
        var wrong = new ArrayList<Executable>();
        for (var exchange : read(name)) {
            var result = bench.line(exchange.command());
            String answer = result.shown() + "[rc=" + result.status() + "]";
            if (!pattern(exchange.answer()).matcher(answer).matches()) {
                wrong.add(() -> assertEquals(exchange.answer(), answer, exchange.command()));
            }
        }
        assertAll(name, wrong);
    }

    private static Pattern pattern(String answer) {
        return Pattern.compile(Pattern.quote(answer).replace("<n>", "\\E[0-9]+\\Q"), Pattern.DOTALL);
    }

    private static Bench bench() {
        var bench = new Bench();
        bench.must("set-option", "-g", "history-limit", "2000");
        return bench;
    }

    @Test
    void answersAsInTheFirstConversation() throws IOException {
        replay(bench(), "messages-3.7c.txt");
    }

    @Test
    void answersAsInTheSecondConversation() throws IOException {
        var bench = bench();
        bench.must("new-session", "-d", "-s", "a", "sh");
        bench.must("new-session", "-d", "-s", "z", "sh");
        bench.world = effect -> switch (effect) {
            case Effect.Shell(var command, var directory, var variables, var input, var errors) ->
                command.startsWith("exit ")
                        ? new Outcome.Finished(Integer.parseInt(command.substring(5)), new byte[0])
                        : new Outcome.Finished(command.equals("false") ? 1 : 0,
                                command.replaceFirst("^(echo|false) ?", "").concat("\n")
                                        .getBytes(StandardCharsets.UTF_8));
            case Effect.ReadFile(var path, var limit) -> new Outcome.Failed("No such file or directory");
            default -> new Outcome.Done();
        };
        replay(bench, "messages2-3.7c.txt");
    }

    /** Windows and panes after random commands, recorded from tmux 3.3a where that does as 3.7c does. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void arrangesWindowsAndPanesAsInRandomConversations(int number) throws IOException {
        replay(new Bench(), "random-3.3a-" + number + ".txt");
    }
}
