package io.ccmux.server.mode;

import java.util.List;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.format.Trim;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.StyleParser;
import io.ccmux.server.terminal.Style;

/**
 * The completions of a word of a prompt, beside the prompt, to choose from; of many, the last ones.
 *
 * <pre>
 *   +--------------------+
 *   | list-buffers   (0) |   a digit chooses, and so does Enter; Tab goes on, and past the last one leaves
 *   | list-clients   (1) |
 *   +--------------------+
 *   :list-
 * </pre>
 */
final class CompletionMenu {
    private static final int CHOICES_MAX = 10;
    /** Columns of the frame and the blanks within, and of a key in parentheses with a blank before it. */
    private static final int FRAME_COLUMNS = 4;
    private static final int KEY_COLUMNS = 4;
    private static final int FRAME_ROWS = 2;

    private final int from;
    private final List<Completion.Choice> choices;
    private int choice;

    /** What a key came to: the choice, if one was made, and whether the menu is over. */
    record Pressed(Optional<String> text, boolean over) {}

    private CompletionMenu(int from, List<Completion.Choice> choices) {
        this.from = from;
        this.choices = choices;
    }

    /** @param rows those of the client beside its status line */
    static Optional<CompletionMenu> of(Completion.Completed completed, int rows) {
        int shown = Math.min(Math.min(rows - FRAME_ROWS, CHOICES_MAX), completed.choices().size());
        return shown < 1 || completed.choices().size() < 2
                ? Optional.empty()
                : Optional.of(new CompletionMenu(completed.from(), completed.choices()
                        .subList(completed.choices().size() - shown, completed.choices().size())));
    }

    /** The character of the line from which on a choice replaces what is there. */
    int from() {
        return from;
    }

    Pressed key(Key key) {
        int digit = key.modifiers() == 0 ? key.code() - '0' : -1;
        if (digit >= 0 && digit < choices.size()) {
            return chosen(digit);
        }
        switch (key.name()) {
            case "Up", "k", "BTab" -> choice = Math.floorMod(choice - 1, choices.size());
            case "Tab" -> {
                if (choice == choices.size() - 1) {
                    return new Pressed(Optional.empty(), true);
                }
                choice++;
            }
            case "Down", "j" -> choice = (choice + 1) % choices.size();
            case "g", "Home", "PPage", "C-b" -> choice = 0;
            case "G", "End", "NPage", "C-f" -> choice = choices.size() - 1;
            case "Enter", "KPEnter" -> {
                return chosen(choice);
            }
            case "Escape", "C-[", "C-c", "C-g", "q", "BSpace" -> {
                return new Pressed(Optional.empty(), true);
            }
            default -> {
                // other keys mean nothing
            }
        }
        return new Pressed(Optional.empty(), false);
    }

    private Pressed chosen(int index) {
        return new Pressed(Optional.of(choices.get(index).text()), true);
    }

    /** @param column where the completed word begins on the screen */
    void draw(Canvas canvas, int column, int messageLine, Options options) {
        int widest = choices.stream().mapToInt(one -> Trim.width(one.shown())).max().orElse(0) + KEY_COLUMNS;
        int width = Math.min(widest, canvas.columns() - FRAME_COLUMNS);
        int rows = choices.size() + FRAME_ROWS;
        int y = messageLine == 0 ? 1 : messageLine - rows;
        int x = Math.clamp(column - 2, 0, Math.max(0, canvas.columns() - width - FRAME_COLUMNS));
        var area = new Rectangle(x, Math.max(0, y), width + FRAME_COLUMNS, rows);
        var base = StyleParser.style(options.string("menu-style"), Style.PLAIN);
        canvas.fill(area.x(), area.y(), area.columns(), area.rows(), base);
        new Frame(options.string("menu-border-lines"), StyleParser.style(options.string("menu-border-style"), base))
                .draw(canvas, area);
        for (int i = 0; i < choices.size(); i++) {
            var style = i == choice ? StyleParser.style(options.string("menu-selected-style"), base) : base;
            int row = area.y() + 1 + i;
            canvas.fill(area.x() + 1, row, area.columns() - 2, 1, style);
            canvas.text(area.x() + 2, row, choices.get(i).shown(), style, area.x() + 2 + width - KEY_COLUMNS);
            canvas.text(area.x() + 2 + width - KEY_COLUMNS, row, " (" + i + ")", style, area.x() + 2 + width);
        }
    }
}
