package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.ccmux.config.Argument;
import io.ccmux.config.Words;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;

/** All commands, in the order of their names: one row each. */
public final class CommandTable {
    // @formatter:off
    private static final List<Command> ROWS = List.of(
            new AttachSession(),
            new BindKey(),
            new BreakPane(),
            new CapturePane(),
            new CheckpointNow(),
            new Choose(Choose.Form.BUFFERS),
            new Choose(Choose.Form.CLIENTS),
            new Choose(Choose.Form.TREE),
            new ClearHistory(),
            new ClockMode(),
            new CommandPrompt(),
            new Config(),
            new ConfirmBefore(),
            new CopyMode(),
            new CustomizeMode(),
            new DeleteBuffer(),
            new DetachClient(),
            new DisplayMenu(),
            new DisplayMessage(),
            new DisplayPanes(),
            new DisplayPopup(),
            new Events(),
            new FindWindow(),
            new Forget(),
            new HasSession(),
            new IfShell(),
            new JoinPane(JoinPane.Form.JOIN),
            new KillPane(),
            new KillServer(),
            new KillSession(),
            new KillWindow(),
            new LastPane(),
            new SelectWindow(SelectWindow.Form.LAST),
            new LayoutFile(),
            new MoveWindow(MoveWindow.Form.LINK),
            new ListBuffers(),
            new ListClients(),
            new ListCommands(),
            new ListKeys(),
            new ListPanes(),
            new ListSessions(),
            new ListWindows(),
            new LoadBuffer(),
            new LockClients(LockClients.Form.CLIENT),
            new LockClients(LockClients.Form.SERVER),
            new LockClients(LockClients.Form.SESSION),
            new JoinPane(JoinPane.Form.MOVE),
            new MoveWindow(MoveWindow.Form.MOVE),
            new NewPane(),
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
            new ServerAccess(),
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

    /** Commands that tmux has not; only their full names mean them: no beginning that tmux knows becomes ambiguous. */
    private static final Set<String> OURS = Set.of("checkpoint", "config", "forget");

    /** Which arguments of a command may be commands in braces, counted from 1. */
    private static final Map<String, String> BLOCKS = Map.ofEntries(Map.entry("bind-key", "*"),
            Map.entry("choose-buffer", "1"), Map.entry("choose-client", "1"), Map.entry("choose-tree", "1"),
            Map.entry("command-prompt", "1"), Map.entry("confirm-before", "1"), Map.entry("display-menu", "*"),
            Map.entry("display-panes", "1"), Map.entry("if-shell", "23"), Map.entry("run-shell", "1"),
            Map.entry("set-hook", "2"), Map.entry("set-option", "2"), Map.entry("set-window-option", "2"));

    private static final List<Spec> SPECS = ROWS.stream().map(Command::spec).toList();

    private CommandTable() {}

    /** How each command is called, in the order of their names. */
    public static List<Spec> specs() {
        return SPECS;
    }

    /** Decides one command line, its aliases already replaced. */
    public static Decision decide(List<String> words, Scene scene, Mux mux) throws CommandException {
        int row = find(words.getFirst());
        if (asksForHelp(words)) {
            return Decision.print(SPECS.get(row).help());
        }
        var spec = SPECS.get(row);
        return ROWS.get(row).decide(new Call(spec.parse(words), scene.with("command", spec.name())), mux);
    }

    /** Whether the words name a command and have its shape; throws what the user should read if not. */
    public static void check(List<String> words) throws CommandException {
        var spec = SPECS.get(find(words.getFirst()));
        if (!asksForHelp(words)) {
            spec.parse(words);
        }
    }

    /** How many of the words are no flags and no values of flags, nor the command's name. */
    static int argumentCount(List<String> words) throws CommandException {
        return SPECS.get(find(words.getFirst())).parse(words).words.size();
    }

    /** Throws what the user should read if commands in braces stand where none are taken. */
    static void checkBlocks(List<Argument> arguments) throws CommandException {
        var words = arguments.stream().map(Argument::text).toList();
        String name = name(words.getFirst());
        int first = words.size() - argumentCount(words);
        for (int i = 1; i < words.size(); i++) {
            if (!(arguments.get(i) instanceof Argument.Block)) {
                continue;
            }
            if (i < first) {
                throw new CommandException("command " + name + ": " + words.get(i - 1) + " argument must be a string");
            }
            String places = BLOCKS.getOrDefault(name, "");
            boolean taken = places.equals("*") || places.indexOf('1' + i - first) >= 0;
            if (!taken) {
                throw new CommandException("command " + name + ": argument " + (i - first + 1)
                        + " must be \"string\"");
            }
        }
    }

    /** The arguments of a command, its name among them, as tmux shows them. */
    static List<Argument> canonical(List<Argument> arguments) throws CommandException {
        return SPECS.get(find(arguments.getFirst().text())).canonical(arguments);
    }

    private static boolean asksForHelp(List<String> words) {
        return words.size() == 2 && words.getLast().equals("--help");
    }

    /** The full name of the command that a name, an alias or a unique beginning means. */
    public static String name(String given) throws CommandException {
        return SPECS.get(find(given)).name();
    }

    /** The full name of the command in these words, if there is one. */
    public static Optional<String> fullName(List<String> words) {
        try {
            return Optional.of(name(words.getFirst()));
        } catch (CommandException unknown) {
            return Optional.empty();
        }
    }

    /** The pane that these words are about: what {@code -t} means, else the current one. */
    public static Optional<PaneId> target(List<String> words, Scene scene, Mux mux) {
        try {
            var spec = SPECS.get(find(words.getFirst()));
            var targets = new Targets(mux, scene);
            var value = spec.parse(words).value('t');
            if (value.isEmpty() || spec.usage().contains("-t target-client")) {
                return Optional.of(targets.current().pane().id());
            }
            if (spec.usage().contains("-t target-session")) {
                return Optional.of(Targets.place(mux, targets.session(value)).pane().id());
            }
            var place = spec.usage().contains("-t target-window") ? targets.window(value) : targets.pane(value);
            return Optional.of(place.pane().id());
        } catch (CommandException nowhere) {
            return Optional.empty();
        }
    }

    /** The words as formats in a hook can tell of them: {@code hook_argument_0}, {@code hook_flag_t}. */
    public static Map<String, String> described(List<String> words) {
        var variables = new HashMap<String, String>();
        try {
            var arguments = SPECS.get(find(words.getFirst())).parse(words);
            variables.put("hook_arguments", words.stream().skip(1).map(Words::quote).collect(Collectors.joining(" ")));
            for (int i = 0; i < arguments.words.size(); i++) {
                variables.put("hook_argument_" + i, arguments.words.get(i));
            }
            arguments.flags.forEach(flag -> variables.put("hook_flag_" + flag, "1"));
            arguments.values.forEach((flag, values) -> {
                variables.put("hook_flag_" + flag, values.getLast());
                for (int i = 0; i < values.size(); i++) {
                    variables.put("hook_flag_" + flag + "_" + i, values.get(i));
                }
            });
        } catch (CommandException wrong) {
            variables.clear();
        }
        return variables;
    }

    /** The row of the command that a name, an alias or a unique beginning means. */
    private static int find(String given) throws CommandException {
        var begun = new ArrayList<Integer>();
        for (int row = 0; row < SPECS.size(); row++) {
            var spec = SPECS.get(row);
            if (!given.isEmpty() && (spec.name().equals(given) || spec.alias().equals(given))) {
                return row;
            }
            if (spec.name().startsWith(given) && !OURS.contains(spec.name())) {
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
