package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import io.ccmux.config.Argument;
import io.ccmux.config.Surroundings;
import io.ccmux.config.Words;
import io.ccmux.config.WordsException;

/**
 * A script gets the answers that tmux 3.7c gave in a recorded conversation: what is printed, where, and the exit
 * status. The conversation is the one that the server's own tests play without a server; here every command is a
 * process.
 */
class TranscriptIT {
    private static final Path CONVERSATION = Path
            .of("../server/src/test/resources/io/ccmux/server/command/messages-3.7c.txt");

    @TempDir
    private Path directory;
    private Ccmux ccmux;

    @AfterEach
    void end() {
        ccmux.close();
    }

    @Test
    void answersAsInTheRecordedConversation() throws IOException {
        ccmux = new Ccmux(directory);
        Files.createDirectories(ccmux.home());
        Files.writeString(ccmux.home().resolve("ccmux.conf"), "options { history-limit = 2000 }\n");
        var wrong = new ArrayList<Executable>();
        for (String exchange : Files.readString(CONVERSATION).split("(?m)^\\$ ")) {
            int end = exchange.indexOf('\n');
            if (end > 0) {
                String command = exchange.substring(0, end);
                String expected = exchange.substring(end + 1).stripTrailing();
                String answer = ccmux.run(words(command)).shown();
                if (!pattern(expected).matcher(answer).matches()) {
                    wrong.add(() -> assertEquals(expected, answer, command));
                }
            }
        }
        assertAll(wrong);
    }

    private static String[] words(String line) {
        try {
            return Words.parse(line, Surroundings.NONE).commands().getFirst().arguments().stream().map(Argument::text)
                    .toArray(String[]::new);
        } catch (WordsException unreadable) {
            throw new AssertionError(line, unreadable);
        }
    }

    /** What is another one in every run may be anything of its kind: times, process ids, sizes in bytes, paths. */
    private Pattern pattern(String answer) {
        String exact = Pattern.quote(answer.replace("/run/ccmux/default", ccmux.socket().toString()));
        return Pattern.compile(exact.replace("<n>", "\\E[0-9]+\\Q").replace(" 5767 ", " \\E[0-9]+\\Q ")
                .replace("3.7c", "\\E[0-9.]+c?\\Q")
                .replaceAll("Fri Nov 20 \\d\\d:\\d\\d:\\d\\d 2026",
                        "\\\\E\\\\w{3} \\\\w{3} [ \\\\d]\\\\d [\\\\d:]{8} \\\\d{4}\\\\Q"),
                Pattern.DOTALL);
    }
}
