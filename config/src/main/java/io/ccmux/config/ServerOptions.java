package io.ccmux.config;

import java.util.List;

/** The options of the server as a whole. Names, defaults and bounds are those of tmux 3.7c. */
final class ServerOptions {
    private static final Rows SERVER = new Rows(Scope.SERVER);

    // @formatter:off
    static final List<Option> ROWS = List.of(
            SERVER.key("backspace", "C-?", "The key that backspace sends to programs"),
            SERVER.number("buffer-limit", 50, 1, Integer.MAX_VALUE, "Most automatic paste buffers kept, in buffers"),
            SERVER.list("command-alias", OptionKind.TEXT, ",",
                "Names for commands, each NAME=COMMAND",
                "split-pane=split-window",
                "splitp=split-window",
                "server-info=show-messages -JT",
                "info=show-messages -JT",
                "choose-window=choose-tree -w",
                "choose-session=choose-tree -s"),
            SERVER.list("codepoint-widths", OptionKind.TEXT, ",",
                "Widths that differ from the built-in ones, each CODEPOINT=WIDTH"),
            SERVER.text("copy-command", "", "Command that copy-pipe gives the text to when it names none"),
            SERVER.command("default-client-command", "new-session", "Command run when ccmux is started without one"),
            SERVER.text("default-terminal", "tmux-256color", "TERM of programs in new panes"),
            SERVER.text("editor", "/usr/bin/vi", "Editor that ccmux starts"),
            SERVER.number("escape-time", 10, 0, Integer.MAX_VALUE,
                "Time to wait after an escape for the rest of a key, in milliseconds"),
            SERVER.flag("exit-empty", "on", "End the server with its last session"),
            SERVER.flag("exit-unattached", "off", "End the server with its last client"),
            SERVER.choice("extended-keys", "off", "off on always",
                "Whether programs may ask for keys with their modifiers"),
            SERVER.choice("extended-keys-format", "xterm", "csi-u xterm", "How such keys are written to programs"),
            SERVER.flag("focus-events", "off", "Ask the outer terminal for focus events and pass them on"),
            SERVER.choice("get-clipboard", "buffer", "off buffer request both",
                "Where an answer to a program's request for the clipboard comes from"),
            SERVER.text("history-file", "", "File that keeps the history of the command prompt"),
            SERVER.number("input-buffer-size", 1048576, 1048576, Integer.MAX_VALUE,
                "Longest control string a program may send, in bytes"),
            SERVER.number("message-limit", 1000, 0, Integer.MAX_VALUE,
                "Messages kept for show-messages, in messages"),
            SERVER.number("prefix-timeout", 0, 0, Integer.MAX_VALUE,
                "Time after which the prefix key is forgotten, in milliseconds; 0 for never"),
            SERVER.number("prompt-history-limit", 100, 0, Integer.MAX_VALUE,
                "Entries kept per kind of prompt, in entries"),
            SERVER.choice("set-clipboard", "external", "off external on",
                "Whether ccmux sets the clipboard of the outer terminal, and programs may"),
            SERVER.list("terminal-overrides", OptionKind.TEXT, ",",
                "Changes to what outer terminals are said to do",
                "linux*:AX@"),
            SERVER.list("terminal-features", OptionKind.TEXT, ",",
                "What outer terminals can do, by name",
                "xterm*:clipboard:ccolour:cstyle:focus:title",
                "screen*:title",
                "rxvt*:ignorefkeys"),
            SERVER.list("user-keys", OptionKind.TEXT, ",",
                "Sequences the outer terminal sends for keys User0, User1 ..."),
            SERVER.flag("variation-selector-always-wide", "on",
                "Whether variation selector 16 always makes a character wide"),
            SERVER.list("respawn-allow", OptionKind.TEXT, ",",
                "Programs that are always run again after the server was lost, whatever respawn says"),
            SERVER.flag("journal-buffers", "on", "Keep paste buffers in the journal"));
    // @formatter:on

    private ServerOptions() {}
}
