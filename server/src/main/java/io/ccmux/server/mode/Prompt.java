package io.ccmux.server.mode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Options;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Effect.Reading;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.Trim;
import io.ccmux.server.input.Key;
import io.ccmux.server.mode.PromptKeys.Action;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.PromptLine;

/** A question on a client's status line, and the answer under the user's hands. */
public final class Prompt implements ClientOverlay {
    private static final int PASTE_CHARS_MAX = 4096;

    private final Effect.Question question;
    private final boolean vi;
    private final String separators;
    private final LineEditor line = new LineEditor();
    private final String searchedBefore;
    private String removed = "";
    private boolean commands;
    private boolean quoting;
    private int older;
    private Optional<CompletionMenu> menu = Optional.empty();

    /**
     * @param vi         whether its keys are vi's
     * @param separators characters that end a word, besides blanks
     */
    public Prompt(Effect.Question question, boolean vi, String separators) {
        this.question = question;
        this.vi = vi;
        this.separators = separators;
        boolean everyChange = question.reading() == Reading.EVERY_CHANGE;
        searchedBefore = everyChange ? question.initial() : "";
        line.fill(everyChange ? "" : question.initial());
    }

    /** What is told before any key was pressed. */
    public Optional<Outcome> opening() {
        return question.reading() == Reading.EVERY_CHANGE ? Optional.of(new Outcome.Typed("=")) : Optional.empty();
    }

    @Override
    public Optional<PromptLine> prompt() {
        return Optional.of(new PromptLine(question.prompt(), line.text(), line.cursorIndex(), commands));
    }

    @Override
    public void draw(Canvas canvas, int messageLine, Scene scene) {
        // the status line draws the line itself
        menu.ifPresent(open -> {
            int column = Trim.width(question.prompt()) + open.from();
            open.draw(canvas, column, messageLine, windowOptions(scene));
        });
    }

    private static Options windowOptions(Scene scene) {
        var mux = scene.world().mux();
        return scene.pane().flatMap(mux::find).map(pane -> mux.window(pane.window()).options())
                .orElseGet(mux::windowOptions);
    }

    // ---- keys ------------------------------------------------------------------------------

    @Override
    public Result key(Key key, Scene scene) {
        if (key.isMouse()) {
            return Result.STAYS;
        }
        return switch (question.reading()) {
            case KEY_NAME -> Result.closed(new Outcome.Answered(key.name()));
            case ONE_KEY -> oneKey(key);
            case NUMBER -> number(key);
            case LINE, EVERY_CHANGE -> edit(key, scene);
        };
    }

    private Result oneKey(Key key) {
        if (key.equals(Key.ENTER)) {
            return Result.closed(new Outcome.Answered(""));
        }
        String text = literal(key);
        return text.isEmpty() ? Result.STAYS : Result.closed(new Outcome.Answered(text));
    }

    /** The first key that is no digit ends the number and then does what it is bound to. */
    private Result number(Key key) {
        if (key.modifiers() == 0 && key.code() >= '0' && key.code() <= '9') {
            line.insert(key.name());
            return Result.STAYS;
        }
        return new Result(Optional.of(new Outcome.Answered(line.text())), List.of(), true, Optional.of(key));
    }

    /** The character that a key stands for, a control character with Ctrl; empty if it stands for none. */
    private static String literal(Key key) {
        if (key.equals(Key.BACKSPACE)) {
            return "\u007f";
        }
        if (!key.isCharacter() || key.has(Key.META)) {
            return "";
        }
        return Character.toString(key.has(Key.CTRL) ? key.code() & 31 : key.code());
    }

    private Result edit(Key key, Scene scene) {
        if (menu.isPresent()) {
            return chosen(menu.get(), key);
        }
        if (quoting) {
            quoting = false;
            return inserted(literal(key));
        }
        var action = vi ? commands ? PromptKeys.viCommand(key) : PromptKeys.viText(key) : PromptKeys.emacs(key);
        if (action == Action.REMOVE_LEFT && line.isEmpty() && question.backspaceEnds()) {
            return givenUp();
        }
        return act(action, key, scene);
    }

    private Result givenUp() {
        return Result.closed(new Outcome.Failed(""));
    }

    private Result act(Action action, Key key, Scene scene) {
        switch (action) {
            case ACCEPT -> {
                return accepted();
            }
            case CANCEL -> {
                return givenUp();
            }
            case INSERT -> {
                return key.has(Key.CTRL | Key.META) ? Result.STAYS : inserted(literal(key));
            }
            case PASTE -> {
                return inserted(removed.isEmpty() ? buffer(scene) : removed);
            }
            case COMPLETE -> {
                return completed(scene);
            }
            case BACKWARD, FORWARD -> {
                return again(action == Action.BACKWARD ? "-" : "+");
            }
            case OLDER, NEWER -> {
                return recalled(action == Action.OLDER ? 1 : -1, scene);
            }
            case REMOVE_LEFT, REMOVE_RIGHT, REMOVE_ALL, REMOVE_TO_END, REMOVE_WORD, TRANSPOSE -> {
                change(action);
                return changed("=");
            }
            case TEXT, TEXT_RIGHT, TEXT_START, TEXT_END, TEXT_REMOVE_RIGHT, TEXT_REMOVE_ALL, TEXT_REMOVE_TO_END -> {
                commands = false;
                change(action);
                return changed("=");
            }
            case COMMANDS -> {
                commands = true;
                line.left();
            }
            case QUOTE -> quoting = true;
            case START, END, LEFT, RIGHT, WORD_LEFT, WORD_RIGHT, SPACE_LEFT, SPACE_RIGHT, WORD_END, SPACE_END ->
                move(action);
            case NONE -> {
                // a key of vi that means nothing
            }
        }
        return Result.STAYS;
    }

    private void move(Action action) {
        switch (action) {
            case START -> line.start();
            case END -> line.end();
            case LEFT -> line.left();
            case RIGHT -> line.right();
            case WORD_LEFT -> line.wordLeft(separators);
            case WORD_RIGHT -> line.wordRight(separators);
            case SPACE_LEFT -> line.wordLeft("");
            case SPACE_RIGHT -> line.wordRight("");
            case WORD_END -> line.wordEnd(separators);
            case SPACE_END -> line.wordEnd("");
            default -> throw new IllegalArgumentException(action.name());
        }
    }

    private void change(Action action) {
        switch (action) {
            case REMOVE_LEFT -> line.removeLeft();
            case REMOVE_RIGHT, TEXT_REMOVE_RIGHT -> line.removeRight();
            case REMOVE_ALL, TEXT_REMOVE_ALL -> line.removeAll();
            case REMOVE_TO_END, TEXT_REMOVE_TO_END -> line.removeToEnd();
            case REMOVE_WORD -> removed = line.removeWordLeft(separators);
            case TRANSPOSE -> line.transpose();
            case TEXT_RIGHT -> line.right();
            case TEXT_START -> line.start();
            case TEXT_END -> line.end();
            default -> {
                // only the mode changes
            }
        }
    }

    private Result accepted() {
        var answer = new Outcome.Answered(line.text());
        return question.reading() == Reading.EVERY_CHANGE || !line.isEmpty()
                ? new Result(Optional.of(answer), remembered(), true, Optional.empty())
                : Result.closed(answer);
    }

    private List<Effect> remembered() {
        return line.isEmpty() ? List.of() : List.of(new Effect.RememberAnswer(question.kind(), line.text()));
    }

    private Result inserted(String text) {
        if (text.isEmpty()) {
            return Result.STAYS;
        }
        line.insert(text);
        return changed("=");
    }

    private Result changed(String mark) {
        return question.reading() == Reading.EVERY_CHANGE
                ? Result.told(new Outcome.Typed(mark + line.text()))
                : Result.STAYS;
    }

    /** The same search once more; without a text, that of the time before. */
    private Result again(String mark) {
        if (question.reading() != Reading.EVERY_CHANGE) {
            return Result.STAYS;
        }
        if (line.isEmpty()) {
            line.fill(searchedBefore);
            return changed("=");
        }
        return changed(mark);
    }

    private Result recalled(int by, Scene scene) {
        var history = scene.server().prompts().getOrDefault(question.kind(), List.of());
        int wanted = older + by;
        if (wanted < 0 || wanted > history.size()) {
            return Result.STAYS;
        }
        older = wanted;
        line.fill(older == 0 ? "" : history.get(history.size() - older));
        return changed("=");
    }

    private Result completed(Scene scene) {
        var completed = new Completion(question.kind(), scene).of(line.before());
        if (completed.text().isPresent()) {
            line.replace(completed.from(), completed.text().get());
            return changed("=");
        }
        menu = CompletionMenu.of(completed, scene.attached().map(client -> client.size().rows() - 1).orElse(0));
        return Result.STAYS;
    }

    private Result chosen(CompletionMenu open, Key key) {
        var pressed = open.key(key);
        if (pressed.over()) {
            menu = Optional.empty();
        }
        if (pressed.text().isEmpty()) {
            return Result.STAYS;
        }
        line.replace(open.from(), pressed.text().get());
        return changed("=");
    }

    // ---- pasting ---------------------------------------------------------------------------

    @Override
    public Result paste(String text, Scene scene) {
        return question.reading() == Reading.LINE || question.reading() == Reading.EVERY_CHANGE
                ? inserted(oneLine(text))
                : Result.STAYS;
    }

    /** The newest paste buffer, as far as a line can hold it. */
    private static String buffer(Scene scene) {
        return scene.world().mux().buffers().top()
                .map(top -> oneLine(new String(top.bytes(), StandardCharsets.UTF_8))).orElse("");
    }

    private static String oneLine(String text) {
        int end = 0;
        while (end < text.length() && text.charAt(end) >= ' ' && text.charAt(end) != 127 && end < PASTE_CHARS_MAX) {
            end++;
        }
        return text.substring(0, end);
    }
}
