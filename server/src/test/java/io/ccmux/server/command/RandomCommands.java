package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.ccmux.server.mux.Mux;

/** Commands on sessions, windows and panes as a seed has them; most can be done, some cannot. */
public final class RandomCommands {
    private final Random random;
    private final Mux mux;

    public RandomCommands(long seed, Mux mux) {
        this.random = new Random(seed);
        this.mux = mux;
    }

    private String pick(String... words) {
        return words[random.nextInt(words.length)];
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private String number(int most) {
        return Integer.toString(random.nextInt(most));
    }

    private String pane() {
        var panes = List.copyOf(mux.panes());
        return panes.isEmpty() || oneIn(10)
                ? pick("{top}", "{last}", "{next}", "{left-of}", ".+", "a:.1", "z:!", "%999", "=a:0", "{marked}")
                : panes.get(random.nextInt(panes.size())).id().toString();
    }

    private String window() {
        var windows = List.copyOf(mux.windows());
        return windows.isEmpty() || oneIn(5)
                ? pick("a:!", "a:+", "z:^", "a:2", "z:", "nope", "{end}")
                : windows.get(random.nextInt(windows.size())).id().toString();
    }

    private String slot() {
        return pick("a:", "z:", "a:1", "a:3", "z:0", "z:+2", "g:", "nope:1");
    }

    public List<String> next() {
        var words = new ArrayList<>(command());
        if (oneIn(3)) {
            words.add(1, pick("-d", "-Z", "-b", "-f", "-a", "-k", "-P"));
        }
        return words;
    }

    private List<String> command() {
        return switch (random.nextInt(30)) {
            case 0 -> List.of("new-session", "-d", "-s", pick("a", "z", "g"), "-x", number(200), "-y", number(80));
            case 1 -> List.of("new-session", "-d", "-t", pick("a", "z", "g"));
            case 2, 3 -> List.of("new-window", "-t", slot());
            case 4, 5, 6, 7, 8 -> List.of("split-window", pick("-h", "-v"), "-l", number(100) + "%", "-t", pane());
            case 9, 10 -> List.of("resize-pane", "-t", pane(), pick("-L", "-R", "-U", "-D"), number(20));
            case 11 -> List.of("resize-pane", "-t", pane(), "-x", number(100), "-y", number(40));
            case 12 -> List.of("resize-pane", "-Z", "-t", pane());
            case 13 -> List.of("resize-window", "-t", window(), "-x", number(200), "-y", number(80));
            case 14 -> List.of("select-layout", "-t", pane(), pick("tiled", "even-h", "main-vertical", "-E", "-o",
                    "main-horizontal-mirrored", "b25d,80x24,0,0,0"));
            case 15 -> List.of(pick("next-layout", "previous-layout"), "-t", window());
            case 16 -> List.of("swap-pane", "-s", pane(), "-t", pane());
            case 17 -> List.of("swap-window", "-s", window(), "-t", window());
            case 18 -> List.of("rotate-window", pick("-D", "-U"), "-t", window());
            case 19 -> List.of("break-pane", "-s", pane(), "-t", slot());
            case 20 -> List.of("join-pane", pick("-h", "-v"), "-s", pane(), "-t", pane());
            case 21 -> List.of(pick("move-window", "link-window"), "-s", window(), "-t", slot());
            case 22 -> List.of("unlink-window", "-t", window());
            case 23 -> List.of("select-pane", pick("-L", "-R", "-U", "-D", "-l", "-m", "-e"), "-t", pane());
            case 24 -> List.of("select-window", pick("-n", "-p", "-l", "-T"), "-t", window());
            case 25 -> List.of("kill-pane", "-t", pane());
            case 26 -> List.of(oneIn(3) ? "kill-window" : "respawn-window", "-t", window());
            case 27 -> oneIn(4) ? List.of("kill-session", "-t", pick("a", "z", "g")) : List.of("last-window");
            case 28 -> List.of("rename-window", "-t", window(), "name" + number(9));
            default -> List.of("set-option", "-g", "renumber-windows", pick("on", "off"));
        };
    }
}
