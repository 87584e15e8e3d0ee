package io.ccmux.server.command;

import java.util.List;

import io.ccmux.config.OptionValue;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.Window;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/** Names of windows that nobody named: the program's, by the rules of tmux's names.c. */
public final class WindowNames {
    private static final String AUTOMATIC = "automatic-rename";
    private static final String EXEC = "exec ";

    private WindowNames() {}

    /** The name of a window whose first pane starts so. */
    static String of(Launch launch) {
        return of(launch.commandLine().isEmpty() ? launch.arguments().getFirst() : launch.commandLine());
    }

    /** The program of a command line: its first word, without quotes, {@code exec}, dashes and directories. */
    static String of(String commandLine) {
        String name = commandLine.startsWith("\"") ? commandLine.substring(1) : commandLine;
        int quote = name.indexOf('"');
        name = quote < 0 ? name : name.substring(0, quote);
        name = name.startsWith(EXEC) ? name.substring(EXEC.length()) : name;
        name = name.replaceFirst("^[ -]+", "");
        int space = name.indexOf(' ');
        name = space < 0 ? name : name.substring(0, space);
        name = name.replaceFirst("(?<=.)[^\\p{Alnum}\\p{Punct}]+$", "");
        return name.startsWith("/") ? basename(name) : name;
    }

    /** The events by which a window gets a name that its programs do not change. */
    public static List<Event> named(WindowId window, String name) {
        return List.of(new WindowEvent.Renamed(window, NewPanes.printable(name)), keptFor(window));
    }

    /** The events by which a window is named after what runs in it again, if that is what other windows are. */
    public static List<Event> freed(Window window) {
        return window.options().own().containsKey(AUTOMATIC)
                ? List.of(new OptionEvent.Removed(new OptionEvent.Holder.OfWindow(window.id()), AUTOMATIC))
                : List.of();
    }

    /** The event by which a window's name stays whatever runs in it. */
    static Event keptFor(WindowId window) {
        return new OptionEvent.Assigned(new OptionEvent.Holder.OfWindow(window), AUTOMATIC,
                new OptionValue.Text("off"));
    }

    static String basename(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
