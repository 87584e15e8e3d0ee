package io.ccmux.server.mode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.ccmux.server.command.BufferFills;
import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;

/** What becomes of a text that was selected: a paste buffer, the clipboard, the input of a command. */
final class CopyTexts {
    /** Where it goes. */
    enum Deal {
        COPY, APPEND, PIPE, COPY_AND_PIPE
    }

    private CopyTexts() {}

    /** What is selected, or the match of the search that the cursor is in. */
    static ModeResult selected(CopyCall call, Deal deal) {
        var mode = call.mode();
        String text = call.cursor().selection.map(selected -> selected.text(mode.view, call.vi()))
                .or(() -> mode.searches.current(mode)
                        .map(match -> match.line().text().substring(match.start(), match.end())))
                .orElse("");
        return text.isEmpty() ? ModeResult.REDRAW : deal(call, deal, text);
    }

    /** From the cursor, or the start of its line, to the end of as many lines as were asked for. The cursor stays. */
    static ModeResult lines(CopyCall call, Deal deal, boolean whole) {
        var cursor = call.cursor();
        int top = cursor.top;
        int x = cursor.x;
        int y = cursor.y;
        cursor.clearSelection();
        if (whole) {
            CopyMotions.read(call, reader -> reader.startOfLine(true));
        }
        cursor.startSelection();
        for (int i = 1; i < call.count(); i++) {
            cursor.down(false);
        }
        CopyMotions.endOfLine(call);
        var result = selected(call, deal);
        cursor.clearSelection();
        cursor.scrollTo(top);
        cursor.at(x, y);
        return result;
    }

    private static ModeResult deal(CopyCall call, Deal deal, String text) {
        var mux = call.scene().world().mux();
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        var effects = new ArrayList<Effect>();
        if (deal == Deal.PIPE || deal == Deal.COPY_AND_PIPE) {
            pipe(call, mux, bytes, effects);
        }
        if (deal == Deal.PIPE) {
            return ModeResult.of(List.of(), effects);
        }
        boolean clipboard = !call.has('C') && !mux.serverOptions().choice("set-clipboard").equals("off");
        if (clipboard) {
            effects.add(new Effect.Clipboard(bytes));
        }
        long now = call.scene().micros();
        List<Event> events = call.has('P')
                ? List.of()
                : deal == Deal.APPEND
                        ? appended(mux, bytes, now)
                        : BufferFills.automatic(mux, prefix(call, deal), bytes, now);
        return ModeResult.of(events, effects);
    }

    /** What the name of the buffer begins with: the last argument of those that commands of copy mode take. */
    private static String prefix(CopyCall call, Deal deal) {
        return call.word(deal == Deal.COPY_AND_PIPE ? 2 : 1);
    }

    private static List<Event> appended(Mux mux, byte[] bytes, long now) {
        var top = mux.buffers().top();
        if (top.isEmpty()) {
            return BufferFills.automatic(mux, bytes, now);
        }
        byte[] before = top.get().bytes();
        byte[] both = Arrays.copyOf(before, before.length + bytes.length);
        System.arraycopy(bytes, 0, both, before.length, bytes.length);
        return Buffers.filling(top.get().name(), both, true, now);
    }

    /** To the command that the call names, else to that of the option {@code copy-command}, if any. */
    private static void pipe(CopyCall call, Mux mux, byte[] bytes, List<Effect> effects) {
        String command = call.word(1).isEmpty() ? mux.serverOptions().string("copy-command") : call.word(1);
        if (!command.isEmpty()) {
            var shell = new Effect.Shell(call.mode().expanded(command, call.scene()), "/", Map.of(), bytes,
                    false);
            effects.add(new Effect.Background(shell, (outcome, now) -> Decision.NOTHING));
        }
    }
}
