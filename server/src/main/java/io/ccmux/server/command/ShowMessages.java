package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.render.TerminalFeatures;

/** Prints the messages that were shown, the newest first; with -T the terminals of clients, with -J what is run. */
final class ShowMessages implements Command {
    private static final String FORMAT = "#{t/p:message_time}: #{message_text}";
    private static final long MICROS_PER_SECOND = 1_000_000;

    @Override
    public Spec spec() {
        return new Spec("show-messages", "showmsgs", "[-JT] [-t target-client]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (call.has('t')) {
            call.client(mux, 't');
        }
        if (call.has('T') || call.has('J')) {
            var lines = new ArrayList<String>();
            if (call.has('T')) {
                terminals(call, lines);
            }
            if (call.has('J')) {
                var jobs = call.scene().server().jobs();
                IntStream.range(0, jobs.size()).forEach(i -> lines.add("Job " + i + ": " + jobs.get(i)));
            }
            return Decision.print(lines);
        }
        return Decision.print(call.scene().server().messages().reversed().stream()
                .map(message -> call.expand().with("message_text", message.text())
                        .with("message_time", Long.toString(message.micros() / MICROS_PER_SECOND)).text(FORMAT))
                .toList());
    }

    /** What the terminals of clients can do, by the names of {@code terminal-features}. */
    private static void terminals(Call call, List<String> lines) {
        int number = 0;
        for (var client : call.scene().clients()) {
            if (client.session().isEmpty() || client.controlMode()) {
                continue;
            }
            var words = Set.of(client.outer().features().split(","));
            lines.add("Terminal " + number++ + ": " + client.type() + " for " + client.name() + ", flags=0x0:");
            int code = 0;
            for (String name : TerminalFeatures.names()) {
                lines.add("%4d: %s: (flag) %s".formatted(code++, name, words.contains(name)));
            }
        }
    }
}
