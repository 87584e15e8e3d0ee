package io.ccmux.client;

/** What {@code ccmux --help} prints. */
final class Help {
    static final String TEXT = Arguments.USAGE + """

            A terminal multiplexer that comes back. Without a command: attach to the last
            session, or make one. All commands: ccmux list-commands, or man ccmux

              ccmux install [PREFIX], ccmux uninstall [PREFIX]   below ~/.local or PREFIX
              ccmux layout save FILE, ccmux layout load FILE     a session as commands

              -2                assume a terminal of 256 colours
              -C                control mode; -CC turns echo off
              -c shell-command  run it with the user's shell
              -D                run the server in the foreground
              -f file           read this configuration instead of the usual one
              -h, --help        print this
              -L socket-name    talk to the server of this name, with its own state
              -l                take the shell for a login shell
              -N                start no server, even if the command would
              -S socket-path    talk to the server at this socket, with its own state
              --strict-recovery
                                start no server that would have to give up what is damaged
              -T features       what the terminal can do: 256,RGB,mouse,title,...
              -u                write UTF-8, whatever the locale says
              -V                print the version
              -v                let a server that is started log more

            Where things live: $CCMUX_HOME, or $XDG_CONFIG_HOME/ccmux/ccmux.conf,
            $XDG_STATE_HOME/ccmux and $XDG_RUNTIME_DIR/ccmux.
            """;

    private Help() {}
}
