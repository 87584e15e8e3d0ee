package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A test of the terminal that anyone can read: what is fed, and what must show then.
 *
 * <pre>
 *  # a comment
 *  size 20x4              a new terminal; with 1000 lines of history; what the user may want may follow:
 *                         ambiguous-wide, clear-discards, reset-forgets, tells-checksums, passes-images
 *  feed "a\e[1mb\r\n"     \e \a \b \t \n \r \\ \" and \xHH, \U{HEX}
 *  repeat 20 "x"
 *  resize 10x4            run "--"     expire 2000000     adopt     reset     clear-history
 *  screen                 all rows follow, each after a bar; rows that are missing are blank
 *  |ab
 *  history                all rows of history, likewise
 *  |...
 *  cursor 3,0             column and row from 0, then "pending" if a wrap is
 *  style 0,0 bold fg=1 bg=#102030 under=3 colour=5 link=http://a/ id=x
 *  wrapped 0 | unwrapped 0
 *  reply "\e[0n"          all replies since the last such line; "" for none
 *  title "x"    directory "/"    pending "\e["    alternate | main
 *  mode cursorVisible=false mouse=SGR ...         components of {@link Modes}
 *  notice Bell            one like this since the last feed; its text starts so
 *  quiet                  no notice since the last feed
 *  prompt 0 | output 0    the row is marked so
 * </pre>
 */
final class VtScript {
    private static final Set<String> WISHES = Set.of("ambiguous-wide", "clear-discards", "reset-forgets",
            "tells-checksums", "passes-images");

    private final String name;
    private final List<String> lines;
    private int at;
    private Terminal terminal = terminal("80x24");
    private final ByteArrayOutputStream replies = new ByteArrayOutputStream();
    private List<TerminalNotice> notices = new ArrayList<>();

    VtScript(String name, List<String> lines) {
        this.name = name;
        this.lines = lines;
    }

    /** A size, and the settings that are not the usual ones. */
    private static Terminal terminal(String description) {
        List<String> words = List.of(description.split(" "));
        String[] size = words.getFirst().split("x");
        List<String> wishes = words.subList(1, words.size());
        assertEquals(List.of(), wishes.stream().filter(wish -> !WISHES.contains(wish)).toList());
        return new Terminal(number(size[0]), number(size[1]),
                new TerminalSettings(1000, TerminalSettings.HISTORY_BYTES_MAX, wishes.contains("ambiguous-wide"),
                        wishes.contains("reset-forgets"), BlockCompressor.NONE,
                        TerminalOptions.STANDARD.withScrollOnClear(!wishes.contains("clear-discards"))
                                .withChecksums(wishes.contains("tells-checksums"))
                                .withImages(wishes.contains("passes-images"))));
    }

    void run() {
        while (at < lines.size()) {
            String line = lines.get(at++).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                int space = line.indexOf(' ');
                String word = space < 0 ? line : line.substring(0, space);
                step(word, space < 0 ? "" : line.substring(space + 1).strip());
                assertEquals(0, terminal.mistakes(), where());
            }
        }
    }

    private String where() {
        return name + ":" + at;
    }

    private void step(String word, String rest) {
        switch (word) {
            case "size" -> terminal = terminal(rest);
            case "feed" -> feed(bytes(rest));
            case "repeat" -> {
                for (int i = number(rest.split(" ")[0]); i > 0; i--) {
                    feed(bytes(rest.substring(rest.indexOf(' ') + 1)));
                }
            }
            case "resize" -> {
                terminal.resize(number(rest.split("x")[0]), number(rest.split("x")[1]));
                drain();
            }
            case "run" -> terminal.beginRun(text(rest));
            case "expire" -> terminal.expire(number(rest));
            case "adopt" -> terminal.adopt();
            case "reset" -> terminal.reset();
            case "clear-history" -> terminal.clearHistory();
            default -> expect(word, rest);
        }
    }

    private void feed(byte[] bytes) {
        notices.clear();
        terminal.feed(bytes, 0, bytes.length, 0);
        drain();
    }

    private void drain() {
        for (TerminalNotice notice : terminal.takeNotices()) {
            notices.add(notice);
            if (notice instanceof TerminalNotice.Reply(byte[] reply)) {
                replies.writeBytes(reply);
            }
        }
    }

    private void expect(String word, String rest) {
        switch (word) {
            case "screen" -> assertEquals(rows(), trimmed(screen()), where());
            case "history" -> assertEquals(rows(), history(), where());
            case "cursor" -> assertEquals(rest, cursor(), where());
            case "style" -> assertEquals(rest, style(rest.split(" ")[0]), where());
            case "wrapped" -> assertEquals(true, terminal.screen().row(number(rest)).wrapped(), where());
            case "unwrapped" -> assertEquals(false, terminal.screen().row(number(rest)).wrapped(), where());
            case "reply" -> {
                assertEquals(visible(bytes(rest)), visible(replies.toByteArray()), where());
                replies.reset();
            }
            case "title" -> assertEquals(text(rest), terminal.title(), where());
            case "directory" -> assertEquals(text(rest), terminal.directory(), where());
            case "pending" -> assertEquals(visible(bytes(rest)), visible(terminal.pendingInput()), where());
            case "alternate" -> assertEquals(true, terminal.alternate(), where());
            case "main" -> assertEquals(false, terminal.alternate(), where());
            case "mode" -> {
                for (String mode : rest.split(" ")) {
                    assertEquals(mode, found(terminal.modes().toString(), mode), where());
                }
            }
            case "notice" -> assertEquals(rest, notice(rest), where());
            case "quiet" -> assertEquals(List.of(), notices, where());
            case "prompt" -> assertEquals(true, terminal.screen().row(number(rest)).promptStart(), where());
            case "output" -> assertEquals(true, terminal.screen().row(number(rest)).outputStart(), where());
            default -> throw new IllegalArgumentException(where() + ": what is " + word + "?");
        }
    }

    private static String found(String record, String component) {
        return (record.replace(']', ',') + ",").contains(component + ",") ? component : record;
    }

    private String notice(String start) {
        Optional<String> like = notices.stream().map(Object::toString).filter(text -> text.startsWith(start)).findAny();
        return like.isPresent() ? start : notices.toString();
    }

    private String cursor() {
        String pending = Terminals.pendingWrap(terminal) ? " pending" : "";
        return terminal.cursorX() + "," + terminal.cursorY() + pending;
    }

    private String style(String place) {
        int x = number(place.split(",")[0]);
        Style style = terminal.screen().row(number(place.split(",")[1])).style(x);
        return (place + " " + Terminals.words(style)).strip();
    }

    private List<String> rows() {
        List<String> rows = new ArrayList<>();
        while (at < lines.size() && lines.get(at).startsWith("|")) {
            rows.add(lines.get(at++).substring(1).stripTrailing());
        }
        return trimmed(rows);
    }

    private List<String> screen() {
        List<String> rows = new ArrayList<>();
        for (int y = 0; y < terminal.rows(); y++) {
            rows.add(Terminals.text(terminal.screen().row(y)));
        }
        return rows;
    }

    private List<String> history() {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < terminal.history().rows(); i++) {
            rows.add(Terminals.text(terminal.history().row(i)));
        }
        return rows;
    }

    private static List<String> trimmed(List<String> rows) {
        int end = rows.size();
        while (end > 0 && rows.get(end - 1).isEmpty()) {
            end--;
        }
        return rows.subList(0, end);
    }

    private static int number(String text) {
        return Integer.parseInt(text.strip());
    }

    private static String text(String quoted) {
        return new String(bytes(quoted), UTF_8);
    }

    private static String visible(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte b : bytes) {
            text.append(b >= 0x20 && b < 0x7F ? Character.toString(b) : "\\x" + HexFormat.of().toHexDigits(b));
        }
        return text.toString();
    }

    /** What stands between quotes, with its escapes. */
    private static byte[] bytes(String quoted) {
        String text = quoted.strip();
        if (!text.startsWith("\"") || !text.endsWith("\"") || text.length() < 2) {
            throw new IllegalArgumentException("no quoted text: " + quoted);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < text.length() - 1;) {
            int codePoint = text.codePointAt(i);
            if (codePoint == '\\') {
                i = escape(text, i + 1, bytes);
            } else {
                bytes.writeBytes(Character.toString(codePoint).getBytes(UTF_8));
                i += Character.charCount(codePoint);
            }
        }
        return bytes.toByteArray();
    }

    private static int escape(String text, int at, ByteArrayOutputStream bytes) {
        int simple = "eabtnr\\\"".indexOf(text.charAt(at));
        if (simple >= 0) {
            bytes.write("\033\007\b\t\n\r\\\"".charAt(simple));
            return at + 1;
        }
        if (text.charAt(at) == 'x') {
            bytes.write(Integer.parseInt(text.substring(at + 1, at + 3), 16));
            return at + 3;
        }
        int end = text.indexOf('}', at);
        int codePoint = Integer.parseInt(text.substring(at + 2, end), 16);
        bytes.writeBytes(Character.toString(codePoint).getBytes(UTF_8));
        return end + 1;
    }
}
