package io.ccmux.server.command;

import java.util.List;

import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Mux;

/** Types the prefix key into a pane. */
final class SendPrefix implements Command {
    @Override
    public Spec spec() {
        return new Spec("send-prefix", "", "[-2] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var place = call.place(mux, 't');
        var key = Key.parse(place.session().options().string(call.has('2') ? "prefix2" : "prefix"));
        return key.filter(prefix -> !prefix.equals(Key.NONE))
                .map(prefix -> Typing.into(place.pane(), List.of(new Typing.Named(prefix)), call.scene(), mux))
                .orElse(Decision.NOTHING);
    }
}
