package io.ccmux.server.command;

import io.ccmux.server.input.Key;

/** What the flags and words of commands about keys mean. */
final class KeyTable {
    private KeyTable() {}

    /** The table that -T names, or -n: root; else prefix. */
    static String of(Call call) {
        return call.value('T').orElse(call.has('n') ? "root" : "prefix");
    }

    static Key key(String name) throws CommandException {
        return Key.parse(name).filter(key -> !key.equals(Key.NONE))
                .orElseThrow(() -> new CommandException("unknown key: " + name));
    }
}
