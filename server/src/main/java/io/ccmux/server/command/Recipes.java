package io.ccmux.server.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.ccmux.config.Options;
import io.ccmux.config.Words;
import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Session;

/**
 * How new panes start their programs: what is executed, where, and with which variables.
 *
 * <pre>
 *   words of the call | executed                                  | known as the command
 *   ------------------+-------------------------------------------+----------------------
 *   none              | default-command by the shell, if it is set | -
 *                     | else the shell as a login shell           | -
 *   one               | SHELL -c WORD                             | the word
 *   several           | these words, no shell                     | the words, quoted
 * </pre>
 *
 * <p>tmux makes a login shell by a first argument that begins with a dash. A first argument cannot be chosen here, so
 * shells known to have the flag get {@code -l}, and others start as plain interactive shells.
 */
final class Recipes {
    private static final List<String> LOGIN_FLAG = List.of("bash", "zsh", "fish", "dash", "ksh", "ksh93", "mksh", "ash",
            "tcsh", "csh", "sh", "nu", "xonsh");

    private final Mux mux;
    private final Scene scene;
    private final Optional<Session> session;

    /** @param session that of the new pane; empty while it is made too */
    Recipes(Mux mux, Scene scene, Optional<Session> session) {
        this.mux = mux;
        this.scene = scene;
        this.session = session;
    }

    /** The recipe for the words of a call with its {@code -c} and {@code -e}. */
    Launch launch(Call call) {
        return launch(call, 'c');
    }

    /** The same for a command that can make an empty pane. */
    Launch paneLaunch(Call call) {
        return EmptyPanes.wantedBy(call)
                ? new Launch(EmptyPanes.ARGUMENTS, "", directory(call), environment(call))
                : launch(call);
    }

    /** The same where another flag names the directory. */
    Launch launch(Call call, char directory) {
        return launch(call.words(), directory(call, directory), environment(call));
    }

    Launch launch(List<String> words, String directory, Map<String, String> environment) {
        String shell = shell();
        if (!words.isEmpty()) {
            return new Launch(words.size() == 1 ? List.of(shell, "-c", words.getFirst()) : words, command(words),
                    directory, environment);
        }
        String otherwise = options().string("default-command");
        return new Launch(otherwise.isEmpty() ? login(shell) : List.of(shell, "-c", otherwise), "", directory,
                environment);
    }

    private static String command(List<String> words) {
        return words.size() == 1
                ? words.getFirst()
                : words.stream().map(Words::quote).collect(Collectors.joining(" "));
    }

    private static List<String> login(String shell) {
        return LOGIN_FLAG.contains(WindowNames.basename(shell)) ? List.of(shell, "-l") : List.of(shell);
    }

    private Options options() {
        return session.map(Session::options).orElse(mux.sessionOptions());
    }

    /** The option {@code default-shell} if it was set, else the shell of the user. */
    private String shell() {
        boolean set = options().own().containsKey("default-shell")
                || mux.sessionOptions().own().containsKey("default-shell");
        return set || scene.server().defaultShell().isEmpty()
                ? options().string("default-shell")
                : scene.server().defaultShell();
    }

    /** {@code -c}, a format, seen from where the call comes from; without it, that place. */
    String directory(Call call) {
        return directory(call, 'c');
    }

    private String directory(Call call, char flag) {
        if (call.value(flag).isEmpty()) {
            return directory();
        }
        var formats = session.map(at -> call.expand().at(at)).orElse(call.expand());
        String wanted = formats.text(call.value(flag).get());
        return wanted.startsWith("/") ? wanted : wanted.isEmpty() ? directory() : directory() + "/" + wanted;
    }

    /** Where a caller from a shell stands; else where the session starts its windows; else the user's home. */
    private String directory() {
        if (isFromShell() && !scene.directory().isEmpty()) {
            return scene.directory();
        }
        return session.or(() -> scene.attached().flatMap(ClientView::session).flatMap(mux::find))
                .map(Session::directory).filter(directory -> !directory.isEmpty())
                .orElseGet(() -> scene.server().environment().getOrDefault("HOME", "/"));
    }

    /** Whether a client calls that is not attached, rather than a key, a hook or a file. */
    private boolean isFromShell() {
        return scene.attached().isEmpty() && scene.hasCaller();
    }

    /** Variables of {@code -e}, and the PATH of a caller from a shell. */
    private Map<String, String> environment(Call call) {
        var variables = new HashMap<String, String>();
        if (isFromShell() && scene.environment().containsKey("PATH")) {
            variables.put("PATH", scene.environment().get("PATH"));
        }
        variables.putAll(assignments(call.values('e')));
        variables.put("SHELL", shell());
        return variables;
    }

    /** {@code NAME=value} each; words without = say nothing. */
    static Map<String, String> assignments(List<String> words) {
        var variables = new TreeMap<String, String>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals > 0) {
                variables.put(word.substring(0, equals), word.substring(equals + 1));
            }
        }
        return variables;
    }
}
