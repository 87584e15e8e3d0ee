package io.ccmux.server.input;

/** The items of the menus that the default keys show: names, keys and commands, as tmux 3.7c has them. */
final class Menus {
    // @formatter:off
    static final String PANE =
            "\"#{?#{m/r:(copy|view)-mode,#{pane_mode}},Go To Top,}\" < { send-keys -X history-top } "
            + "\"#{?#{m/r:(copy|view)-mode,#{pane_mode}},Go To Bottom,}\" > { send-keys -X "
            + "history-bottom } '' \"#{?#{&&:#{buffer_size},#{!:#{pane_in_mode}}},Paste "
            + "#[underscore]#{=/9/...:buffer_sample},}\" p { paste-buffer } '' \"#{?mouse_word,Search "
            + "For #[underscore]#{=/9/...:mouse_word},}\" C-r { if-shell -F "
            + "\"#{?#{m/r:(copy|view)-mode,#{pane_mode}},0,1}\" \"copy-mode -t=\" ; send-keys -X -t = "
            + "search-backward -- \"#{q:mouse_word}\" } \"#{?mouse_word,Type "
            + "#[underscore]#{=/9/...:mouse_word},}\" C-y { copy-mode -q ; send-keys -l "
            + "\"#{q:mouse_word}\" } \"#{?mouse_word,Copy #[underscore]#{=/9/...:mouse_word},}\" c { "
            + "copy-mode -q ; set-buffer \"#{q:mouse_word}\" } \"#{?mouse_line,Copy Line,}\" l { "
            + "copy-mode -q ; set-buffer \"#{q:mouse_line}\" } '' \"#{?mouse_hyperlink,Type "
            + "#[underscore]#{=/9/...:mouse_hyperlink},}\" C-h { copy-mode -q ; send-keys -l "
            + "\"#{q:mouse_hyperlink}\" } \"#{?mouse_hyperlink,Copy "
            + "#[underscore]#{=/9/...:mouse_hyperlink},}\" h { copy-mode -q ; set-buffer "
            + "\"#{q:mouse_hyperlink}\" } '' \"#{?#{!:#{pane_floating_flag}},Horizontal Split,}\" h { "
            + "split-window -h } \"#{?#{!:#{pane_floating_flag}},Vertical Split,}\" v { split-window -v "
            + "} '' \"#{?#{&&:#{!:#{pane_floating_flag}},#{>:#{window_panes},1}},Swap Up,}\" u { "
            + "swap-pane -U } \"#{?#{&&:#{!:#{pane_floating_flag}},#{>:#{window_panes},1}},Swap Down,}\" "
            + "d { swap-pane -D } \"#{?pane_marked_set,,-}Swap Marked\" s { swap-pane } '' Kill X { "
            + "kill-pane } Respawn R { respawn-pane -k } \"#{?pane_marked,Unmark,Mark}\" m { select-pane "
            + "-m } \"#{?#{>:#{window_panes},1},,-}#{?window_zoomed_flag,Unzoom,Zoom}\" z { resize-pane "
            + "-Z }";
    static final String WINDOW =
            "\"#{?#{>:#{session_windows},1},,-}Swap Left\" l { swap-window -t :-1 } "
            + "\"#{?#{>:#{session_windows},1},,-}Swap Right\" r { swap-window -t :+1 } "
            + "\"#{?pane_marked_set,,-}Swap Marked\" s { swap-window } '' Kill X { kill-window } Respawn "
            + "R { respawn-window -k } \"#{?pane_marked,Unmark,Mark}\" m { select-pane -m } Rename n { "
            + "command-prompt -F -I \"#W\" { rename-window -t \"#{window_id}\" \"%%\" } } '' \"New "
            + "After\" w { new-window -a } \"New At End\" W { new-window }";
    static final String SESSION =
            "Next n { switch-client -n } Previous p { switch-client -p } '' Renumber N { move-window "
            + "-r } Rename r { command-prompt -I \"#S\" { rename-session \"%%\" } } Detach d { "
            + "detach-client } '' \"New Session\" s { new-session } \"New Window\" w { new-window }";
    // @formatter:on

    private Menus() {}
}
