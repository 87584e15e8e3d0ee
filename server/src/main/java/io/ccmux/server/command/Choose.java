package io.ccmux.server.command;

import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Mux;

/** Shows a list in a pane from which the user chooses: sessions, windows and panes, paste buffers, or clients. */
final class Choose implements Command {
    /** What is listed. */
    enum Form {
        TREE, BUFFERS, CLIENTS
    }

    private final Form form;

    Choose(Form form) {
        this.form = form;
    }

    @Override
    public Spec spec() {
        String usage = "[-%s] [-F format] [-f filter] [-K key-format] [-O sort-order] [-t target-pane] [template]";
        return switch (form) {
            case TREE -> new Spec("choose-tree", "", usage.formatted("GNrswZ"));
            case BUFFERS -> new Spec("choose-buffer", "", usage.formatted("NrZ"));
            case CLIENTS -> new Spec("choose-client", "", usage.formatted("NrZ"));
        };
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var pane = call.pane(mux, 't');
        if (form == Form.BUFFERS && mux.buffers().all().isEmpty()) {
            return Decision.NOTHING;
        }
        var client = new ClientTargets(mux, call.scene()).current().orElse(call.scene().caller()).id();
        return Decision.of(new Effect.EnterMode(pane.id(), mode(call, client)));
    }

    private Effect.Mode mode(Call call, ClientId client) {
        String filter = call.value('f').orElse("");
        String order = call.value('O').orElse("");
        boolean zoom = call.has('Z');
        return switch (form) {
            case TREE -> new Effect.Mode.Tree(client, call.has('s'), call.has('w'), format(call), filter, order,
                    call.has('r'), call.word(0).orElse("switch-client -Zt '%%'"), zoom);
            case BUFFERS -> new Effect.Mode.BufferList(client, format(call), filter, order,
                    call.word(0).orElse("paste-buffer -p -b '%%'"), zoom);
            case CLIENTS -> new Effect.Mode.ClientList(client, format(call), filter, order,
                    call.word(0).orElse("detach-client -t '%%'"), zoom);
        };
    }

    private String format(Call call) {
        return call.value('F').orElse(switch (form) {
            case TREE -> DefaultFormats.CHOOSE_TREE;
            case BUFFERS -> DefaultFormats.CHOOSE_BUFFER;
            case CLIENTS -> DefaultFormats.CHOOSE_CLIENT;
        });
    }
}
