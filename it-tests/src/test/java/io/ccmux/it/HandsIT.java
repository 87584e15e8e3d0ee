package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What hands know: searching as one types, popups, floating panes, choosers, borders under the mouse. */
class HandsIT {
    @AutoClose
    private final Ccmux ccmux;

    HandsIT(@TempDir Path directory) {
        ccmux = new Ccmux(directory);
    }

    private static String mouse(int button, int column, int row, char kind) {
        return "\033[<" + button + ";" + (column + 1) + ";" + (row + 1) + kind;
    }

    @Test
    void searchesWhileTheUserTypes() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            user.type("seq 1000 1100; echo do''ne\r");
            user.awaitText("done");
            user.prefix("[");
            user.type("\022" + "1013");
            user.awaitText("(1 results)");
            user.type("\r");
            user.awaitText("1013");
            user.type("q");
        }
    }

    @Test
    void runsAProgramInAPopup() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            ccmux.must("bind-key", "-n", "F5", "display-popup", "-E", "-T", "a title", "read -r x; echo \"$x\" > said");
            user.type("\033[15~");
            user.awaitText("a title");
            user.type("spoken\r");
            user.awaitGone("a title");
            user.type("cat said\r");
            user.awaitText("spoken");
        }
        assertEquals("1", ccmux.ask("0", "#{window_panes}"));
    }

    @Test
    void keepsFloatingPanesOverACrash() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            user.prefix("*");
            user.awaitText("┌");
            user.type("echo flo''ating\r");
            user.awaitText("floating");
            String before = ccmux.ask("0", "#{window_layout}");
            assertTrue(before.contains("<40x11,20,6,1>"), before);
            ccmux.killServer();
            user.awaitText("restored");
            user.awaitText("floating");
            assertEquals(before, ccmux.ask("0", "#{window_layout}"));
        }
    }

    @Test
    void dragsBordersWithTheMouse() {
        try (var user = ccmux.terminal(81, 25)) {
            user.awaitStatus("0:sh*");
            ccmux.must("set-option", "-g", "mouse", "on");
            user.prefix("%");
            user.awaitText("│");
            user.type(mouse(0, 40, 5, 'M') + mouse(32, 41, 5, 'M') + mouse(32, 50, 6, 'M') + mouse(0, 50, 6, 'm'));
            user.await("the border elsewhere", now -> AttachedClient.lines(now).get(5).indexOf('│') == 50);
            assertEquals("50", ccmux.ask("0.0", "#{pane_width}"));
        }
    }

    @Test
    void findsAWindowInTheTree() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            ccmux.must("new-window", "-d", "-n", "other");
            ccmux.must("new-window", "-d", "-n", "wanted");
            user.prefix("w");
            user.awaitText("(sort: index)");
            user.type("\023" + "want\r");
            user.awaitText("2 (sort: index)");
            user.type("\r");
            user.awaitStatus("2:wanted*");
        }
    }

    @Test
    void keepsAnswersToPromptsInAFile() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            ccmux.must("set-option", "-g", "history-file", "~/history");
            user.prefix(":");
            user.type("rename-window first\r");
            user.awaitStatus("0:first*");
            user.prefix(":");
            user.type("rename-window second\r");
            user.awaitStatus("0:second*");
            ccmux.killServer();
            user.awaitText("restored");
            user.prefix(":");
            user.type("\033[A\033[A\r");
            user.awaitStatus("0:first*");
        }
    }

    @Test
    void selectsTheWindowThatIsClicked() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            ccmux.must("set-option", "-g", "mouse", "on");
            ccmux.must("new-window", "-n", "other");
            user.awaitStatus("1:other*");
            user.type(mouse(0, 5, 23, 'M') + mouse(0, 5, 23, 'm'));
            user.awaitStatus("0:sh*");
        }
    }

    @Test
    void tellsProgramsWhatTheMouseDoes() {
        try (var user = ccmux.terminal(80, 24)) {
            user.awaitStatus("0:sh*");
            user.type("printf '\\033[?1002h\\033[?1006hrea''dy'; cat -v\r");
            user.awaitText("ready");
            for (String option : new String[]{"off", "on"}) {
                ccmux.must("set-option", "-g", "mouse", option);
                user.type(mouse(0, 4, 4, 'M') + mouse(32, 6, 6, 'M') + mouse(0, 6, 6, 'm') + option + "\r");
                user.awaitText("^[[<0;5;5M^[[<32;7;7M^[[<0;7;7m" + option);
            }
        }
    }
}
