package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

/** Something a user can ask for by name. Implementations have no state. */
interface Command {
    Spec spec();

    /**
     * What is to be remembered and done.
     *
     * @throws CommandException if the call is wrong; then nothing happens
     */
    Decision decide(Call call, Mux mux) throws CommandException;
}
