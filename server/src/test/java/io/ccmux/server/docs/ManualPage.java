package io.ccmux.server.docs;

import java.util.function.Predicate;

import io.ccmux.config.Option;
import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Scope;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.format.Variables;
import io.ccmux.server.input.DefaultKeys;

/** The manual page, in roff; commands, keys, options and variables of formats are read off their tables. */
final class ManualPage {
    private static final String HEAD = """
            .\\" Made by GeneratedDocsTest; a change here does not last.
            .TH CCMUX 1 "" "ccmux 0.1.0" "User Commands"
            .SH NAME
            ccmux \\- a terminal multiplexer that comes back
            .SH SYNOPSIS
            .B ccmux
            [\\fB\\-2CDhlNuVv\\fR] [\\fB\\-c\\fR \\fIshell-command\\fR] [\\fB\\-f\\fR \\fIfile\\fR]
            [\\fB\\-L\\fR \\fIsocket-name\\fR] [\\fB\\-S\\fR \\fIsocket-path\\fR] [\\fB\\-T\\fR \\fIfeatures\\fR]
            [\\fIcommand\\fR [\\fIflags\\fR]]
            .SH DESCRIPTION
            ccmux does what tmux does, with tmux's keys, commands, targets and formats: sessions of windows, windows of
            panes, each pane a terminal with a program in it, to detach from and to attach to again. Every change and
            every byte that a program printed is a record in one journal, so that after a crash, a restart or a reboot
            all of it is there again. Without a command ccmux attaches to the last session, or makes one.
            .SH OPTIONS
            .TP
            .B \\-2
            Assume a terminal of 256 colours.
            .TP
            .B \\-C
            Control mode; given twice, without echo.
            .TP
            .BI \\-c " shell-command"
            Run it with the user's shell.
            .TP
            .B \\-D
            Run the server in the foreground.
            .TP
            .BI \\-f " file"
            Read this configuration instead of the usual one.
            .TP
            .BR \\-h ", " \\-\\-help
            Print how ccmux is called.
            .TP
            .BI \\-L " socket-name"
            Talk to the server of this name, with its own state.
            .TP
            .B \\-l
            Take the shell for a login shell.
            .TP
            .B \\-N
            Start no server, even if the command would.
            .TP
            .BI \\-S " socket-path"
            Talk to the server at this socket, with its own state.
            .TP
            .BI \\-T " features"
            What the terminal can do: 256, RGB, mouse, title and so on.
            .TP
            .B \\-u
            Write UTF-8, whatever the locale says.
            .TP
            .B \\-V
            Print the version.
            .TP
            .B \\-v
            Let a server that is started log more.
            """;
    private static final String FOOT = """
            .SH FILES
            .TP
            .I $CCMUX_HOME/ccmux.conf, state/, run/
            Configuration, journal and checkpoints, socket; without that variable
            .I $XDG_CONFIG_HOME/ccmux/ccmux.conf, $XDG_STATE_HOME/ccmux/
            and
            .IR $XDG_RUNTIME_DIR/ccmux/ .
            .SH ENVIRONMENT
            .TP
            .B CCMUX
            In a pane: socket, process and session of the server.
            .TP
            .B CCMUX_PANE
            In a pane: its id.
            .TP
            .B CCMUX_HOME
            Where everything lives.
            .TP
            .B JAVA_HOME
            A JDK 25 to run on.
            .SH SEE ALSO
            .BR tmux (1)
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private ManualPage() {}

    static String text() {
        return new ManualPage().made();
    }

    private String made() {
        page.append(".SH COMMANDS\nAny unique beginning of a name will do. Targets, formats, styles and messages are ")
                .append("those of tmux 3.7c.\n");
        CommandTable.specs().forEach(spec -> item("\\fB" + roff(spec.name()) + "\\fR " + roff(spec.usage()),
                spec.alias().isEmpty() ? "" : "Alias: \\fB" + roff(spec.alias()) + "\\fR."));
        page.append(".SH KEYS\nAfter the prefix, C-b unless it was changed:\n");
        DefaultKeys.TABLES.table("prefix").forEach((key, binding) -> item("\\fB" + roff(key.name()) + "\\fR",
                roff(binding.note()) + "."));
        options("SERVER OPTIONS", option -> option.scopes().contains(Scope.SERVER));
        options("SESSION OPTIONS", option -> option.scopes().contains(Scope.SESSION));
        options("WINDOW AND PANE OPTIONS", option -> option.scopes().contains(Scope.WINDOW));
        page.append(".SH FORMATS\nVariables that #{...} may name, besides options and environment:\n.PP\n")
                .append(roff(String.join(", ", Variables.names()))).append(".\n");
        return page.append(FOOT).toString();
    }

    private void options(String title, Predicate<Option> belongs) {
        page.append(".SH ").append(title).append('\n');
        OptionTable.rows().stream().filter(option -> !option.isHook()).filter(belongs).forEach(option -> item(
                "\\fB" + roff(option.name()) + "\\fR", roff(option.help()) + "." + preset(option.preset())));
    }

    private static String preset(OptionValue preset) {
        return preset instanceof OptionValue.Text(String text) && !text.isEmpty() && text.length() < 40
                ? " Default: " + roff(text) + "."
                : "";
    }

    private void item(String head, String text) {
        page.append(".TP\n").append(head).append('\n').append(text.isEmpty() ? "\\&" : text).append('\n');
    }

    /** Text in which nothing means anything to roff. */
    private static String roff(String text) {
        String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("\n", " ");
        return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
    }
}
