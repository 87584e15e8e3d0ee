package io.ccmux.server.input;

/**
 * The keys that work without a prefix: all of them the mouse's, as tmux 3.7c has them.
 * Rows of key, note, {@code -r} for repeat, and command.
 */
final class RootKeys {
    // @formatter:off
    static final String[] ROWS = {
            "C-MouseDown1Pane", "", "", "swap-pane -s @",
            "C-MouseDown1Status", "", "", "swap-window -t @",
            "DoubleClick1Pane", "", "",
                "select-pane -t = \\; if-shell -F \"#{||:#{pane_in_mode},#{mouse_any_flag}}\" { send-keys "
                    + "-M } { copy-mode -H ; send-keys -X select-word ; run-shell -d 0.3 ; send-keys -X "
                    + "copy-pipe-and-cancel }",
            "M-MouseDown3Pane", "", "",
                "display-menu -T \"#[align=centre]#{pane_index} (#{pane_id})\" -t = -x M -y M "
                    + Menus.PANE,
            "M-MouseDown3Status", "", "",
                "display-menu -T \"#[align=centre]#{window_index}:#{window_name}\" -t = -x W -y W "
                    + Menus.WINDOW,
            "M-MouseDown3StatusLeft", "", "",
                "display-menu -T \"#[align=centre]#{session_name}\" -t = -x M -y W "
                    + Menus.SESSION,
            "MouseDown1Border", "", "", "select-pane -M",
            "MouseDown1Control8", "", "", "resize-pane -Z",
            "MouseDown1Control9", "", "",
                "display-menu -O -T \"Kill pane #{pane_index}?\" -t = -x M -y M Yes y { kill-pane -t = } "
                    + "No n { }",
            "MouseDown1Pane", "", "", "select-pane -t = \\; send-keys -M",
            "MouseDown1ScrollbarDown", "", "",
                "if-shell -F -t = \"#{pane_in_mode}\" { send-keys -X page-down } { copy-mode -d }",
            "MouseDown1ScrollbarUp", "", "",
                "if-shell -F -t = \"#{pane_in_mode}\" { send-keys -X page-up } { copy-mode -u }",
            "MouseDown1Status", "", "", "switch-client -t =",
            "MouseDown2Pane", "", "",
                "select-pane -t = \\; if-shell -F \"#{||:#{pane_in_mode},#{mouse_any_flag}}\" { send-keys "
                    + "-M } { paste-buffer -p }",
            "MouseDown3Pane", "", "",
                "if-shell -F -t = \"#{||:#{mouse_any_flag},#{&&:#{pane_in_mode},#{?#{m/r:(copy|view)-mode,"
                    + "#{pane_mode}},0,1}}}\" { select-pane -t = ; send-keys -M } { display-menu -T "
                    + "\"#[align=centre]#{pane_index} (#{pane_id})\" -t = -x M -y M "
                    + Menus.PANE
                    + " }",
            "MouseDown3Status", "", "",
                "display-menu -T \"#[align=centre]#{window_index}:#{window_name}\" -t = -x W -y W "
                    + Menus.WINDOW,
            "MouseDown3StatusLeft", "", "",
                "display-menu -T \"#[align=centre]#{session_name}\" -t = -x M -y W "
                    + Menus.SESSION,
            "MouseDrag1Border", "", "", "resize-pane -M",
            "MouseDrag1Pane", "", "",
                "if-shell -F \"#{||:#{pane_in_mode},#{mouse_any_flag}}\" { send-keys -M } { copy-mode -M }",
            "MouseDrag1ScrollbarSlider", "", "",
                "if-shell -F -t = \"#{pane_in_mode}\" { send-keys -X scroll-to-mouse } { copy-mode -S }",
            "TripleClick1Pane", "", "",
                "select-pane -t = \\; if-shell -F \"#{||:#{pane_in_mode},#{mouse_any_flag}}\" { send-keys "
                    + "-M } { copy-mode -H ; send-keys -X select-line ; run-shell -d 0.3 ; send-keys -X "
                    + "copy-pipe-and-cancel }",
            "WheelDownStatus", "", "", "next-window",
            "WheelUpPane", "", "",
                "if-shell -F \"#{||:#{alternate_on},#{pane_in_mode},#{mouse_any_flag}}\" { send-keys -M } "
                    + "{ copy-mode -e }",
            "WheelUpStatus", "", "", "previous-window"
    };
    // @formatter:on

    private RootKeys() {}
}
