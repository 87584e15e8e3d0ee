package io.ccmux.server.command;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.PaneId;

/** Panes without a program: what they show is what commands read from their standard input. */
final class EmptyPanes {
    /** What stands where the program would; it neither reads nor prints. */
    static final List<String> ARGUMENTS = List.of("/bin/sh", "-c", "exec sleep 2147483647");
    private static final int INPUT_BYTES_MAX = 16 << 20;
    private static final int PIECE_BYTES = 64 << 10;

    private EmptyPanes() {}

    /** Whether a call that makes a pane wants an empty one: {@code -I}, or an empty word for a command. */
    static boolean wantedBy(Call call) {
        return call.has('I') || call.words().equals(List.of(""));
    }

    /** The events by which keys do not reach the pane, if it is an empty one. */
    static List<Event> silence(Call call, PaneId pane) {
        return wantedBy(call) ? List.of(new PaneEvent.InputEnabled(pane, false)) : List.of();
    }

    static boolean is(Pane pane) {
        return pane.launch().arguments().equals(ARGUMENTS);
    }

    /** With {@code -I} the pane shows the caller's standard input after that. */
    static Decision filled(Call call, Decision before, PaneId pane) {
        return call.has('I')
                ? before.await(new Effect.ReadFile("-", INPUT_BYTES_MAX), (outcome, mux) -> switch (outcome) {
                    case Outcome.Read(byte[] bytes) ->
                        mux.find(pane).isPresent() ? Decision.of(output(pane, bytes)) : Decision.NOTHING;
                    case Outcome.Failed(String reason) -> throw new CommandException(reason);
                    case Outcome.Done _,Outcome.Finished _,Outcome.Typed _,Outcome.Answered _,Outcome.Reported _ ->
                        Decision.NOTHING;
                })
                : before;
    }

    /** Lines begin at the left, as in a terminal that a program writes to. */
    private static List<Event> output(PaneId pane, byte[] bytes) {
        var lines = new ByteArrayOutputStream(bytes.length + bytes.length / 16);
        int before = 0;
        for (byte b : bytes) {
            if (b == '\n' && before != '\r') {
                lines.write('\r');
            }
            lines.write(b);
            before = b;
        }
        byte[] all = lines.toByteArray();
        var events = new ArrayList<Event>();
        for (int from = 0; from < all.length; from += PIECE_BYTES) {
            events.add(new PaneEvent.Output(pane, Arrays.copyOfRange(all, from,
                    Math.min(all.length, from + PIECE_BYTES))));
        }
        return events;
    }
}
