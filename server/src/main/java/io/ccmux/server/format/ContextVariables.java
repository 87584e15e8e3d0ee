package io.ccmux.server.format;

import java.util.List;
import java.util.stream.Stream;

/**
 * Variables that have a value only in some surroundings, and are empty elsewhere: in a pane that is in a mode, where
 * the mouse was, in a hook, in a list, in a loop.
 */
final class ContextVariables {
    /** Those of a mode; its pane tells their values. */
    private static final List<String> OF_MODES = List.of("copy_cursor_hyperlink", "copy_cursor_line",
            "copy_cursor_word", "copy_cursor_x", "copy_cursor_y", "copy_position", "copy_position_limit",
            "pane_search_string", "rectangle_toggle", "scroll_position", "search_count", "search_count_partial",
            "search_match", "search_present", "search_timed_out", "selection_active", "selection_end_x",
            "selection_end_y", "selection_mode", "selection_present", "selection_start_x", "selection_start_y",
            "top_line_time");

    /** Those that whoever expands a format adds. */
    private static final List<String> OF_OCCASIONS = List.of("buffer_created", "buffer_full", "buffer_name",
            "buffer_sample", "buffer_size", "command", "command_list_alias", "command_list_name", "command_list_usage",
            "command_prompt", "current_file", "hook", "hook_arguments", "hook_client", "hook_pane", "hook_session",
            "hook_session_name", "hook_window", "hook_window_name", "key_command", "key_has_repeat", "key_note",
            "key_prefix", "key_repeat", "key_string", "key_string_width", "key_table", "key_table_width", "line",
            "loop_index", "loop_last_flag", "message", "message_number", "message_text", "message_time",
            "mouse_hyperlink", "mouse_line", "mouse_pane", "mouse_status_line", "mouse_status_range", "mouse_word",
            "mouse_x", "mouse_y", "next_window_active", "next_window_index", "notes_only", "option_inherited",
            "option_is_global", "option_name", "option_scope", "option_unit", "option_value", "prev_window_active",
            "prev_window_index");

    static final List<Variables.Row> ROWS = Stream.concat(
            OF_MODES.stream().map(name -> new Variables.Row(name, it -> it.pane()
                    .map(pane -> it.world().modeVariables(pane.id()).getOrDefault(name, "")).orElse(""))),
            OF_OCCASIONS.stream().map(name -> new Variables.Row(name, it -> ""))).toList();

    private ContextVariables() {}
}
