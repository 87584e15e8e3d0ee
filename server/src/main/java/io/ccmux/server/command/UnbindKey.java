package io.ccmux.server.command;

import io.ccmux.server.input.Key;
import io.ccmux.server.mux.KeyEvent;
import io.ccmux.server.mux.Mux;

/** Makes a key, or a whole table of keys, do nothing. */
final class UnbindKey implements Command {
    @Override
    public Spec spec() {
        return new Spec(new Spec("unbind-key", "unbind", "[-anq] [-T key-table] key"), 0);
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        try {
            return unbind(call, mux);
        } catch (CommandException wrong) {
            if (call.has('q')) {
                throw new CommandException("");
            }
            throw wrong;
        }
    }

    private static Decision unbind(Call call, Mux mux) throws CommandException {
        String table = KeyTable.of(call);
        boolean all = call.has('a');
        if (all && !call.words().isEmpty()) {
            throw new CommandException("key given with -a");
        }
        if (!all && call.words().isEmpty()) {
            throw new CommandException("missing key");
        }
        var key = all ? Key.NONE : KeyTable.key(call.words().getFirst());
        if ((all || call.has('T')) && !mux.keys().exists(table)) {
            throw new CommandException("table " + table + " doesn't exist");
        }
        if (all) {
            return Decision.of(new KeyEvent.TableRemoved(table));
        }
        return mux.keys().binding(table, key).isPresent()
                ? Decision.of(new KeyEvent.Unbound(table, key))
                : Decision.NOTHING;
    }
}
