package io.ccmux.config;

import java.util.ArrayList;
import java.util.List;

/** The hooks: array options whose commands run on an occasion. One comes after each command named here. */
final class HookOptions {
    // @formatter:off
    private static final String AFTER = """
            bind-key capture-pane copy-mode display-message display-panes kill-pane list-buffers list-clients \
            list-keys list-panes list-sessions list-windows load-buffer lock-server new-session new-window \
            paste-buffer pipe-pane queue refresh-client rename-session rename-window resize-pane resize-window \
            save-buffer select-layout select-pane select-window send-keys set-buffer set-environment set-hook \
            set-option show-environment show-messages show-options split-window unbind-key""";
    private static final String SESSION = """
            alert-activity alert-bell alert-silence client-active client-attached client-detached \
            client-focus-in client-focus-out client-resized client-session-changed client-light-theme \
            client-dark-theme command-error session-closed session-created session-renamed \
            session-window-changed window-linked window-unlinked""";
    private static final String PANE = """
            pane-died pane-exited pane-focus-in pane-focus-out pane-mode-changed pane-set-clipboard \
            pane-title-changed""";
    private static final String WINDOW = """
            window-layout-changed window-pane-changed window-renamed window-resized""";
    // @formatter:on

    static final List<Option> ROWS = rows();

    private HookOptions() {}

    private static List<Option> rows() {
        List<Option> rows = new ArrayList<>();
        for (String command : AFTER.split(" ")) {
            rows.add(hook(new Rows(Scope.SESSION), "after-" + command, "Commands run after " + command));
        }
        for (String occasion : SESSION.split(" ")) {
            rows.add(hook(new Rows(Scope.SESSION), occasion, "Commands run on " + occasion));
        }
        for (String occasion : PANE.split(" ")) {
            rows.add(hook(new Rows(Scope.WINDOW, Scope.PANE), occasion, "Commands run on " + occasion));
        }
        for (String occasion : WINDOW.split(" ")) {
            rows.add(hook(new Rows(Scope.WINDOW), occasion, "Commands run on " + occasion));
        }
        return List.copyOf(rows);
    }

    private static Option hook(Rows rows, String name, String help) {
        return rows.list(name, OptionKind.COMMAND, "", help);
    }
}
