package io.ccmux.server.format;

import static io.ccmux.server.format.Subject.flag;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.ccmux.server.terminal.Modes;
import io.ccmux.server.terminal.Palette;
import io.ccmux.server.terminal.Terminal;

/** Variables of the terminal in a pane: cursor, modes, history. */
final class TerminalVariables {
    private static final List<String> SHAPES = List.of("default", "block", "block", "underline", "underline", "bar",
            "bar");

    // @formatter:off
    private static final List<Variables.Row> ROWS = List.of(
            row("alternate_on", terminal -> flag(terminal.alternate())),
            row("alternate_saved_x", terminal -> Integer.toUnsignedString(terminal.leftAtX())),
            row("alternate_saved_y", terminal -> Integer.toUnsignedString(terminal.leftAtY())),
            row("cursor_character", TerminalVariables::character),
            row("cursor_x", terminal -> String.valueOf(terminal.cursorX())),
            row("cursor_y", terminal -> String.valueOf(terminal.cursorY())),
            row("cursor_colour", terminal -> colour(terminal, Palette.CURSOR, "none")),
            row("pane_bg", terminal -> colour(terminal, Palette.BACKGROUND, "default")),
            row("pane_fg", terminal -> colour(terminal, Palette.FOREGROUND, "default")),
            row("history_bytes", terminal -> String.valueOf(terminal.history().bytes())),
            row("history_all_bytes", terminal -> String.valueOf(terminal.history().bytes())),
            row("history_limit", terminal -> String.valueOf(terminal.history().limit())),
            row("history_size", terminal -> String.valueOf(terminal.history().rows())),
            row("pane_tabs", TerminalVariables::tabs),
            row("scroll_region_lower", terminal -> String.valueOf(terminal.marginBottom())),
            row("scroll_region_upper", terminal -> String.valueOf(terminal.marginTop())),
            mode("bracket_paste_flag", Modes::bracketedPaste),
            mode("cursor_blinking", Modes::cursorBlinks),
            mode("cursor_flag", Modes::cursorVisible),
            mode("cursor_very_visible", modes -> false),
            mode("insert_flag", Modes::insert),
            mode("keypad_cursor_flag", Modes::applicationCursor),
            mode("keypad_flag", Modes::applicationKeypad),
            mode("mouse_all_flag", modes -> modes.mouse() == Modes.MouseTracking.ANY),
            mode("mouse_any_flag", modes -> modes.mouse() != Modes.MouseTracking.OFF),
            mode("mouse_button_flag", modes -> modes.mouse() == Modes.MouseTracking.BUTTON),
            mode("mouse_sgr_flag", modes -> modes.mouseEncoding() == Modes.MouseEncoding.SGR),
            mode("mouse_standard_flag", modes -> modes.mouse() == Modes.MouseTracking.NORMAL),
            mode("mouse_utf8_flag", modes -> modes.mouseEncoding() == Modes.MouseEncoding.UTF8),
            mode("origin_flag", Modes::origin),
            mode("synchronized_output_flag", Modes::synchronised),
            mode("wrap_flag", Modes::autoWrap),
            row("cursor_shape", terminal -> SHAPES.get(Math.clamp(terminal.modes().cursorStyle(), 0, 6))),
            row("pane_key_mode", TerminalVariables::keyMode));
    // @formatter:on

    private TerminalVariables() {}

    /** All rows of a pane. */
    static List<Variables.Row> after(List<Variables.Row> others) {
        List<Variables.Row> all = new ArrayList<>(others);
        all.addAll(ROWS);
        return List.copyOf(all);
    }

    private static Variables.Row row(String name, Function<Terminal, String> value) {
        return PaneVariables.pane(name, (it, pane) -> value.apply(pane.terminal()));
    }

    private static Variables.Row mode(String name, java.util.function.Predicate<Modes> value) {
        return row(name, terminal -> flag(value.test(terminal.modes())));
    }

    private static String colour(Terminal terminal, int slot, String unset) {
        int colour = terminal.palette().colour(slot);
        return colour == Palette.UNSET ? unset : "#%06x".formatted(colour & 0xffffff);
    }

    private static String character(Terminal terminal) {
        return terminal.screen().row(terminal.cursorY()).text(terminal.cursorX());
    }

    private static String tabs(Terminal terminal) {
        StringBuilder out = new StringBuilder();
        for (int x = 8; x < terminal.columns(); x += 8) {
            out.append(out.isEmpty() ? "" : ",").append(x);
        }
        return out.toString();
    }

    private static String keyMode(Terminal terminal) {
        return switch (terminal.modes().modifyOtherKeys()) {
            case 1 -> "Ext 1";
            case 2 -> "Ext 2";
            default -> "VT10x";
        };
    }
}
