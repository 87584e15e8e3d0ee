package io.ccmux.server.render;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.Terminal;
import io.ccmux.server.terminal.TerminalSettings;

/** Rows as tmux's capture-pane prints them. */
class CaptureTextTest {
    private static final CaptureText.Options STYLES = new CaptureText.Options(true, false, false, false, false);

    private final Terminal terminal = new Terminal(20, 3, TerminalSettings.standard(100, BlockCompressor.NONE));

    private String capture(String output, CaptureText.Options options) {
        byte[] bytes = output.getBytes(UTF_8);
        terminal.feed(bytes, 0, bytes.length, 0);
        int last = terminal.history().rows() + terminal.rows() - 1;
        byte[] printed = CaptureText.print(terminal.history(), terminal.screen(), 0, last, options);
        return new String(printed, UTF_8).replace("\u001b", "^");
    }

    @Test
    void leavesTrailingSpacesOut() {
        assertEquals("a b\n\n界\n", capture("a b   \r\n\r\n界 ", CaptureText.Options.PLAIN));
    }

    @Test
    void joinsWrappedLinesWithTheirTrailingSpaces() {
        CaptureText.Options join = new CaptureText.Options(false, false, true, false, false);
        assertEquals("0123456789012345678901234  \nx\n", capture("0123456789012345678901234  \r\nx", join));
    }

    @Test
    void keepsTrailingSpacesIfAsked() {
        CaptureText.Options keep = new CaptureText.Options(false, false, false, true, false);
        assertEquals("ab" + " ".repeat(18) + "\n" + (" ".repeat(20) + "\n").repeat(2), capture("ab", keep));
    }

    @Test
    void startsWithTheHistory() {
        assertEquals("1\n2\n3\n4\n\n", capture("1\r\n2\r\n3\r\n4\r\n", CaptureText.Options.PLAIN));
    }

    @Test
    void writesStylesAsTheyChange() {
        assertEquals("a^[1m^[31mb^[0mc\n^[4:3m^[38;2;1;2;3md\n^[0m^[48;5;200me\n",
                capture("a\u001b[1;31mb\u001b[mc\r\n\u001b[4:3;38;2;1;2;3md\r\n\u001b[0;48;5;200me", STYLES));
    }

    @Test
    void showsErasedCellsThatHaveAColour() {
        assertEquals("x^[44m\n\n\n", capture("x\u001b[44m\u001b[K\u001b[m", STYLES));
    }

    @Test
    void writesLinks() {
        assertEquals("a^]8;id=x;http://y/^\\b^]8;;^\\c\n\n\n",
                capture("a\u001b]8;id=x;http://y/\u0007b\u001b]8;;\u0007c", STYLES));
    }

    @Test
    void writesEscapesInOctalIfAsked() {
        CaptureText.Options octal = new CaptureText.Options(true, true, false, false, false);
        assertEquals("\\033[31m\\\\x\n\n\n", capture("\u001b[31m\\x\u001b[m", octal));
    }

    @Test
    void printsLineDrawingAsItLooks() {
        assertEquals("┌─┐\n\n\n", capture("\u001b(0lqk\u001b(B", CaptureText.Options.PLAIN));
    }
}
