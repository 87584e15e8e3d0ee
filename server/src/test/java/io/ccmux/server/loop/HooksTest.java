package io.ccmux.server.loop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commands that run because something happened. */
class HooksTest {
    private final LoopBench bench = new LoopBench();

    @BeforeEach
    void startWithASession() {
        bench.must("new-session", "-d", "-s", "a", "-x", "80", "-y", "24");
    }

    /** What hooks have noted down since the last call, by {@code set -a @log}. */
    private String noted() {
        String noted = bench.must("show-options", "-gqv", "@log").strip();
        bench.must("set-option", "-gu", "@log");
        return noted;
    }

    private void note(String hook, String format) {
        bench.must("set-hook", "-ga", hook, "set-option -gaF @log '" + format + " '");
    }

    @Test
    void runAfterACommandWithWhatItWasCalledWith() {
        note("after-rename-window", "#{hook}:#{hook_arguments}:#{hook_argument_0}:#{hook_flag_t}");
        bench.must("rename-window", "-t", "a:0", "new");
        assertEquals("after-rename-window:-t a:0 new:new:a:0", noted());
    }

    @Test
    void standInWhatWasMade() {
        note("after-split-window", "#{pane_id}");
        note("after-new-window", "#{window_index}#{pane_id}");
        bench.must("split-window", "-d", "-t", "a:0");
        bench.must("new-window", "-d", "-t", "a:5");
        assertEquals("%1 5%2", noted());
    }

    @Test
    void runNoHooksThemselves() {
        note("after-rename-window", "renamed");
        bench.must("set-hook", "-ga", "after-rename-window", "rename-window again");
        note("window-renamed", "told");
        bench.must("rename-window", "-t", "a:0", "new");
        assertEquals("renamed told", noted());
        assertEquals("again\n", bench.must("display-message", "-p", "#{window_name}"));
    }

    @Test
    void runBeforeTheRestOfTheLine() {
        note("after-rename-window", "#{window_name}");
        bench.must("rename-window", "one", ";", "set-option", "-ga", "@log", "two ");
        assertEquals("one two", noted());
    }

    @Test
    void runOnErrors() {
        note("command-error", "#{hook}");
        assertEquals(1, bench.run("kill-pane", "-t", "%99").status);
        assertEquals("command-error", noted());
    }

    @Test
    void tellOfSessionsAndWindows() {
        for (String hook : new String[]{"session-created", "session-closed", "session-renamed", "window-linked",
            "window-unlinked", "session-window-changed"}) {
            note(hook, "#{hook}=#{hook_session_name}");
        }
        note("window-renamed", "#{hook}=#{hook_window_name}");
        note("window-pane-changed", "#{hook}=#{hook_window}");
        note("window-layout-changed", "#{hook}=#{hook_window}");
        bench.must("new-session", "-d", "-s", "b");
        assertEquals("window-linked=b session-created=b", noted());
        bench.must("rename-session", "-t", "b", "c");
        assertEquals("session-renamed=c", noted());
        bench.must("split-window", "-t", "a:0");
        assertEquals("window-pane-changed=@0 window-layout-changed=@0", noted());
        bench.must("kill-session", "-t", "c");
        assertEquals("session-closed=c window-unlinked=c", noted());
        bench.must("rename-window", "-t", "a:0", "w");
        assertEquals("window-renamed=w", noted());
    }

    @Test
    void tellOfPanesThatEnd() {
        bench.must("split-window", "-t", "a:0");
        bench.must("split-window", "-t", "a:0");
        note("pane-exited", "exited=#{hook_pane}");
        bench.must("set-hook", "-pt", "%2", "pane-died", "set-option -gaF @log 'died=#{pane_id}'");
        bench.exit(1, 0);
        assertEquals("exited=%1", noted());
        bench.must("set-option", "-wt", "a:0", "remain-on-exit", "on");
        bench.exit(2, 0);
        assertEquals("died=%2", noted());
    }

    @Test
    void tellOfClients() {
        for (String hook : new String[]{"client-attached", "client-detached", "client-session-changed",
            "client-resized"}) {
            note(hook, "#{hook}=#{hook_client}");
        }
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        String name = bench.must("list-clients", "-F", "#{client_name}").strip();
        assertEquals("client-attached=" + name + " client-session-changed=" + name, noted());
        bench.must("detach-client", "-s", "a");
        assertEquals("client-detached=" + name, noted());
        assertEquals("[detached (from session a)]", seat.bye);
    }

    @Test
    void tellOfModesTitlesAndFocus() {
        note("pane-mode-changed", "mode=#{pane_mode}");
        note("pane-title-changed", "title=#{pane_title}");
        note("pane-focus-in", "in=#{pane_id}");
        note("pane-focus-out", "out=#{hook_pane}");
        bench.must("copy-mode", "-t", "a:0");
        bench.must("send-keys", "-X", "-t", "a:0", "cancel");
        assertEquals("mode=copy-mode mode=", noted());
        bench.print(0, "\033]2;hello\007");
        assertEquals("title=hello", noted());
        bench.must("set-option", "-s", "focus-events", "on");
        bench.must("split-window", "-t", "a:0");
        bench.print(1, "\033[?1004h");
        var seat = bench.attach(80, 24, "attach-session", "-t", "a");
        bench.must("select-pane", "-t", "%0");
        bench.type(seat, "\033[O");
        assertEquals("in=%1 out=%1 in=%0 out=%0", noted());
        assertEquals("\033[I\033[O", bench.outside.typed.get(new io.ccmux.server.mux.PaneId(1)).toString());
    }

    @Test
    void canBeRunByHand() {
        note("window-renamed", "by hand");
        bench.must("set-hook", "-gR", "window-renamed");
        assertTrue(noted().startsWith("by hand"));
    }

    @Test
    void areSharedByCommandsThatDoTheSame() {
        bench.must("new-window", "-d");
        bench.must("set-hook", "-g", "after-select-window", "set-option -ga @log w");
        bench.must("set-hook", "-g", "after-select-pane", "set-option -ga @log p");
        bench.must("next-window");
        bench.must("previous-window");
        bench.must("last-window");
        bench.must("select-pane", "-m");
        bench.must("select-pane", "-T", "title");
        assertEquals("www\n", bench.must("show-options", "-gv", "@log"));
    }

    @Test
    void runWhenAWindowIsLinkedOnceMore() {
        bench.must("set-hook", "-g", "window-linked", "set-option -ga @log +");
        bench.must("set-hook", "-g", "window-unlinked", "set-option -ga @log -");
        bench.must("link-window", "-s", "a:0", "-t", "a:5");
        bench.must("unlink-window", "-t", "a:5");
        assertEquals("+-\n", bench.must("show-options", "-gv", "@log"));
    }
}
