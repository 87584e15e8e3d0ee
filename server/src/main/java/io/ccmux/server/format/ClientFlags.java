package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.List;

/**
 * What a client was told to be, by {@code attach-session -f} or {@code refresh-client -f}.
 *
 * @param readOnly      its user may look only
 * @param ignoresSize   windows do not take its size
 * @param staysOnDestroy it goes to another session rather than away when its own ends
 * @param noOutput      in control mode: nothing of what panes print
 * @param waitsExit     in control mode: it goes only after an empty line
 * @param pauseSeconds  in control mode: after how long a pane's output that it has not read is given up; 0 for never
 * @param ownPane      it has an active pane of its own in each window, which others do not change
 * @param suspended     it is stopped, or its terminal is locked
 */
public record ClientFlags(boolean readOnly, boolean ignoresSize, boolean staysOnDestroy, boolean noOutput,
        boolean waitsExit, int pauseSeconds, boolean ownPane, boolean suspended) {
    public static final ClientFlags NONE = new ClientFlags(false, false, false, false, false, 0, false, false);
    private static final String PAUSE = "pause-after";
    private static final int DIGITS_MAX = 8;

    /** These flags with one changed: its name, with {@code !} before it to take it away; unknown names do nothing. */
    public ClientFlags with(String word) {
        boolean on = !word.startsWith("!");
        String name = on ? word : word.substring(1);
        if (name.equals(PAUSE) || name.startsWith(PAUSE + "=")) {
            return new ClientFlags(readOnly, ignoresSize, staysOnDestroy, noOutput, waitsExit,
                    on ? seconds(name.substring(PAUSE.length())) : 0, ownPane, suspended);
        }
        return new ClientFlags(name.equals("read-only") ? on : readOnly,
                name.equals("ignore-size") ? on : ignoresSize,
                name.equals("no-detach-on-destroy") ? on : staysOnDestroy, name.equals("no-output") ? on : noOutput,
                name.equals("wait-exit") ? on : waitsExit, pauseSeconds,
                name.equals("active-pane") ? on : ownPane, suspended);
    }

    public ClientFlags suspended(boolean now) {
        return new ClientFlags(readOnly, ignoresSize, staysOnDestroy, noOutput, waitsExit, pauseSeconds, ownPane, now);
    }

    private static int seconds(String given) {
        String digits = given.replace("=", "");
        boolean number = !digits.isEmpty() && digits.length() <= DIGITS_MAX
                && digits.chars().allMatch(Character::isDigit);
        return number ? Math.max(1, Integer.parseInt(digits)) : 1;
    }

    /** Their names, in tmux's order; the terminal's own are put round them. */
    List<String> words() {
        var words = new ArrayList<String>();
        add(words, ignoresSize, "ignore-size");
        add(words, staysOnDestroy, "no-detach-on-destroy");
        add(words, noOutput, "no-output");
        add(words, waitsExit, "wait-exit");
        add(words, pauseSeconds > 0, PAUSE + "=" + pauseSeconds);
        add(words, readOnly, "read-only");
        add(words, ownPane, "active-pane");
        add(words, suspended, "suspended");
        return words;
    }

    private static void add(List<String> words, boolean set, String name) {
        if (set) {
            words.add(name);
        }
    }
}
