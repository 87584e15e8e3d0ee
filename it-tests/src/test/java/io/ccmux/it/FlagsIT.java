package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every flag of every command does, shown by a line of {@code flags.txt} each: tmux 3.3a and ccmux answer alike,
 * and ccmux answers otherwise when the flag is left out, so that no line passes whatever the flag does.
 *
 * <pre>
 *   & name commands                     &name stands for these commands in lines
 *   == command                          whose flags follow
 *   -x: line                            what is between « and » is left out the second time; after a ¦, that is put in
 *   -x= line                            a flag of 3.7c only: answered as the next line says
 *     answer
 *   -x! line >> keys                    a user presses a key that is bound to the line, and the keys: see FlagScreensIT
 *   -x? why there is no line
 * </pre>
 *
 * <p>Before each line there are two sessions: {@code a}, with one window, one pane and a client in control mode, and
 * {@code text}, with something to read. {@code $MUX} runs a command of the same server, {@code $DIR} is a directory, a
 * {@code ~} after a letter a number that is new each time.
 */
class FlagsIT {
    private static final Pattern USAGE = Pattern.compile("\\[-([A-Za-z0-9|-]+)( [^\\]]*)?\\]");
    private static final String RESET = "switch-client -t text ; kill-session -a -t text ; "
            + "new-session -d -s a -n zero -x 80 -y 24 cat ; switch-client -t a";
    private static final String[] CONTROL = {"-C", "new-session", "-s", "a", "-x", "80", "-y", "24", "cat"};

    @TempDir
    private Path directory;
    private int unique;

    /** A server that is asked, and where it keeps files. */
    private record Asked(ControlPeer peer, Path files) {
        String answer(String line) {
            return Oracle.plain(peer.run(line).toString()).replace(files.toString(), "DIR");
        }
    }

    @Test
    void doWhatTheyDoInTmux() throws IOException {
        Oracle.mustBeThere();
        var wrong = new ArrayList<Executable>();
        var cases = FlagCase.all();
        try (var ccmux = new Ccmux(directory);
                var ours = new ControlPeer(ccmux.start(CONTROL));
                var theirs = new Oracle(directory).control(CONTROL)) {
            var here = prepared(ours, "ours", "env CCMUX_HOME=" + ccmux.home() + " " + Ccmux.program());
            var there = prepared(theirs, "theirs", Oracle.shellCommand());
            for (var one : cases) {
                if (one.kind() == ':' || one.kind() == '=') {
                    compare(one, here, there, wrong);
                }
            }
        } finally {
            Processes.endAll(process -> process.mentions(directory.toString()));
        }
        long none = cases.stream().filter(one -> one.kind() == '?').count();
        System.out.println((cases.size() - none) + " flags shown by a line, " + none + " by none, with a reason; "
                + wrong.size() + " wrong");
        assertAll(wrong);
    }

    private void compare(FlagCase one, Asked here, Asked there, List<Executable> wrong) {
        String line = fresh(one.with());
        here.answer(RESET);
        String answer = here.answer(line);
        if (one.kind() == ':') {
            there.answer(RESET);
            String theirs = there.answer(line);
            wrong.addAll(answer.equals(theirs)
                    ? List.of()
                    : List.of(() -> assertEquals("< " + theirs, "> " + answer, one.name() + ": " + line)));
        } else if (!answer.strip().equals(one.expected())) {
            wrong.add(() -> assertEquals(one.expected(), answer, one.name() + ": " + line));
        }
        String without = fresh(one.without());
        here.answer(RESET);
        if (here.answer(without).equals(answer)) {
            wrong.add(() -> assertNotEquals("> " + answer, "> " + answer, one.name() + " shows nothing: " + line));
        }
    }

    private String fresh(String line) {
        return line.replaceAll("(?<=[a-z])~", Integer.toString(++unique));
    }

    private Asked prepared(ControlPeer peer, String name, String mux) throws IOException {
        var asked = new Asked(peer, Files.createDirectories(directory.resolve(name)));
        for (String line : List.of("set-environment -g MUX '" + mux + "'", "set-environment -g DIR " + asked.files(),
                "set-option -g detach-on-destroy off", "set-option -g automatic-rename off",
                "set-option -g default-command cat", "set-option -g default-shell /bin/sh",
                "set-option -g history-limit 2000", "new-session -d -s text -n prose -x 80 -y 24 \"printf '"
                        + "\\\\033[31mred\\\\033[39m and plain\\\\n"
                        + "\\\\033]8;;http://x.org\\\\033\\\\\\\\link\\\\033]8;;\\\\033\\\\\\\\ x\\\\n'; "
                        + "printf 'long %.0s' 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; "
                        + "printf '\\\\n%-80s\\\\n' spaces; exec cat\"",
                "new-window -d -t text: -n alt \"echo before; printf '\\\\033[?1049halternate\\\\n'; exec cat\"",
                "new-window -d -t text: -n long 'seq 1 100; exec cat'", "run-shell 'sleep 1'")) {
            assertEquals("[0]", asked.answer(line).split(" ", 2)[0], line);
        }
        return asked;
    }

    @Test
    void haveALineOrAReasonEach() throws IOException {
        var there = new LinkedHashSet<String>();
        try (var ccmux = new Ccmux(directory)) {
            for (String command : ccmux.must("list-commands", "-F", "#{command_list_name} #{command_list_usage}")
                    .lines().toList()) {
                there.addAll(flags(command.substring(0, command.indexOf(' ')), command));
            }
        }
        var listed = new LinkedHashSet<>(FlagCase.all().stream().map(FlagCase::name).toList());
        assertEquals(String.join("\n", there), String.join("\n", in(there, listed)));
        assertEquals(listed.size(), FlagCase.all().size(), "a flag is listed twice");
        listed.removeAll(there);
        assertEquals(Set.of(), listed, "flags that there are not");
    }

    private static List<String> in(Set<String> order, Set<String> some) {
        return order.stream().filter(some::contains).toList();
    }

    private static List<String> flags(String command, String usage) {
        var flags = new ArrayList<String>();
        USAGE.matcher(usage).results().forEach(match -> match.group(1).chars()
                .filter(Character::isLetterOrDigit).forEach(flag -> flags.add(command + " -" + (char) flag)));
        return flags;
    }
}
