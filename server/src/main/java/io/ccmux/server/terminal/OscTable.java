package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ccmux.server.terminal.ControlFunction.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The control functions written OSC, a number, a semicolon and text, up to BEL or ST. */
final class OscTable {
    private static final int NUMBER_DIGITS_MAX = 4;
    /** What stands after the ESC of a string that names the window. */
    private static final int WINDOW_NAME = 'k';

    /** What a function does with its text; an answer ends as the question did, in BEL or not. */
    private interface Action {
        void run(Emulator emulator, String text, boolean bell);
    }

    private record Function(String name, int number, String what, Action action) {}

    private static final Action NOTHING = (terminal, text, bell) -> {};

    // @formatter:off
    private static final List<Function> FUNCTIONS = List.of(
            osc("TITLE",     0,   "title",                                     (t, s, bell) -> OscActions.title(t, s)),
            osc("ICON",      1,   "name of the icon",                          NOTHING),
            osc("TITLE",     2,   "title",                                     (t, s, bell) -> OscActions.title(t, s)),
            osc("COLOUR",    4,   "set or query a colour of the palette; from 256 on those of OSC 5",      OscColours::indexed),
            osc("SPECIAL",   5,   "set or query a colour of bold, underlined, blinking, reversed, italic text: kept, not shown", OscColours::special),
            osc("CWD",       7,   "current directory, as a file: URL or path", (t, s, bell) -> OscActions.directory(t, s)),
            osc("LINK",      8,   "hyperlink",                                 (t, s, bell) -> OscActions.link(t, s)),
            osc("NOTIFY",    9,   "notification; 9;4 progress",                (t, s, bell) -> OscActions.notification(t, s)),
            dynamic("FOREGROUND", 10, "set or query the foreground, then 11 and on"),
            dynamic("BACKGROUND", 11, "set or query the background, then 12 and on"),
            dynamic("CURSOR", 12, "set or query the colour of the cursor, then 13 and on"),
            dynamic("POINTER", 13, "set or query the foreground of the mouse: kept, not shown"),
            dynamic("POINTER", 14, "set or query the background of the mouse: kept, not shown"),
            dynamic("TEKTRONIX", 15, "set or query a colour of Tektronix: kept, not shown"),
            dynamic("TEKTRONIX", 16, "set or query a colour of Tektronix: kept, not shown"),
            dynamic("HIGHLIGHT", 17, "set or query the background of a selection: kept, not shown"),
            dynamic("TEKTRONIX", 18, "set or query a colour of Tektronix: kept, not shown"),
            dynamic("HIGHLIGHT", 19, "set or query the foreground of a selection: kept, not shown"),
            osc("CLIPBOARD", 52,  "set the clipboard; reading it is up to the user", (t, s, bell) -> OscActions.clipboard(t, s)),
            osc("NOTIFY",    99,  "notification, as kitty has it: title or body in one piece", (t, s, bell) -> OscActions.kittyNotification(t, s)),
            osc("COLOUR",    104, "reset colours of the palette; from 256 on those of OSC 5",              (t, s, bell) -> OscColours.resetIndexed(t, s)),
            osc("SPECIAL",   105, "reset colours of OSC 5",                    (t, s, bell) -> OscColours.resetSpecial(t, s)),
            resets("FOREGROUND", 110, "reset what OSC 10 sets"),
            resets("BACKGROUND", 111, "reset what OSC 11 sets"),
            resets("CURSOR", 112, "reset what OSC 12 sets"),
            resets("POINTER", 113, "reset what OSC 13 sets"),
            resets("POINTER", 114, "reset what OSC 14 sets"),
            resets("TEKTRONIX", 115, "reset what OSC 15 sets"),
            resets("TEKTRONIX", 116, "reset what OSC 16 sets"),
            resets("HIGHLIGHT", 117, "reset what OSC 17 sets"),
            resets("TEKTRONIX", 118, "reset what OSC 18 sets"),
            resets("HIGHLIGHT", 119, "reset what OSC 19 sets"),
            osc("PROMPT",    133, "prompt marks A B C D",                      (t, s, bell) -> OscActions.promptMark(t, s)),
            osc("NOTIFY",    777, "notification: notify;title;text",           (t, s, bell) -> OscActions.titledNotification(t, s)));
    // @formatter:on

    private static final Map<Integer, Function> BY_NUMBER = index();

    private OscTable() {}

    private static Function osc(String name, int number, String what, Action action) {
        return new Function(name, number, what, action);
    }

    private static Function dynamic(String name, int number, String what) {
        return osc(name, number, what, (t, s, bell) -> OscColours.dynamic(t, s, number, bell));
    }

    private static Function resets(String name, int number, String what) {
        return osc(name, number, what, (t, s, bell) -> OscColours.resetDynamic(t, number));
    }

    private static Map<Integer, Function> index() {
        Map<Integer, Function> byNumber = new HashMap<>();
        FUNCTIONS.forEach(function -> byNumber.put(function.number, function));
        return byNumber;
    }

    /** Does what a string asks for: the one that screen invented, or one that a number begins. */
    static void run(Emulator emulator, int introducer, Collector collected, boolean bell) {
        if (introducer == WINDOW_NAME) {
            OscActions.windowName(emulator, collected.bytes(), collected.length());
        } else {
            run(emulator, collected.bytes(), collected.length(), bell);
        }
    }

    /** Nothing if its number is unknown. */
    private static void run(Emulator emulator, byte[] string, int length, boolean bell) {
        int number = 0;
        int at = 0;
        while (at < length && at < NUMBER_DIGITS_MAX && string[at] >= '0' && string[at] <= '9') {
            number = number * 10 + string[at++] - '0';
        }
        Function function = BY_NUMBER.get(number);
        boolean ends = at == length;
        if (at > 0 && function != null && (ends || string[at] == ';')) {
            int from = ends ? at : at + 1;
            function.action.run(emulator, new String(string, from, length - from, UTF_8), bell);
        }
    }

    static List<ControlFunction> functions() {
        return FUNCTIONS.stream().map(f -> new ControlFunction("OSC", Integer.toString(f.number), f.name, f.what,
                Status.of(!f.action.equals(NOTHING)))).toList();
    }
}
