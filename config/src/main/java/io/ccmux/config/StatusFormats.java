package io.ccmux.config;

/** The long formats that draw the status line: one of windows, one of panes, one of sessions. */
final class StatusFormats {
    // @formatter:off
    static final String WINDOWS =
            "#[align=left range=left #{E:status-left-style}]#[push-default]#{T;=/#{status-left-length}"
            + ":status-left}#[pop-default]#[norange default]#[list=on align=#{status-justify}"
            + "]#[list=left-marker]<#[list=right-marker]>#[list=on]#{W:#[range=window|#{window_index} "
            + "#{E:window-status-style}#{?#{&&:#{window_last_flag},#{!=:#{E:window-status-last-style},"
            + "default}}, #{E:window-status-last-style},}#{?#{&&:#{window_bell_flag},"
            + "#{!=:#{E:window-status-bell-style},default}}, #{E:window-status-bell-style},"
            + "#{?#{&&:#{||:#{window_activity_flag},#{window_silence_flag}},"
            + "#{!=:#{E:window-status-activity-style},default}}, #{E:window-status-activity-style},}}"
            + "]#[push-default]#{T:window-status-format}#[pop-default]#[norange default]#{?loop_last_flag,,"
            + "#{E:window-status-separator}},#[range=window|#{window_index} list=focus "
            + "#{?#{!=:#{E:window-status-current-style},default},#{E:window-status-current-style},"
            + "#{E:window-status-style}}#{?#{&&:#{window_last_flag},#{!=:#{E:window-status-last-style},"
            + "default}}, #{E:window-status-last-style},}#{?#{&&:#{window_bell_flag},"
            + "#{!=:#{E:window-status-bell-style},default}}, #{E:window-status-bell-style},"
            + "#{?#{&&:#{||:#{window_activity_flag},#{window_silence_flag}},"
            + "#{!=:#{E:window-status-activity-style},default}}, #{E:window-status-activity-style},}}"
            + "]#[push-default]#{T:window-status-current-format}#[pop-default]#[norange list=on "
            + "default]#{?loop_last_flag,,#{E:window-status-separator}}}#[nolist align=right range=right "
            + "#{E:status-right-style}]#[push-default]#{T;=/#{status-right-length}:status-right}"
            + "#[pop-default]#[norange default]";
    static final String PANES =
            "#[align=left]#{R: ,#{n:#{session_name}}}P: #[norange default]#[list=on "
            + "align=#{status-justify}]#[list=left-marker]<#[list=right-marker]>#[list=on]#{P:#[range=pane|"
            + "#{pane_id} #{E:pane-status-style}]#[push-default]#{T:window-pane-status-format}"
            + "#[pop-default]#[norange list=on default]  ,#[range=pane|#{pane_id} list=focus "
            + "#{?#{!=:#{E:pane-status-current-style},default},#{E:pane-status-current-style},"
            + "#{E:pane-status-style}}]#[push-default]#{T:window-pane-current-status-format}"
            + "#[pop-default]#[norange list=on default] }";
    static final String SESSIONS =
            "#[align=left]#{R: ,#{n:#{session_name}}}S: #[norange default]#[list=on "
            + "align=#{status-justify}]#[list=left-marker]<#[list=right-marker]>#[list=on]#{S:#[range=sessi"
            + "on|#{session_id} #{E:session-status-style}]#[push-default]#S#{session_alert}"
            + "#[pop-default]#[norange list=on default]  ,#[range=session|#{session_id} list=focus "
            + "#{?#{!=:#{E:session-status-current-style},default},#{E:session-status-current-style},"
            + "#{E:session-status-style}}]#[push-default]#S*#{session_alert}#[pop-default]#[norange "
            + "list=on default] }";
    // @formatter:on

    private StatusFormats() {}
}
