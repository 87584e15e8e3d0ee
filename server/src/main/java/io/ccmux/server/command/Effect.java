package io.ccmux.server.command;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.ccmux.server.input.Key;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowId;

/** A deed in the outside world, or in what clients see; performed after the events are written, never on replay. */
public sealed interface Effect {
    /** An effect that takes time and has an outcome, which a decision can wait for. */
    sealed interface Lasting extends Effect {}

    // ---- answering the caller --------------------------------------------------------------

    /** Text for the caller: its standard output, or a view in the pane if the caller is an attached client. */
    record Print(String text) implements Effect {}

    /** Bytes for the caller's standard output as they are. */
    record PrintBytes(byte[] bytes) implements Effect {}

    /** An error line for the caller; its exit status is 1 unless {@link Exit} says otherwise. */
    record Complain(String line) implements Effect {}

    /** The caller's exit status. */
    record Exit(int status) implements Effect {}

    // ---- panes and programs ----------------------------------------------------------------

    /** Starts the present run of a pane. Done, or Failed with the reason. */
    record Spawn(PaneId pane) implements Lasting {}

    /** Input for the program of a pane. */
    record Write(PaneId pane, byte[] bytes) implements Effect {}

    /**
     * Keys for a pane: bound ones of its mode's key table do what they are bound to, others go to the mode, and without
     * a mode all are encoded for its program. For that pane alone, whatever {@code synchronize-panes} says.
     */
    record TypeKeys(PaneId pane, List<Key> keys) implements Effect {}

    /** The mouse event that led here, for the pane's mode, or its program if that wants to hear of it. */
    record PassMouse(PaneId pane) implements Effect {}

    /** Keys as if a client's user had pressed them. */
    record PressKeys(ClientId client, List<Key> keys) implements Effect {}

    /** A signal for the process group of a pane. */
    record Signal(PaneId pane, int signal) implements Effect {}

    /** Output of a pane goes to a shell command, its output to the pane, or both; empty ends that. */
    record Pipe(PaneId pane, String command, boolean output, boolean input, boolean toggle) implements Effect {}

    // ---- clients ---------------------------------------------------------------------------

    /** The caller becomes an attached client, with flags such as {@code read-only}. */
    record Attach(SessionId session, List<String> flags) implements Effect {}

    /** An attached client shows another session. */
    record Switch(ClientId client, SessionId session) implements Effect {}

    /** A client is let go. {@code execute}: the shell command it becomes, or empty. */
    record Detach(ClientId client, boolean hangUp, String execute) implements Effect {}

    record Suspend(ClientId client) implements Effect {}

    /** A client's terminal is given to the command that its session's {@code lock-command} names, until that ends. */
    record Lock(ClientId client) implements Effect {}

    /** A client's screen is drawn anew, all of it. */
    record Refresh(ClientId client) implements Effect {}

    /** A client's terminal is asked for its clipboard; the answer becomes a paste buffer. */
    record AskClipboard(ClientId client) implements Effect {}

    /** The part of a larger window that a client shows moves; (0, 0) and {@code follow} follows the cursor again. */
    record Pan(ClientId client, int columns, int rows, boolean follow) implements Effect {}

    /** Keys of a client with the flag active-pane go to this pane of its window. */
    record UsePane(ClientId client, PaneId pane) implements Effect {}

    /** The client's next key is looked up in this table. */
    record UseKeyTable(ClientId client, String table) implements Effect {}

    /** The client's flags change, each as {@code name} or {@code !name}. */
    record SetFlags(ClientId client, List<String> flags) implements Effect {}

    /** A client in control mode wants other things to be told. */
    record Control(ClientId client, Wish wish) implements Effect {}

    /** What a client in control mode can wish for. */
    sealed interface Wish {
        /** Output of a pane: {@code on}, {@code off}, {@code continue} or {@code pause}. */
        record Output(PaneId pane, String state) implements Wish {}

        /** To be told of changes of a format: {@code name:what:format}; {@code name} alone: no more. */
        record Subscription(String text) implements Wish {}

        /** To count as a terminal of this size; with a window, for that window, and empty for it no more. */
        record Sized(Optional<WindowId> window, Optional<Size> size) implements Wish {}

        /** What a terminal would answer about a pane, such as its colours. */
        record Reported(PaneId pane, byte[] bytes) implements Wish {}
    }

    /**
     * One line over the status line for a while; empty: as long as {@code display-time} says, 0: until a key.
     *
     * @param stays   whether keys leave it there
     * @param freezes whether what programs print is seen only when it is gone
     */
    record Message(ClientId client, String text, OptionalInt millis, boolean stays, boolean freezes)
            implements
                Effect {}

    /** Asks a client's user. Answered, Failed if the user gave up; before that Typed, many times. */
    record Prompt(ClientId client, Question question) implements Lasting {}

    /**
     * What is asked.
     *
     * @param prompt         what stands before the answer
     * @param initial        the answer to begin with
     * @param kind           which history and completion: command, search, target, window-target
     * @param reading        how keys become an answer
     * @param backspaceEnds  backspace in an empty answer gives up
     */
    record Question(String prompt, String initial, String kind, Reading reading, boolean backspaceEnds) {}

    /** How a prompt reads its answer. */
    enum Reading {
        /** A line, ended by Enter. */
        LINE,
        /** The first key is the answer; Enter is the empty answer. */
        ONE_KEY,
        /** The name of the next key. */
        KEY_NAME,
        /** Digits; the first key that is none ends the answer and then acts as usual. */
        NUMBER,
        /**
         * A line, each change of which is an {@link Outcome.Typed} of its own: the line, before it the character
         * {@code =} (first or edited), {@code +} (the next one, C-s) or {@code -} (C-r).
         */
        EVERY_CHANGE
    }

    /** The user answered a prompt of a kind; the answer can be recalled. */
    record RememberAnswer(String kind, String text) implements Effect {}

    /** What users answered to prompts of a kind, or of all kinds if it is empty, is forgotten. */
    record ForgetAnswers(String kind) implements Effect {}

    /** Shows the numbers of the panes; the next key selects. {@code template} has %% for the pane. */
    record ShowPanes(ClientId client, String template, OptionalInt millis, boolean ignoresKeys) implements Effect {}

    /** @param pane what the menu is about; also where it stands if its place is given by a pane */
    record ShowMenu(ClientId client, PaneId pane, Menu menu) implements Effect {}

    /**
     * Items and where to show them.
     *
     * @param selected  the style of the item that Enter would choose
     * @param choice    the item that is selected at first, -1 for none
     * @param staysOpen whether letting go of the mouse outside leaves it open
     * @param mouse     whether the mouse chooses even if it was a key that opened it
     */
    record Menu(String title, List<Item> items, BoxLook look, String selected, BoxPlace place, int choice,
            boolean staysOpen, boolean mouse) {
        /** A line of a menu; an empty name is a separator, one that begins with - cannot be chosen. */
        public record Item(String name, String key, String command) {}
    }

    /**
     * A box with a program in it, over a client's screen. Finished with the program's status when the box goes.
     *
     * @param pane   where the box stands if its place is given by a pane
     * @param launch what runs in it; it is no pane's program, and nothing of it is journaled
     */
    record ShowPopup(ClientId client, PaneId pane, Popup popup, Launch launch) implements Lasting {}

    /** A box and when it goes. */
    record Popup(String title, BoxLook look, BoxPlace place, Closing closing) {}

    /** How a menu or a popup looks: the kind of its lines ({@code none} for none) and styles. */
    record BoxLook(String lines, String style, String borderStyle) {}

    /**
     * Where a menu or a popup stands, and its size.
     *
     * @param x as tmux writes it: C, R, P, M, W, S or a number of columns
     */
    record BoxPlace(String x, String y, int columns, int rows) {}

    /** When a popup goes. */
    enum Closing {
        /** By Escape or C-c after its program has ended. */
        BY_ESCAPE,
        /** By any key after that. */
        BY_ANY_KEY,
        /** When its program ends. */
        ON_EXIT,
        /** When its program ends with status 0. */
        ON_SUCCESS
    }

    /** The terminal of a popup's program has another size. */
    record ResizePopup(PaneId program, Size size) implements Effect {}

    /** Takes away what lies over a client's screen. */
    record Uncover(ClientId client) implements Effect {}

    // ---- modes -----------------------------------------------------------------------------

    /** A pane shows something else than its terminal. */
    record EnterMode(PaneId pane, Mode mode) implements Effect {}

    /** The pane shows its terminal again. */
    record LeaveMode(PaneId pane) implements Effect {}

    /**
     * A command for the mode of a pane: {@code send-keys -X}. Without words, the next command is to be done that many
     * times.
     *
     * @param count how many times, or 0: as often as was said before, else once
     */
    record ModeCommand(PaneId pane, Optional<ClientId> client, List<String> words, int count,
            Optional<Scene.MousePlace> mouse) implements Effect {}

    /**
     * How a chooser lists.
     *
     * @param keys    the format of the key for a line; empty for the usual ones
     * @param preview whether it shows what the chosen line is
     * @param unzooms whether a pane that is zoomed is so no more when the chooser goes
     */
    record Listing(ClientId client, String format, String filter, String keys, String order, boolean reverse,
            boolean preview, boolean unzooms) {}

    /** What a pane can show instead of its terminal. */
    sealed interface Mode {
        /** @param source the pane whose content is shown */
        record Copy(PaneId source, boolean scrollExit, boolean pageUp, boolean halfPageDown, boolean hidePosition,
                boolean mouse) implements Mode {}

        /** Sessions, windows and panes to choose from; {@code grouped}: every session of a group. */
        record Tree(Listing listing, boolean sessions, boolean windows, boolean grouped, String template)
                implements
                    Mode {}

        record BufferList(Listing listing, String template) implements Mode {}

        record ClientList(Listing listing, String template) implements Mode {}

        /** Options and keys to change. */
        record Customize(Listing listing) implements Mode {}

        record Clock() implements Mode {}
    }

    // ---- other commands, jobs and files ----------------------------------------------------

    /** These command lines run next, before the rest of the caller's own; the target is then the current pane. */
    record RunNext(List<CommandLines.Line> lines, Optional<PaneId> target) implements Effect {}

    /** The command lines of a hook run next, as if its occasion had come. */
    record RunHook(String hook, List<CommandLines.Line> lines) implements Effect {}

    /**
     * Finished, or Failed if it could not be started.
     *
     * @param input  what it finds on its standard input
     * @param errors whether its standard error is part of what it printed; else nobody sees it
     */
    record Shell(String command, String directory, Map<String, String> environment, byte[] input, boolean errors)
            implements
                Lasting {
        public Shell(String command, String directory) {
            this(command, directory, Map.of(), new byte[0], false);
        }

        /** The same, with its standard error in what it printed. */
        Shell withErrors() {
            return new Shell(command, directory, environment, input, true);
        }

        /** The same with these variables. */
        public Shell within(Map<String, String> variables) {
            return new Shell(command, directory, variables, input, errors);
        }
    }

    /** Begins an effect and goes on when it came out; the command is finished, and nobody is there to print to. */
    record Background(Lasting effect, Decision.Continuation then) implements Effect {}

    /** The caller is told what happens, a line at a time, until it goes away: this has no outcome. */
    record Listen(boolean json) implements Lasting {}

    /** Done after so many milliseconds. */
    record Delay(long millis) implements Lasting {}

    /** Read or Failed; {@code -} is the caller's standard input. */
    record ReadFile(String path, int bytesMax) implements Lasting {}

    /** Read: the files whose paths match, in order, each ended by a NUL; nothing if there are none. */
    record FindFiles(String pattern) implements Lasting {}

    /** Done or Failed; {@code -} is the caller's standard output. */
    record WriteFile(String path, byte[] bytes, boolean append) implements Lasting {}

    /** {@code wait-for}. Done when the channel is signalled or the lock is had. */
    record WaitFor(String channel, Operation operation) implements Lasting {
        public enum Operation {
            WAIT, SIGNAL, LOCK, UNLOCK
        }
    }

    /** A text for the clipboards of the terminals of clients. */
    record Clipboard(byte[] bytes) implements Effect {}

    // ---- the server ------------------------------------------------------------------------

    /** The server ends. Unless sessions are kept they were ended before, by events. */
    record Stop(boolean keepSessions) implements Effect {}

    /** The server looks at itself and at the disk. Reported. */
    record TellStatus() implements Lasting {}

    /** A checkpoint is written now. Reported or Failed. */
    record Checkpoint() implements Lasting {}

    /**
     * A checkpoint is written of what is left, and nothing older stays on disk of what that forgetting is about.
     * Reported or Failed.
     */
    record ForgetPast(int forgetting) implements Lasting {}

    /** The configuration is read again and obeyed. Reported, not well if it is wrong. */
    record Reload() implements Lasting {}
}
