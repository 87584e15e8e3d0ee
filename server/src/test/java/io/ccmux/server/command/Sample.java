package io.ccmux.server.command;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;

/**
 * A use of a command in the world of {@link EveryCommandJournaledTest}.
 *
 * @param line    as it would stand in a file
 * @param changes whether the state is another one afterwards
 */
public record Sample(String line, boolean changes) {
    /** Samples of each command under its name. A command without a row makes the test fail. */
    // @formatter:off
    public static final Map<String, List<Sample>> TABLE = Map.ofEntries(
            entry("attach-session",       List.of(reads("attach-session -t b"), changes("attach-session -t b -c /srv"))),
            entry("bind-key",             List.of(changes("bind-key -n F5 list-sessions"))),
            entry("break-pane",           List.of(changes("break-pane -d -s a:0.1"))),
            entry("capture-pane",         List.of(reads("capture-pane -p -e -S - -t a:0.0"),
                                                  changes("capture-pane -t a:0.0 -b captured"))),
            entry("checkpoint",           List.of(reads("checkpoint now"))),
            entry("choose-buffer",        List.of(reads("choose-buffer -t a:0.0"))),
            entry("choose-client",        List.of(reads("choose-client -t a:0.0"))),
            entry("choose-tree",          List.of(reads("choose-tree -t a:0.0"))),
            entry("clear-history",        List.of(changes("clear-history -t a:0.0"))),
            entry("clear-prompt-history", List.of(reads("clear-prompt-history"))),
            entry("clock-mode",           List.of(reads("clock-mode -t a:0.0"))),
            entry("command-prompt",       List.of(reads("command-prompt"))),
            entry("config",               List.of(reads("config reload"))),
            entry("confirm-before",       List.of(reads("confirm-before -y 'kill-window'"))),
            entry("copy-mode",            List.of(reads("copy-mode -t a:0.0"))),
            entry("customize-mode",       List.of(reads("customize-mode -t a:0.0"), changes("customize-mode -Z -t a:0.0"))),
            entry("delete-buffer",        List.of(changes("delete-buffer -b one"))),
            entry("detach-client",        List.of(reads("detach-client"))),
            entry("display-menu",         List.of(reads("display-menu -x 0 -y 0 item i list-keys"))),
            entry("display-message",      List.of(reads("display-message -p '#{pane_id}'"), reads("display-message x"))),
            entry("display-panes",        List.of(reads("display-panes"))),
            entry("display-popup",        List.of(reads("display-popup -E -w 50% -h 10 top"), reads("display-popup -C"))),
            entry("events",               List.of(reads("events --json"))),
            entry("find-window",          List.of(reads("find-window -t a:0.0 sh"))),
            entry("forget",               List.of(changes("forget -t a:0.0"), changes("forget -a"))),
            entry("has-session",          List.of(reads("has-session -t a"))),
            entry("if-shell",             List.of(reads("if-shell -F 0 'rename-window -t a:0 x'"),
                                                  changes("if-shell -F 1 'rename-window -t a:0 x'"),
                                                  changes("if-shell true 'rename-window -t a:0 x'"))),
            entry("join-pane",            List.of(changes("join-pane -d -s a:1.0 -t b:3.0"))),
            entry("kill-pane",            List.of(changes("kill-pane -t a:0.1"), changes("kill-pane -a -t a:0.1"))),
            entry("kill-server",          List.of(changes("kill-server"))),
            entry("kill-session",         List.of(changes("kill-session -t b"), changes("kill-session -a -t b"))),
            entry("kill-window",          List.of(changes("kill-window -t a:1"), changes("kill-window -a -t a:1"))),
            entry("last-pane",            List.of(changes("last-pane -t a:0"))),
            entry("last-window",          List.of(changes("last-window -t a"))),
            entry("layout",               List.of(reads("layout -t a save /some/file"), changes("layout load /some/file"))),
            entry("link-window",          List.of(changes("link-window -s a:1 -t b:5"), changes("link-window -b -s a:1 -t a:0"))),
            entry("list-buffers",         List.of(reads("list-buffers"))),
            entry("list-clients",         List.of(reads("list-clients"))),
            entry("list-commands",        List.of(reads("list-commands"))),
            entry("list-keys",            List.of(reads("list-keys"))),
            entry("list-panes",           List.of(reads("list-panes -a"))),
            entry("list-sessions",        List.of(reads("list-sessions"))),
            entry("list-windows",         List.of(reads("list-windows -a"))),
            entry("load-buffer",          List.of(changes("load-buffer -b loaded /some/file"))),
            entry("lock-client",          List.of(reads("lock-client"))),
            entry("lock-server",          List.of(reads("lock-server"))),
            entry("lock-session",         List.of(reads("lock-session -t a"))),
            entry("move-pane",            List.of(changes("move-pane -d -s a:1.0 -t b:3.0"))),
            entry("move-window",          List.of(changes("move-window -s a:1 -t b:9"), changes("move-window -r -t b"),
                                                  changes("move-window -a -d -s a:0 -t a:2"))),
            entry("new-pane",             List.of(changes("new-pane -t a:0"), changes("new-pane -d -x 20 -y 5 -X 3 -Y 50% -t a:0 top"))),
            entry("new-session",          List.of(changes("new-session -d -s new"), changes("new-session -d -t a"))),
            entry("new-window",           List.of(changes("new-window -t a"), changes("new-window -d -k -t a:1 top"))),
            entry("next-layout",          List.of(changes("next-layout -t a:0"))),
            entry("next-window",          List.of(changes("next-window -t a"))),
            entry("paste-buffer",         List.of(reads("paste-buffer -b one -t a:0.0"),
                                                  changes("paste-buffer -d -b one -t a:0.0"))),
            entry("pipe-pane",            List.of(reads("pipe-pane -t a:0.0 'cat > /dev/null'"))),
            entry("previous-layout",      List.of(changes("previous-layout -t a:0"))),
            entry("previous-window",      List.of(changes("previous-window -t a"))),
            entry("refresh-client",       List.of(reads("refresh-client"))),
            entry("rename-session",       List.of(changes("rename-session -t b c"))),
            entry("rename-window",        List.of(changes("rename-window -t a:0 x"))),
            entry("resize-pane",          List.of(changes("resize-pane -t a:0.0 -R 3"), changes("resize-pane -Z -t a:0.0"),
                                                  reads("resize-pane -T -t a:0.0"))),
            entry("resize-window",        List.of(changes("resize-window -t a:1 -x 60 -y 20"))),
            entry("respawn-pane",         List.of(changes("respawn-pane -k -t a:0.0 top"))),
            entry("respawn-window",       List.of(changes("respawn-window -k -t a:1"))),
            entry("rotate-window",        List.of(changes("rotate-window -t a:0"))),
            entry("run-shell",            List.of(reads("run-shell 'echo x'"),
                                                  changes("run-shell -C 'rename-window -t a:0 x'"))),
            entry("save-buffer",          List.of(reads("save-buffer -b one /some/file"))),
            entry("select-layout",        List.of(changes("select-layout -t a:0 tiled"), changes("select-layout -E -t a:0"))),
            entry("select-pane",          List.of(changes("select-pane -t a:0.0"), changes("select-pane -T title -t a:0.0"),
                                                  changes("select-pane -m -t a:0.0"), changes("select-pane -d -t a:0.0"))),
            entry("select-window",        List.of(changes("select-window -t a:1"))),
            entry("send-keys",            List.of(reads("send-keys -t a:0.0 ls Enter"), changes("send-keys -R -t a:0.0"))),
            entry("send-prefix",          List.of(reads("send-prefix -t a:0.0"))),
            entry("server-status",        List.of(reads("server-status"))),
            entry("server-access",        List.of(reads("server-access -l"))),
            entry("set-buffer",           List.of(changes("set-buffer text"), changes("set-buffer -a -b one more"),
                                                  changes("set-buffer -b one -n other"))),
            entry("set-environment",      List.of(changes("set-environment -t a NAME value"), changes("set-environment -g X y"),
                                                  changes("set-environment -r -t a PATH"))),
            entry("set-hook",             List.of(changes("set-hook -g after-new-window 'list-keys'"))),
            entry("set-option",           List.of(changes("set-option -g status-left x"), changes("set-option -s buffer-limit 9"),
                                                  changes("set-option -t a status off"), changes("set-option -g @own x"),
                                                  changes("set-option -p -t a:0.0 remain-on-exit on"))),
            entry("set-window-option",    List.of(changes("set-window-option -t a:0 mode-keys vi"))),
            entry("show-buffer",          List.of(reads("show-buffer -b one"))),
            entry("show-environment",     List.of(reads("show-environment -g"))),
            entry("show-hooks",           List.of(reads("show-hooks -g"))),
            entry("show-messages",        List.of(reads("show-messages"))),
            entry("show-options",         List.of(reads("show-options -g"))),
            entry("show-prompt-history",  List.of(reads("show-prompt-history"))),
            entry("show-window-options",  List.of(reads("show-window-options -g"))),
            entry("source-file",          List.of(changes("source-file /some/file"))),
            entry("split-window",         List.of(changes("split-window -h -t a:1"), changes("split-window -k -m gone -t a:1 true"), changes("split-window -I -t a:1"), changes("split-window -d -t a:1 top"))),
            entry("start-server",         List.of(reads("start-server"))),
            entry("stop-server",          List.of(reads("stop-server"))),
            entry("suspend-client",       List.of(reads("suspend-client"))),
            entry("swap-pane",            List.of(changes("swap-pane -s a:0.0 -t a:0.2"))),
            entry("swap-window",          List.of(changes("swap-window -s a:0 -t a:1"))),
            entry("switch-client",        List.of(reads("switch-client -t b"), reads("switch-client -r"))),
            entry("unbind-key",           List.of(changes("unbind-key -n F6"), changes("unbind-key -a -T own"))),
            entry("unlink-window",        List.of(changes("unlink-window -k -t a:1"))),
            entry("wait-for",             List.of(reads("wait-for -S channel"))));
    // @formatter:on

    private static Sample changes(String line) {
        return new Sample(line, true);
    }

    private static Sample reads(String line) {
        return new Sample(line, false);
    }
}
