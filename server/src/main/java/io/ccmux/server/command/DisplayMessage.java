package io.ccmux.server.command;

import java.util.OptionalInt;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.FormatLog;
import io.ccmux.server.format.Variables;
import io.ccmux.server.mux.Mux;

/** Shows a client, or prints, what a format says. */
final class DisplayMessage implements Command {
    @Override
    public Spec spec() {
        return new Spec("display-message", "display",
                "[-aCIlNpv] [-c target-client] [-d delay] [-F format] [-t target-pane] [message]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        if (call.has('I')) {
            var pane = call.pane(mux, 't');
            if (!EmptyPanes.is(pane)) {
                throw new CommandException("pane is not empty");
            }
            return EmptyPanes.filled(call, Decision.NOTHING, pane.id());
        }
        if (call.has('F') && !call.words().isEmpty()) {
            throw new CommandException("only one of -F or argument must be given");
        }
        var delay = call.has('d')
                ? OptionalInt.of(Numbers.within(call.value('d').orElse(""), 0, Integer.MAX_VALUE, "delay "))
                : OptionalInt.empty();
        var targets = new ClientTargets(mux, call.scene());
        var client = call.has('c') ? targets.find(call.value('c').orElseThrow()) : targets.current();
        var around = client.map(call.expand()::at).orElse(call.expand());
        var place = new Targets(mux, call.scene()).nearest(call.value('t'));
        var expand = place.map(around::at).orElse(call.has('t') ? call.expand() : around);
        if (call.has('a')) {
            var all = expand;
            return Decision.print(Variables.names().stream().map(name -> name + "=" + all.text("#{" + name + "}"))
                    .toList());
        }
        String format = call.word(0).or(() -> call.value('F')).orElse(DefaultFormats.DISPLAY_MESSAGE);
        var log = FormatLog.begin();
        String text = call.has('l')
                ? format
                : call.has('v') ? expand.explained(format, log) : expand.timed(format);
        var explained = Decision.print(log.lines());
        if (call.has('p')) {
            return explained.and(Decision.print(text));
        }
        return client.map(shown -> explained
                .and(new Effect.Message(shown.id(), text, delay, call.has('N'), !call.has('C'))))
                .orElse(explained);
    }
}
