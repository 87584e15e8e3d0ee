package io.ccmux.server.render;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;

import io.ccmux.config.Colours;
import io.ccmux.config.Options;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.format.Warning;
import io.ccmux.server.terminal.Clusters;
import io.ccmux.server.terminal.Style;

/** The lines at the top or bottom of a client: what {@code status-format} says, or a message or prompt over one. */
final class StatusLine {
    /** Most lines a status line can have. */
    private static final int LINES_MAX = 5;

    private static final Style WARNING = StyleParser.style("bg=red,fg=white,bold", Style.PLAIN);

    private final Formats formats;

    StatusLine(Formats formats) {
        this.formats = formats;
    }

    /** How many lines a session's status line takes: 0 if it is off. */
    static int lines(Options session) {
        String status = session.string("status");
        return switch (status) {
            case "off" -> 0;
            case "2", "3", "4", "5" -> Math.min(LINES_MAX, Integer.parseInt(status));
            default -> 1;
        };
    }

    static boolean atTop(Options session) {
        return session.string("status-position").equals("top");
    }

    /** Draws the lines from row {@code y} on; returns what the mouse finds in each. */
    List<List<Range>> draw(Canvas canvas, int y, int lines, Subject subject) {
        Options options = options(subject);
        Style style = style(options, subject);
        SortedMap<Integer, String> texts = options.array("status-format");
        List<List<Range>> ranges = new ArrayList<>(lines);
        for (int line = 0; line < lines; line++) {
            canvas.fill(0, y + line, canvas.columns(), 1, style);
            String text = formats.expandTime(texts.getOrDefault(line, ""), subject);
            ranges.add(StyledText.draw(canvas, 0, y + line, columns(canvas, subject), text, style));
        }
        return ranges;
    }

    /** The columns that a warning leaves to the rest of its row. */
    private static int columns(Canvas canvas, Subject subject) {
        int taken = subject.world().warning().map(warning -> Clusters.columns(warning.shown())).orElse(0);
        return Math.max(0, canvas.columns() - taken);
    }

    /** Draws at the end of row {@code y} what everybody has to know. */
    void warning(Canvas canvas, int y, Warning warning) {
        int columns = Clusters.columns(warning.shown());
        canvas.text(Math.max(0, canvas.columns() - columns), y, warning.shown(), WARNING);
    }

    private static Options options(Subject subject) {
        return subject.session().map(session -> session.options()).orElse(subject.world().mux().sessionOptions());
    }

    private Style style(Options options, Subject subject) {
        Style style = StyleParser.style(formats.expand(options.string("status-style"), subject), Style.PLAIN);
        return new Style(colour(options, "status-fg", style.foreground()),
                colour(options, "status-bg", style.background()), style.underlineColour(), style.attributes(),
                style.link());
    }

    private static int colour(Options options, String name, int otherwise) {
        OptionalInt colour = Colours.parse(options.string(name));
        return colour.isPresent() && colour.getAsInt() >= 0 ? colour.getAsInt() : otherwise;
    }

    /** Draws a message over row {@code y}. */
    void message(Canvas canvas, int y, String message, Subject subject) {
        messageStyle(canvas, y, "message-style", subject);
        String text = formats.expandTime(options(subject).string("message-format"),
                subject.with(Map.of("message", message, "command_prompt", "0")));
        StyledText.draw(canvas, 0, y, columns(canvas, subject), text, canvas.style(0, y));
    }

    /** Draws a prompt over row {@code y} and shows the cursor in it. */
    void prompt(Canvas canvas, int y, PromptLine prompt, Subject subject) {
        String kind = prompt.commandMode() ? "message-command-style" : "message-style";
        messageStyle(canvas, y, kind, subject);
        String text = formats.expandTime(options(subject).string("message-format"),
                subject.with(Map.of("message", prompt.question(), "command_prompt",
                        prompt.commandMode() ? "1" : "0")));
        int columns = columns(canvas, subject);
        StyledText.draw(canvas, 0, y, columns, text, canvas.style(0, y));
        int start = Math.min(StyledText.width(text), columns);
        int room = columns - start;
        if (room <= 0) {
            return;
        }
        Style style = canvas.style(0, y);
        int before = Clusters.columns(prompt.input().substring(0, prompt.cursor()));
        int hidden = Math.max(0, before - room + 1);
        canvas.text(start, y, from(prompt.input(), hidden), style, columns);
        canvas.cursor(start + before - hidden, y, PanePainter.cursorStyle(options(subject).string(prompt.commandMode()
                ? "prompt-command-cursor-style"
                : "prompt-cursor-style")));
        canvas.cursorColour(PanePainter.cursorColour(options(subject).string("prompt-cursor-colour")));
    }

    private void messageStyle(Canvas canvas, int y, String option, Subject subject) {
        String words = formats.expand(options(subject).string(option), subject);
        Style style = StyleParser.style(words, Style.PLAIN);
        canvas.fill(0, y, canvas.columns(), 1, style);
    }

    /** The text without the cells that take its first columns. */
    private static String from(String text, int columns) {
        Clusters clusters = new Clusters(text);
        int left = columns;
        while (left > 0 && clusters.next()) {
            left -= clusters.width();
        }
        return text.substring(columns <= 0 ? 0 : clusters.end());
    }
}
