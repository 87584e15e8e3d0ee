package io.ccmux.client;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    @Test
    void startsAServerForNamesAliasesAndPrefixes() {
        for (String word : List.of("new-session", "new", "new-s", "attach-session", "attach", "a", "at",
                "start-server", "start", "start-s", "lsk", "list-k", "list-commands")) {
            assertTrue(Words.startServer(List.of(word)), word);
        }
        for (String word : List.of("new-window", "neww", "n", "new-", "ls", "list-sessions", "kill-server",
                "stop-server",
                "attach-sessions", "")) {
            assertFalse(Words.startServer(List.of(word)), word);
        }
        assertTrue(Words.startServer(List.of()));
    }

    @Test
    void looksAtEveryCommandOfASequence() {
        assertTrue(Words.startServer(List.of("set", "-g", "x", "y", ";", "new", "-d")));
        assertTrue(Words.startServer(List.of("ls;", "new")));
        assertFalse(Words.startServer(List.of("send-keys", "a\\;", "new")));
        assertFalse(Words.startServer(List.of("rename-window", "new")));
    }

    @Test
    void waitsForTheServersEndWhereThatIsAllThatWasAskedFor() {
        assertTrue(Words.endServer(List.of("stop-server")));
        assertTrue(Words.endServer(List.of("kill-server")));
        assertFalse(Words.endServer(List.of("stop-server", "-?")));
        assertFalse(Words.endServer(List.of("run-shell", "stop-server")));
    }

    @Test
    void asksForTheSizeOnlyWhereItMayBeAttached() {
        assertTrue(Words.mayAttach(List.of()));
        assertTrue(Words.mayAttach(List.of("a", "-t", "x")));
        assertFalse(Words.mayAttach(List.of("start-server")));
        assertFalse(Words.mayAttach(List.of("ls")));
    }
}
