package io.ccmux.server.input;

/**
 * The keys of copy mode in the manner of emacs, as tmux 3.7c has them.
 * Rows of key, note, {@code -r} for repeat, and command.
 */
final class CopyModeKeys {
    // @formatter:off
    static final String[] ROWS = {
            "M-{", "", "", "send-keys -X previous-paragraph",
            "M-}", "", "", "send-keys -X next-paragraph",
            ",", "", "", "send-keys -X jump-reverse",
            "C-Down", "", "", "send-keys -X scroll-down",
            "C-M-b", "", "", "send-keys -X previous-matching-bracket",
            "C-M-f", "", "", "send-keys -X next-matching-bracket",
            "C-Space", "", "", "send-keys -X begin-selection",
            "C-Up", "", "", "send-keys -X scroll-up",
            "C-[", "", "", "send-keys -X cancel",
            "C-a", "", "", "send-keys -X start-of-line",
            "C-b", "", "", "send-keys -X cursor-left",
            "C-c", "", "", "send-keys -X cancel",
            "C-e", "", "", "send-keys -X end-of-line",
            "C-f", "", "", "send-keys -X cursor-right",
            "C-g", "", "", "send-keys -X clear-selection",
            "C-k", "", "", "send-keys -X copy-pipe-end-of-line-and-cancel",
            "C-l", "", "", "send-keys -X recentre-top-bottom",
            "C-n", "", "", "send-keys -X cursor-down",
            "C-p", "", "", "send-keys -X cursor-up",
            "C-r", "", "",
                "command-prompt -i -I \"#{pane_search_string}\" -T search -p \"(search up)\" { send-keys "
                    + "-X search-backward-incremental -- \"%%\" }",
            "C-s", "", "",
                "command-prompt -i -I \"#{pane_search_string}\" -T search -p \"(search down)\" { send-keys "
                    + "-X search-forward-incremental -- \"%%\" }",
            "C-v", "", "", "send-keys -X page-down",
            "C-w", "", "", "send-keys -X copy-pipe-and-cancel",
            "DoubleClick1Pane", "", "",
                "select-pane \\; send-keys -X select-word \\; run-shell -d 0.3 \\; send-keys -X "
                    + "copy-pipe-and-cancel",
            "Down", "", "", "send-keys -X cursor-down",
            "End", "", "", "send-keys -X end-of-line",
            "Escape", "", "", "send-keys -X cancel",
            "F", "", "", "command-prompt -1 -p \"(jump backward)\" { send-keys -X jump-backward -- \"%%\" }",
            "Home", "", "", "send-keys -X start-of-line",
            "Left", "", "", "send-keys -X cursor-left",
            "M-1", "", "", "command-prompt -N -I 1 -p (repeat) { send-keys -N \"%%\" }",
            "M-2", "", "", "command-prompt -N -I 2 -p (repeat) { send-keys -N \"%%\" }",
            "M-3", "", "", "command-prompt -N -I 3 -p (repeat) { send-keys -N \"%%\" }",
            "M-4", "", "", "command-prompt -N -I 4 -p (repeat) { send-keys -N \"%%\" }",
            "M-5", "", "", "command-prompt -N -I 5 -p (repeat) { send-keys -N \"%%\" }",
            "M-6", "", "", "command-prompt -N -I 6 -p (repeat) { send-keys -N \"%%\" }",
            "M-7", "", "", "command-prompt -N -I 7 -p (repeat) { send-keys -N \"%%\" }",
            "M-8", "", "", "command-prompt -N -I 8 -p (repeat) { send-keys -N \"%%\" }",
            "M-9", "", "", "command-prompt -N -I 9 -p (repeat) { send-keys -N \"%%\" }",
            "M-<", "", "", "send-keys -X history-top",
            "M->", "", "", "send-keys -X history-bottom",
            "M-Down", "", "", "send-keys -X halfpage-down",
            "M-R", "", "", "send-keys -X top-line",
            "M-Up", "", "", "send-keys -X halfpage-up",
            "M-b", "", "", "send-keys -X previous-word",
            "M-f", "", "", "send-keys -X next-word-end",
            "M-l", "", "", "send-keys -X cursor-centre-horizontal",
            "M-m", "", "", "send-keys -X back-to-indentation",
            "M-r", "", "", "send-keys -X middle-line",
            "M-v", "", "", "send-keys -X page-up",
            "M-w", "", "", "send-keys -X copy-pipe-and-cancel",
            "M-x", "", "", "send-keys -X jump-to-mark",
            "MouseDown1Pane", "", "", "select-pane",
            "MouseDrag1Pane", "", "", "select-pane \\; send-keys -X begin-selection",
            "MouseDragEnd1Pane", "", "", "send-keys -X copy-pipe-and-cancel",
            "N", "", "", "send-keys -X search-reverse",
            "NPage", "", "", "send-keys -X page-down",
            "P", "", "", "send-keys -X toggle-position",
            "PPage", "", "", "send-keys -X page-up",
            "R", "", "", "send-keys -X rectangle-toggle",
            "Right", "", "", "send-keys -X cursor-right",
            "Space", "", "", "send-keys -X page-down",
            "T", "", "", "command-prompt -1 -p \"(jump to backward)\" { send-keys -X jump-to-backward -- \"%%\" }",
            "TripleClick1Pane", "", "",
                "select-pane \\; send-keys -X select-line \\; run-shell -d 0.3 \\; send-keys -X "
                    + "copy-pipe-and-cancel",
            "Up", "", "", "send-keys -X cursor-up",
            "WheelDownPane", "", "", "select-pane \\; send-keys -X -N 5 scroll-down",
            "WheelUpPane", "", "", "select-pane \\; send-keys -X -N 5 scroll-up",
            "X", "", "", "send-keys -X set-mark",
            ";", "", "", "send-keys -X jump-again",
            "f", "", "", "command-prompt -1 -p \"(jump forward)\" { send-keys -X jump-forward -- \"%%\" }",
            "g", "", "", "command-prompt -p \"(goto line)\" { send-keys -X goto-line -- \"%%\" }",
            "n", "", "", "send-keys -X search-again",
            "q", "", "", "send-keys -X cancel",
            "r", "", "", "send-keys -X refresh-from-pane",
            "t", "", "", "command-prompt -1 -p \"(jump to forward)\" { send-keys -X jump-to-forward -- \"%%\" }"
    };
    // @formatter:on

    private CopyModeKeys() {}
}
