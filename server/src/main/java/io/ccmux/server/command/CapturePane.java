package io.ccmux.server.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.render.CaptureText;

/** Prints what a pane shows and showed, or puts it into a paste buffer. */
final class CapturePane implements Command {
    @Override
    public Spec spec() {
        return new Spec("capture-pane", "capturep",
                "[-aCeFHJLMNpPqT] [-b buffer-name] [-E end-line] [-S start-line] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        var text = call.has('P') ? pending(call, place.pane()) : content(call, place);
        if (!call.has('p')) {
            return Decision.of(BufferFills.of(call, mux, text));
        }
        boolean ended = text.length > 0 && text[text.length - 1] == '\n';
        var line = ended ? text : with(text, '\n');
        return call.scene().attached().isPresent()
                ? Decision.of(new Effect.Print(new String(line, StandardCharsets.UTF_8)))
                : Decision.of(new Effect.PrintBytes(line));
    }

    private static byte[] with(byte[] text, char end) {
        var longer = Arrays.copyOf(text, text.length + 1);
        longer[text.length] = (byte) end;
        return longer;
    }

    /** What the program has begun to send and not ended. */
    private static byte[] pending(Call call, Pane pane) {
        var bytes = pane.terminal().pendingInput();
        if (!call.has('C')) {
            return bytes;
        }
        var out = new ByteArrayOutputStream();
        for (byte one : bytes) {
            if (one >= ' ' && one != '\\') {
                out.write(one);
            } else {
                out.writeBytes("\\%03o".formatted(one & 0xff).getBytes(StandardCharsets.US_ASCII));
            }
        }
        return out.toByteArray();
    }

    private static byte[] content(Call call, Targets.Place place) throws CommandException {
        var pane = place.pane();
        var terminal = pane.terminal();
        boolean saved = call.has('a');
        if (saved && !terminal.alternate()) {
            if (call.has('q')) {
                return new byte[0];
            }
            throw new CommandException("no alternate screen");
        }
        boolean mode = call.has('M') && !call.scene().modes().mode(pane.id()).isEmpty();
        var shown = mode ? call.scene().modes().lines(pane.id()) : List.<String>of();
        int above = saved || mode ? 0 : terminal.history().rows();
        int rows = mode ? shown.size() : terminal.rows();
        var span = span(call, call.expand().at(place), above, rows);
        if (mode) {
            return String.join("\n", shown.subList(span.first(), span.last() + 1)).getBytes(StandardCharsets.UTF_8);
        }
        var options = new CaptureText.Options(call.has('e'), call.has('C'), call.has('J'), call.has('N'),
                call.has('T'));
        if (call.has('F') || call.has('H') || call.has('L')) {
            return new AnnotatedCapture(terminal, saved, options).print(call, span.first(), span.last());
        }
        return saved
                ? CaptureText.print(terminal.mainScreen(), span.first(), span.last(), options)
                : CaptureText.print(terminal.history(), terminal.screen(), span.first(), span.last(), options);
    }

    /** Rows from the first to the last, counted from the oldest one. */
    private record Span(int first, int last) {}

    private static Span span(Call call, Expand expand, int above, int rows) {
        int bottom = Math.max(0, above + rows - 1);
        int first = row(call.value('S').map(expand::text).orElse(""), above, bottom, 0, above);
        int last = row(call.value('E').map(expand::text).orElse(""), above, bottom, bottom, bottom);
        return new Span(Math.min(first, last), Math.max(first, last));
    }

    /** @param end the row that - means, {@code none} the one for what is no number */
    private static int row(String text, int above, int bottom, int end, int none) {
        if (text.equals("-")) {
            return end;
        }
        try {
            return Math.clamp(above + Long.parseLong(text), 0, bottom);
        } catch (NumberFormatException noNumber) {
            return none;
        }
    }
}
