package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Where shell commands of commands run. */
final class Directories {
    private Directories() {}

    /** What -c says, else where the caller is if it came by itself, else the session's directory. */
    static String of(Call call, Mux mux) {
        if (call.has('c')) {
            return OptionPlace.expand(call, mux).text(call.value('c').orElse(""));
        }
        if (call.scene().attached().isEmpty() && !call.scene().directory().isEmpty()) {
            return call.scene().directory();
        }
        try {
            return call.place(mux, 't').session().directory();
        } catch (CommandException nowhere) {
            return call.scene().server().environment().getOrDefault("HOME", "/");
        }
    }
}
