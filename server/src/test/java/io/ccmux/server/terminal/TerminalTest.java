package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalTest {
    @Test
    void swallowsAStringThatIsTooLong() {
        Terminal terminal = Terminals.of(20, 2);
        Terminals.feed(terminal, "\033]2;" + "x".repeat(TerminalOptions.STANDARD.stringBytesMax() + 1));
        Terminals.feed(terminal, "x".repeat(100_000) + "\007after");
        assertEquals("", terminal.title());
        assertEquals("after", Terminals.text(terminal.screen().row(0)));
    }

    @Test
    void swallowsImagesOfAnyLength() {
        Terminal terminal = Terminals.of(20, 2);
        Terminals.feed(terminal,
                "\033Pq" + "#0!6~".repeat(300_000) + "\033\\after\033_G" + "A".repeat(2_000_000) + "\033\\!");
        assertEquals("after!", Terminals.text(terminal.screen().row(0)));
        assertTrue(terminal.image().encode().getFirst().length < 10_000);
    }

    @Test
    void cutsATitleAtACharacter() {
        Terminal terminal = Terminals.of(20, 2);
        Terminals.feed(terminal, "\033]2;" + "日".repeat(1000) + "\007");
        assertEquals("日".repeat(Titles.BYTES_MAX / 3), terminal.title());
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        Terminal terminal = Terminals.of(20, 2);
        Terminals.feed(terminal, "\033]8;;http://" + "x".repeat(Link.URI_BYTES_MAX) + "\007a");
        assertEquals(Style.PLAIN, terminal.screen().row(0).style(0));
    }

    @Test
    void holdsThirtyTwoCodePointsInACell() {
        Terminal terminal = Terminals.of(20, 2);
        Terminals.feed(terminal, "e" + "\u0301".repeat(1000) + "x");
        assertEquals("e" + "\u0301".repeat(ClusterTable.CODE_POINTS_MAX - 1), terminal.screen().row(0).text(0));
        assertEquals("x", terminal.screen().row(0).text(1));
    }

    @Test
    void answersNoMoreThanIsAllowedBetweenTakings() {
        Terminal terminal = Terminals.of(20, 2);
        Terminals.feed(terminal, "\033[c".repeat(1000));
        assertTrue(replies(terminal).length <= Notices.REPLIES_BYTES_MAX);
        Terminals.feed(terminal, "\033[5n");
        assertArrayEquals("\033[0n".getBytes(US_ASCII), replies(terminal));
    }

    @Test
    void clampsHugeCounts() {
        Terminal terminal = Terminals.of(20, 4);
        Terminals.feed(terminal,
                "a\033[65535b\033[65535L\033[65535S\033[65535T\033[65535@\033[65535P\033[65535X\033[65535I\033[65535Z");
        Invariants.check(terminal, "huge counts");
    }

    @Test
    void keepsItsStylesFewHoweverManyAreUsed() {
        Terminal terminal = Terminals.of(80, 24);
        StringBuilder text = new StringBuilder();
        for (int colour = 0; colour < 200_000; colour++) {
            text.append("\033[38;2;").append(colour >> 16).append(';').append(colour >> 8 & 255).append(';')
                    .append(colour & 255).append("mx");
            if (text.length() > 8000) {
                Terminals.feed(terminal, text.append("\r\n").toString());
                text.setLength(0);
            }
        }
        Terminals.feed(terminal, text.toString());
        assertTrue(terminal.screen().row(0).looks().styles().size() < 20_000,
                terminal.screen().row(0).looks().styles().size() + " styles");
        assertEquals(Style.rgb(199_999 >> 16, 199_999 >> 8 & 255, 199_999 & 255),
                terminal.screen().row(terminal.cursorY()).style(terminal.cursorX() - 1).foreground());
    }

    @Test
    void givesARowANewVersionWhenItChanges() {
        Terminal terminal = Terminals.of(10, 3);
        long first = terminal.screen().version(0);
        long second = terminal.screen().version(1);
        Terminals.feed(terminal, "a");
        assertNotEquals(first, terminal.screen().version(0));
        assertEquals(second, terminal.screen().version(1));
        Terminals.feed(terminal, "\r\n\n\n");
        assertEquals(second, terminal.screen().version(0), "a row that scrolls is the same row");
    }

    @Test
    void forgetsAnUnfinishedSequenceWhenAdopted() {
        Terminal terminal = Terminals.of(10, 3);
        Terminals.feed(terminal, "\033[1m\033[3");
        assertArrayEquals("\033[3".getBytes(US_ASCII), terminal.pendingInput());
        terminal.adopt();
        Terminals.feed(terminal, "1mx");
        assertEquals("1mx", Terminals.text(terminal.screen().row(0)));
        assertTrue(terminal.screen().row(0).style(0).has(Style.BOLD));
    }

    @Test
    void decodesTheClipboard() {
        Terminal terminal = Terminals.of(10, 3);
        Terminals.feed(terminal, "\033]52;p;aGVsbG8=\007\033]52;c;%%%\007\033]52;zz;aGk=\007");
        List<TerminalNotice> notices = terminal.takeNotices();
        assertEquals(2, notices.size());
        TerminalNotice.Clipboard clipboard = (TerminalNotice.Clipboard) notices.getFirst();
        assertEquals("p", clipboard.selection());
        assertEquals("hello", new String(clipboard.bytes(), UTF_8));
        assertFalse(terminal.takeNotices().iterator().hasNext());
    }

    @Test
    void refusesAClipboardThatIsTooLong() {
        Terminal terminal = Terminals.of(10, 3);
        Terminals.feed(terminal, "\033]52;c;" + "QUJD".repeat((256 << 10) / 3 + 2) + "\007x");
        assertEquals(List.of(), terminal.takeNotices());
        assertEquals("x", Terminals.text(terminal.screen().row(0)));
    }

    @Test
    void goesOnAfterAMistakeAndCountsIt() {
        Terminal terminal = new Terminal(80, 3, TerminalSettings.standard(100_000, new FailingOnce()));
        String line = "x".repeat(200) + "\r\n";
        for (int i = 0; i < 10_000 && terminal.mistakes() == 0; i++) {
            Terminals.feed(terminal, line.repeat(20) + "\033[3");
        }
        long lines = terminal.history().lines();
        Terminals.feed(terminal, "\r\n1m" + line.repeat(2000) + "end");
        assertEquals(1, terminal.mistakes());
        assertEquals("end", Terminals.text(terminal.screen().row(2)));
        assertTrue(terminal.history().lines() >= lines + 1999, "lines are counted as they were");
        assertEquals(terminal.image(), Terminal.of(terminal.image(), TerminalSettings.standard(9, BlockCompressor.NONE))
                .image());
    }

    /** A compressor with a mistake that shows the first time it is used. */
    private static final class FailingOnce implements BlockCompressor {
        private boolean failed;

        @Override
        public byte[] compress(byte[] bytes) {
            if (!failed) {
                failed = true;
                throw new IllegalStateException("a mistake");
            }
            return bytes;
        }

        @Override
        public byte[] decompress(byte[] bytes, int length) {
            return bytes;
        }
    }

    @Test
    void answersForAColourOfTheClient() {
        byte[] answer = new TerminalNotice.ColourAsked(Palette.BACKGROUND, 0, true, false).answer(0x123456);
        assertEquals("\033]11;rgb:1212/3434/5656\007", new String(answer, US_ASCII));
    }

    @Test
    void passesOnWhatIsMeantForTheTerminalOutside() {
        Terminal terminal = Terminals.of(10, 3);
        Terminals.feed(terminal, "\033Ptmux;\033\033]0;x\007\033\033\\\033\\");
        TerminalNotice.Passthrough passed = (TerminalNotice.Passthrough) terminal.takeNotices().getFirst();
        assertEquals("\033]0;x\007\033\\", new String(passed.bytes(), US_ASCII));
    }

    private static byte[] replies(Terminal terminal) {
        ByteArrayOutputStream replies = new ByteArrayOutputStream();
        for (TerminalNotice notice : terminal.takeNotices()) {
            if (notice instanceof TerminalNotice.Reply(byte[] reply)) {
                replies.writeBytes(reply);
            }
        }
        return replies.toByteArray();
    }
}
