package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import io.ccmux.server.mux.Mux;

/** All commands, in the order of their names: one row each. */
public final class CommandTable {
    // @formatter:off
    private static final List<Command> ROWS = List.of(
            new AttachSession(),
            new BindKey(),
            new BreakPane(),
            new CapturePane(),
            new Choose(Choose.Form.BUFFERS),
            new Choose(Choose.Form.CLIENTS),
            new Choose(Choose.Form.TREE),
            new ClearHistory(),
            new ClockMode(),
            new CommandPrompt(),
            new ConfirmBefore(),
            new CopyMode(),
            new DeleteBuffer(),
            new DetachClient(),
            new DisplayMenu(),
            new DisplayMessage(),
            new DisplayPanes(),
            new FindWindow(),
            new HasSession(),
            new IfShell(),
            new JoinPane(JoinPane.Form.JOIN),
            new KillPane(),
            new KillServer(),
            new KillSession(),
            new KillWindow(),
            new LastPane(),
            new SelectWindow(SelectWindow.Form.LAST),
            new MoveWindow(MoveWindow.Form.LINK),
            new ListBuffers(),
            new ListClients(),
            new ListCommands(),
            new ListKeys(),
            new ListPanes(),
            new ListSessions(),
            new ListWindows(),
            new LoadBuffer(),
            new JoinPane(JoinPane.Form.MOVE),
            new MoveWindow(MoveWindow.Form.MOVE),
            new NewSession(),
            new NewWindow(),
            new SelectLayout(SelectLayout.Form.NEXT),
            new SelectWindow(SelectWindow.Form.NEXT),
            new PasteBuffer(),
            new PipePane(),
            new SelectLayout(SelectLayout.Form.PREVIOUS),
            new SelectWindow(SelectWindow.Form.PREVIOUS),
            new RefreshClient(),
            new RenameSession(),
            new RenameWindow(),
            new ResizePane(),
            new ResizeWindow(),
            new RespawnPane(RespawnPane.Form.PANE),
            new RespawnPane(RespawnPane.Form.WINDOW),
            new RotateWindow(),
            new RunShell(),
            new SaveBuffer(),
            new SelectLayout(SelectLayout.Form.SELECT),
            new SelectPane(),
            new SelectWindow(SelectWindow.Form.SELECT),
            new SendKeys(),
            new SendPrefix(),
            new ServerStatus(),
            new SetBuffer(),
            new SetEnvironment(),
            new SetOption(SetOption.Form.HOOK),
            new SetOption(SetOption.Form.OPTION),
            new SetOption(SetOption.Form.WINDOW_OPTION),
            new ShowBuffer(),
            new ShowEnvironment(),
            new ShowOptions(ShowOptions.Form.HOOKS),
            new ShowMessages(),
            new ShowOptions(ShowOptions.Form.OPTIONS),
            new ShowPromptHistory(false),
            new ShowPromptHistory(true),
            new ShowOptions(ShowOptions.Form.WINDOW_OPTIONS),
            new SourceFile(),
            new SplitWindow(),
            new StartServer(),
            new StopServer(),
            new SuspendClient(),
            new SwapPane(),
            new SwapWindow(),
            new SwitchClient(),
            new UnbindKey(),
            new UnlinkWindow(),
            new WaitFor());
    // @formatter:on

    private static final List<Spec> SPECS = ROWS.stream().map(Command::spec).toList();

    private CommandTable() {}

    /** How each command is called, in the order of their names. */
    public static List<Spec> specs() {
        return SPECS;
    }

    /** Decides one command line, its aliases already replaced. */
    public static Decision decide(List<String> words, Scene scene, Mux mux) throws CommandException {
        int row = find(words.getFirst());
        return ROWS.get(row).decide(new Call(SPECS.get(row).parse(words), scene), mux);
    }

    /** Whether the words name a command and have its shape; throws what the user should read if not. */
    public static void check(List<String> words) throws CommandException {
        SPECS.get(find(words.getFirst())).parse(words);
    }

    /** The full name of the command that a name, an alias or a unique beginning means. */
    public static String name(String given) throws CommandException {
        return SPECS.get(find(given)).name();
    }

    /** The row of the command that a name, an alias or a unique beginning means. */
    private static int find(String given) throws CommandException {
        var begun = new ArrayList<Integer>();
        for (int row = 0; row < SPECS.size(); row++) {
            var spec = SPECS.get(row);
            if (spec.name().equals(given) || spec.alias().equals(given)) {
                return row;
            }
            if (spec.name().startsWith(given)) {
                begun.add(row);
            }
        }
        if (begun.size() == 1) {
            return begun.getFirst();
        }
        if (begun.isEmpty()) {
            throw new CommandException("unknown command: " + given);
        }
        throw new CommandException("ambiguous command: " + given + ", could be: "
                + begun.stream().map(row -> SPECS.get(row).name()).collect(Collectors.joining(", ")));
    }
}
