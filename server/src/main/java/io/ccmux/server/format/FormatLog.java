package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.List;

/** How a format came to its value, step by step, in tmux's words; or nothing of it, if nobody wants to know. */
public final class FormatLog {
    static final FormatLog NONE = new FormatLog(false);
    private static final int LINES_MAX = 10_000;

    private final boolean wanted;
    private final List<String> lines = new ArrayList<>();

    private FormatLog(boolean wanted) {
        this.wanted = wanted;
    }

    public static FormatLog begin() {
        return new FormatLog(true);
    }

    /** @param depth of formats in formats, 0 for the outermost */
    void say(int depth, String... parts) {
        if (wanted && lines.size() < LINES_MAX) {
            lines.add("#" + " ".repeat(depth + 1) + String.join("", parts));
        }
    }

    public List<String> lines() {
        return List.copyOf(lines);
    }
}
