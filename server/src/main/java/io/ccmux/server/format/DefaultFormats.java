package io.ccmux.server.format;

/** What lists and commands print when the user gives no format; those of tmux 3.7c. */
public final class DefaultFormats {
    public static final String LIST_SESSIONS = "#{session_name}: #{session_windows} windows "
            + "(created #{t:session_created})#{?session_grouped, (group ,}#{session_group}#{?session_grouped,),}"
            + "#{?session_attached, (attached),}";

    private static final String WINDOW = "#{window_index}: #{window_name}#{window_raw_flags} (#{window_panes} panes) "
            + "[#{window_width}x#{window_height}] ";
    public static final String LIST_WINDOWS = WINDOW + "[layout #{window_layout}] #{window_id}"
            + "#{?window_active, (active),}";
    public static final String LIST_ALL_WINDOWS = "#{session_name}:" + WINDOW;

    public static final String LIST_PANES = "#{pane_index}: [#{pane_width}x#{pane_height}] [history "
            + "#{history_size}/#{history_limit}, #{history_bytes} bytes] #{pane_id}#{?pane_active, (active),}"
            + "#{?pane_dead, (dead),}";
    public static final String LIST_SESSION_PANES = "#{window_index}." + LIST_PANES;
    public static final String LIST_ALL_PANES = "#{session_name}:" + LIST_SESSION_PANES;

    public static final String LIST_CLIENTS = "#{client_name}: #{session_name} "
            + "[#{client_width}x#{client_height} #{client_termname}] #{?#{!=:#{client_uid},#{uid}},"
            + "[user #{?client_user,#{client_user},#{client_uid},}] ,}#{?client_flags,(,}#{client_flags}"
            + "#{?client_flags,),}";
    public static final String LIST_BUFFERS = "#{buffer_name}: #{buffer_size} bytes: \"#{buffer_sample}\"";

    public static final String DISPLAY_MESSAGE = "[#{session_name}] #{window_index}:#{window_name}, current pane "
            + "#{pane_index} - (%H:%M %d-%b-%y)";
    public static final String NEW_SESSION = "#{session_name}:";
    /** Also of split-window and break-pane. */
    public static final String NEW_WINDOW = "#{session_name}:#{window_index}.#{pane_index}";

    public static final String CHOOSE_TREE = "#{?pane_format,#{?pane_marked,#[reverse],}#{pane_current_command}"
            + "#{?pane_active,*,}#{?pane_marked,M,}#{?#{&&:#{pane_title},#{!=:#{pane_title},#{host_short}}},"
            + ": \"#{pane_title}\",},#{?window_format,#{?window_marked_flag,#[reverse],}#{window_name}"
            + "#{window_flags}#{?#{&&:#{==:#{window_panes},1},#{&&:#{pane_title},#{!=:#{pane_title},"
            + "#{host_short}}}},: \"#{pane_title}\",},#{session_windows} windows#{?session_grouped, (group "
            + "#{session_group}: #{session_group_list}),}#{?session_attached, (attached),}}}";
    public static final String CHOOSE_BUFFER = "#{t/p:buffer_created}: #{buffer_sample}";
    public static final String CHOOSE_CLIENT = "#{t/p:client_activity}: session #{session_name}";

    private DefaultFormats() {}
}
