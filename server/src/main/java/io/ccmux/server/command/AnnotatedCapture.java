package io.ccmux.server.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

import io.ccmux.server.render.CaptureText;
import io.ccmux.server.terminal.Row;
import io.ccmux.server.terminal.Terminal;

/**
 * Rows with what is known of them besides their text: their number, counted as {@code -S} does; a letter each for a row
 * where a prompt starts (P), where output starts (O) and that has links (H); or only the links.
 */
final class AnnotatedCapture {
    private final Terminal terminal;
    private final boolean saved;
    private final CaptureText.Options options;

    /** @param saved whether the screen is the one behind the alternate one, which has no history above it */
    AnnotatedCapture(Terminal terminal, boolean saved, CaptureText.Options options) {
        this.terminal = terminal;
        this.saved = saved;
        this.options = options;
    }

    byte[] print(Call call, int first, int last) {
        var out = new ByteArrayOutputStream();
        int above = saved ? 0 : terminal.history().rows();
        for (int i = first; i <= last; i++) {
            var row = i < above
                    ? terminal.history().row(i)
                    : (saved ? terminal.mainScreen() : terminal.screen()).row(i - above);
            if (call.has('H')) {
                links(row).forEach(link -> add(out, link + "\n"));
                continue;
            }
            add(out, (call.has('L') ? i - above + " " : "") + (call.has('F') ? flags(row) + " " : ""));
            out.writeBytes(saved
                    ? CaptureText.print(terminal.mainScreen(), i, i, options)
                    : CaptureText.print(terminal.history(), terminal.screen(), i, i, options));
        }
        return out.toByteArray();
    }

    private static void add(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String flags(Row row) {
        String flags = (row.outputStart() ? "O" : "") + (row.promptStart() ? "P" : "")
                + (links(row).isEmpty() ? "" : "H");
        return flags.isEmpty() ? "-" : flags;
    }

    private static Set<String> links(Row row) {
        var links = new LinkedHashSet<String>();
        for (int x = 0; x < row.used(); x++) {
            var link = row.style(x).link();
            if (!link.none()) {
                links.add(link.uri());
            }
        }
        return links;
    }
}
