package io.ccmux.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All that commands tell about the state, each command's answer under its name: what must be the same after a recovery,
 * line by line and colour by colour.
 *
 * @param answers command to what it printed
 */
record Picture(Map<String, String> answers) {
    private static final String SESSIONS = "#{session_id} #{session_name} #{session_windows} #{session_created} "
            + "#{session_path} #{session_group} #{session_alerts}";
    private static final String WINDOWS = "#{session_id}:#{window_index} #{window_id} #{window_name} #{window_layout} "
            + "#{window_visible_layout} #{window_flags} #{window_active} #{window_zoomed_flag} #{window_last_flag} "
            + "#{window_width}x#{window_height}";
    private static final String PANES = "#{window_id}.#{pane_index} #{pane_id} #{pane_active} #{pane_last} "
            + "#{pane_width}x#{pane_height}+#{pane_left}+#{pane_top} #{pane_title} #{cursor_x},#{cursor_y} "
            + "#{cursor_flag} #{alternate_on} #{history_size}/#{history_limit} #{scroll_region_upper}-"
            + "#{scroll_region_lower} #{keypad_flag}#{keypad_cursor_flag}#{mouse_button_flag}#{mouse_sgr_flag} "
            + "#{pane_start_command} #{pane_start_path}";

    static Picture of(Ccmux ccmux) {
        var answers = new LinkedHashMap<String, String>();
        answers.put("sessions", ccmux.must("list-sessions", "-F", SESSIONS));
        answers.put("windows", ccmux.must("list-windows", "-a", "-F", WINDOWS));
        answers.put("panes", ccmux.must("list-panes", "-a", "-F", PANES));
        answers.put("server options", ccmux.must("show-options", "-s"));
        answers.put("session options", ccmux.must("show-options", "-g"));
        answers.put("window options", ccmux.must("show-options", "-gw"));
        answers.put("keys", ccmux.must("list-keys"));
        answers.put("buffers", ccmux.must("list-buffers", "-F", "#{buffer_name} #{buffer_size} #{buffer_sample}"));
        for (String buffer : ccmux.must("list-buffers", "-F", "#{buffer_name}").lines().toList()) {
            answers.put("buffer " + buffer, ccmux.must("show-buffer", "-b", buffer));
        }
        for (String session : ccmux.must("list-sessions", "-F", "#{session_id}").lines().toList()) {
            answers.put("options of " + session, ccmux.must("show-options", "-t", session));
            answers.put("environment of " + session, ccmux.must("show-environment", "-t", session));
        }
        for (String window : ccmux.must("list-windows", "-a", "-F", "#{window_id}").lines().toList()) {
            answers.put("options of " + window, ccmux.must("show-options", "-w", "-t", window));
        }
        for (String pane : ccmux.must("list-panes", "-a", "-F", "#{pane_id}").lines().toList()) {
            answers.put("lines of " + pane, ccmux.must("capture-pane", "-p", "-e", "-S", "-", "-t", pane));
            if (ccmux.ask(pane, "#{alternate_on}").equals("1")) {
                answers.put("other screen of " + pane, ccmux.must("capture-pane", "-p", "-e", "-a", "-t", pane));
            }
        }
        return new Picture(answers);
    }

    void assertSame(Picture later) {
        answers.forEach((name, answer) -> assertEquals(answer, later.answers.get(name), name));
        assertEquals(answers.keySet(), later.answers.keySet());
    }
}
