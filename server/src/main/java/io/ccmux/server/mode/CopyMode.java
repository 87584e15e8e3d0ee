package io.ccmux.server.mode;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import io.ccmux.config.Options;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.Size;
import io.ccmux.server.render.Canvas;
import io.ccmux.server.render.PaneView;
import io.ccmux.server.terminal.BlockCompressor;
import io.ccmux.server.terminal.Terminal;
import io.ccmux.server.terminal.TerminalSettings;

/**
 * A pane's past, to read, search and copy: what the pane showed when the mode began, or a text of a command's output.
 *
 * <p>Its commands are the rows of {@link CopyCommands}; where it is, is {@link CopyCursor}.
 */
final class CopyMode implements PaneMode {
    /** Times of lines are told in whole seconds. */
    private static final long MICROS_PER_SECOND = 1_000_000;
    private static final int TEXT_LINES_MAX = 100_000;

    private final PaneId pane;
    private final PaneId source;
    private final boolean shows;
    final CopySearches searches;
    final CopyJumps jumps = new CopyJumps();
    CopyView view;
    CopyCursor cursor;
    boolean scrollExit;
    boolean hidesPosition;
    /** Whether the mouse button is held and moves the end of what is selected. */
    boolean dragging;
    /** Where recentring went last: middle, top, bottom. */
    int recentred;
    private int pendingCount;
    private Mark mark;
    private boolean marks;
    /** What the user chose in place of the option {@code copy-mode-line-numbers}. */
    private Optional<String> numbers = Optional.empty();

    /** A cell to come back to. */
    record Mark(int x, int row) {}

    /** @param source the pane whose content it is */
    CopyMode(PaneId pane, Effect.Mode.Copy entered, Pane source, CopySearches.Past before) {
        this.searches = new CopySearches(before);
        this.pane = pane;
        this.source = source.id();
        this.shows = false;
        this.view = new CopyView(source.snapshot());
        this.cursor = new CopyCursor(view);
        if (!this.source.equals(pane)) {
            cursor.toText();
        }
        this.mark = new Mark(cursor.x, cursor.row());
        this.scrollExit = entered.scrollExit();
        this.hidesPosition = entered.hidePosition();
    }

    /** A view of a text that a terminal was fed with; it starts at its top. */
    CopyMode(PaneId pane, Terminal text, CopySearches.Past before) {
        this.searches = new CopySearches(before);
        this.pane = pane;
        this.source = pane;
        this.shows = true;
        this.view = new CopyView(text);
        this.cursor = new CopyCursor(view);
        cursor.top();
        this.mark = new Mark(0, 0);
    }

    static CopyMode of(PaneId pane, String text, Size size, CopySearches.Past before) {
        var terminal = new Terminal(size.columns(), size.rows(),
                TerminalSettings.standard(TEXT_LINES_MAX, BlockCompressor.NONE));
        new CopyView(terminal).print(text);
        return new CopyMode(pane, terminal, before);
    }

    /** More text below the one it shows. */
    void add(String text) {
        view.print("\n" + text);
    }

    /** Whether it shows a text and not a pane. */
    boolean shows() {
        return shows;
    }

    @Override
    public String name() {
        return shows ? "view-mode" : "copy-mode";
    }

    Options options(Scene scene) {
        return scene.world().mux().pane(pane).options();
    }

    boolean vi(Scene scene) {
        return options(scene).choice("mode-keys").equals("vi");
    }

    @Override
    public Optional<String> keyTable(Scene scene) {
        return Optional.of(vi(scene) ? "copy-mode-vi" : "copy-mode");
    }

    /** A key that a command sends does what it is bound to; keys of users are looked up before they come here. */
    @Override
    public ModeResult key(Key key, Scene scene) {
        return keyTable(scene).flatMap(table -> scene.world().mux().keys().binding(table, key))
                .map(binding -> ModeResult.of(Commands.run(binding, scene, Optional.of(pane))))
                .orElse(ModeResult.NOTHING);
    }

    // ---- commands --------------------------------------------------------------------------

    @Override
    public ModeResult command(List<String> words, int count, Scene scene) {
        fit(scene);
        if (words.isEmpty()) {
            pendingCount = count;
            return ModeResult.NOTHING;
        }
        cursor.separators = separators(scene);
        cursor.vi = vi(scene);
        int times = count > 0 ? count : Math.max(1, pendingCount);
        pendingCount = 0;
        return CopyCommands.run(new CopyCall(this, words, times, scene));
    }

    /** Adapts to the pane's present size. */
    private void fit(Scene scene) {
        var mux = scene.world().mux();
        var size = mux.find(pane).map(Pane::size);
        if (size.isPresent()) {
            view.fit(size.get());
            cursor.fit();
        }
    }

    /** Shows what the pane shows now. */
    void refresh(Mux mux) {
        var now = mux.find(source);
        if (shows || now.isEmpty()) {
            return;
        }
        int top = cursor.top;
        var before = cursor;
        view = new CopyView(now.get().snapshot());
        cursor = new CopyCursor(view, before);
        cursor.scrollTo(top);
        cursor.at(before.x, before.y);
        searches.clear();
    }

    /** Which line numbers it shows, in the words of {@code copy-mode-line-numbers}. */
    String lineNumbers(Scene scene) {
        return shows ? numbers.orElse("off") : numbers.orElseGet(() -> options(scene).choice("copy-mode-line-numbers"));
    }

    /** Line numbers of the kind that the option names, or absolute ones if it names none; or no numbers. */
    void numbered(boolean on, Scene scene) {
        String usual = options(scene).choice("copy-mode-line-numbers");
        numbers = Optional.of(!on ? "off" : usual.equals("off") ? "absolute" : usual);
    }

    void mark() {
        mark = new Mark(cursor.x, cursor.row());
        marks = true;
    }

    /** The cursor and the mark change places; nobody having set one, it is where the mode began. */
    void jumpToMark() {
        var to = mark;
        mark();
        int row = Math.min(to.row(), view.last());
        cursor.scrollTo(row);
        cursor.at(Math.min(to.x(), view.columns()), row - cursor.top);
    }

    Optional<Mark> marked() {
        return marks ? Optional.of(mark) : Optional.empty();
    }

    // ---- looking ---------------------------------------------------------------------------

    @Override
    public void draw(Canvas canvas, Rectangle area, Scene scene) {
        fit(scene);
        new CopyPainter(this, scene).draw(canvas, area);
    }

    @Override
    public Optional<PaneView.Scrolled> scrolled() {
        return Optional.of(new PaneView.Scrolled(cursor.top, view.history()));
    }

    @Override
    public List<String> lines(Scene scene) {
        return IntStream.range(cursor.top, cursor.top + view.height()).mapToObj(view::text).toList();
    }

    @Override
    public Map<String, String> variables(Scene scene) {
        var variables = new HashMap<String, String>();
        boolean inHistory = cursor.top < view.history();
        variables.put("scroll_position", Integer.toString(cursor.below()));
        variables.put("copy_position", Integer.toString(cursor.below()));
        variables.put("copy_position_limit", Integer.toString(view.history()));
        variables.put("top_line_time",
                Long.toString(inHistory ? view.row(cursor.top).micros() / MICROS_PER_SECOND : 0));
        variables.put("rectangle_toggle", cursor.rectangle ? "1" : "0");
        variables.put("copy_cursor_x", Integer.toString(cursor.x));
        variables.put("copy_cursor_y", Integer.toString(cursor.y));
        variables.put("copy_cursor_line", view.text(cursor.row()));
        variables.put("copy_cursor_word", new CopyWords(view).at(cursor.x, cursor.row(), separators(scene)));
        variables.put("copy_cursor_hyperlink", view.row(cursor.row()).style(cursor.x).link().uri());
        variables.put("selection_present", cursor.selection.isPresent() ? "1" : "0");
        variables.put("selection_active", cursor.selecting() ? "1" : "0");
        cursor.selection.ifPresent(selected -> {
            variables.put("selection_start_x", Integer.toString(selected.startX));
            variables.put("selection_start_y", Integer.toString(selected.startY));
            variables.put("selection_end_x", Integer.toString(selected.endX));
            variables.put("selection_end_y", Integer.toString(selected.endY));
        });
        searches.variables(this, variables);
        return variables;
    }

    /** A format, of the pane. */
    String expanded(String format, Scene scene) {
        return new Formats().expand(format, subject(scene));
    }

    Subject subject(Scene scene) {
        var mux = scene.world().mux();
        var shown = mux.pane(pane);
        return mux.holders(shown.window()).stream().findFirst()
                .map(session -> Subject.of(scene.world(), session, session.index(shown.window()).orElse(-1), shown))
                .orElseGet(() -> Subject.of(scene.world()).with(shown)).with(variables(scene));
    }

    String separators(Scene scene) {
        var mux = scene.world().mux();
        return mux.find(pane).flatMap(shown -> mux.holders(shown.window()).stream().findFirst())
                .map(session -> session.options().string("word-separators")).orElse("");
    }
}
