package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;

import io.ccmux.server.mux.Mux;

/** Prints the messages that were shown, the newest first, or with -T the terminals of clients. */
final class ShowMessages implements Command {
    private static final String FORMAT = "#{t/p:message_time}: #{message_text}";
    private static final long MICROS_PER_SECOND = 1_000_000;

    @Override
    public Spec spec() {
        return new Spec("show-messages", "showmsgs", "[-JT] [-t target-client]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (call.has('T') || call.has('J')) {
            return Decision.print(call.has('T') ? terminals(call) : List.of());
        }
        return Decision.print(call.scene().server().messages().reversed().stream()
                .map(message -> call.expand().with("message_text", message.text())
                        .with("message_time", Long.toString(message.micros() / MICROS_PER_SECOND)).text(FORMAT))
                .toList());
    }

    private static List<String> terminals(Call call) {
        var lines = new ArrayList<String>();
        for (var client : call.scene().clients()) {
            if (client.session().isPresent()) {
                lines.add("Terminal " + lines.size() + ": " + client.type() + " for " + client.name() + ", flags=0x0:");
            }
        }
        return lines;
    }
}
