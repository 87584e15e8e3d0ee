package io.ccmux.server.command;

import io.ccmux.server.mux.Mux;

import io.ccmux.server.format.Variables;

/** Prints how each command is called. */
final class ListCommands implements Command {
    private static final String FORMAT = "#{command_list_name}#{?command_list_alias, (#{command_list_alias}),}"
            + " #{command_list_usage}";

    @Override
    public Spec spec() {
        return new Spec("list-commands", "lscm", "[-F format] [command]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var name = call.word(0);
        var only = name.isPresent() ? CommandTable.name(name.get()) : "";
        var specs = CommandTable.specs().stream().filter(spec -> only.isEmpty() || spec.name().equals(only)).toList();
        return Output.list(call, FORMAT, Variables.Kind.COMMAND, specs.stream().map(spec -> call.expand()
                .with("command_list_name", spec.name()).with("command_list_alias", spec.alias())
                .with("command_list_usage", spec.usage())).toList());
    }
}
