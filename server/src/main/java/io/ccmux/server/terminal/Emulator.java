package io.ccmux.server.terminal;

/**
 * The state of a terminal that control functions act upon: the screens, the cursor, the margins, and one part for each
 * thing that has a state of its own. It knows nothing of bytes; {@link Parser} does.
 */
final class Emulator {
    /** Cells a screen may have. */
    static final int CELLS_MAX = 4_000_000;

    final TerminalSettings settings;
    TerminalOptions options;
    final Looks looks = new Looks();
    final Changes changes = new Changes();
    final ModeState modes = new ModeState();
    final Pen pen = new Pen(looks.styles());
    final Charsets charsets = new Charsets();
    final Tabs tabs = new Tabs();
    final Palette palette = new Palette();
    final Titles titles = new Titles();
    final Links links = new Links();
    final Keyboard keyboard = new Keyboard();
    final Notices notices = new Notices();
    final Scrollback history;
    final Motions motions = new Motions(this);
    final Edits edits = new Edits(this);
    final Scrolls scrolls = new Scrolls(this);
    final Rectangles rectangles = new Rectangles(this);
    final Printer printer = new Printer(this);
    final Screens screens;

    int columns;
    int rows;
    /** The cursor; x is the last column while a wrap is pending. */
    int x;
    int y;
    /** The last column was printed in: what is printed next goes to the next row first. */
    boolean pendingWrap;
    /** The margins: first row and column in them, and first beyond. */
    int top;
    int bottom;
    int left;
    int right;
    /** When the bytes being parsed were printed. */
    long micros;
    /** Whether the present run has printed anything. */
    boolean printed;
    String directory = "";

    Emulator(int columns, int rows, TerminalSettings settings) {
        this.settings = settings;
        this.options = settings.options();
        this.columns = columns;
        this.rows = rows;
        history = new Scrollback(columns, settings, looks);
        screens = new Screens(this);
        wholeScreen();
    }

    Screen screen() {
        return screens.current();
    }

    /** The row of the cursor, to be changed. */
    Row edit() {
        return edit(y);
    }

    Row edit(int at) {
        Row row = screens.current().edit(at);
        row.micros = micros;
        return row;
    }

    /** Margins at the edges. */
    void wholeScreen() {
        top = 0;
        bottom = rows;
        wholeWidth();
    }

    void wholeWidth() {
        left = 0;
        right = columns;
    }

    boolean margined() {
        return left > 0 || right < columns;
    }

    /** Whether the cursor is between the left and the right margin. */
    boolean betweenMargins() {
        return x >= left && x < right;
    }

    boolean insideMargins() {
        return y >= top && y < bottom && betweenMargins();
    }

    boolean is(Mode mode) {
        return modes.is(mode);
    }

    /** Puts the cursor somewhere on the screen: no wrap is pending, and nothing joins what was printed before. */
    void moveTo(int column, int row) {
        x = column;
        y = row;
        pendingWrap = false;
        printer.breakCluster();
    }

    /** A change at the cursor that is not printing: the pending wrap is off. */
    void settle() {
        pendingWrap = false;
        printer.breakCluster();
    }

    /** Forgets styles and clusters that nothing shows any more. To be called between sequences. */
    void sweep() {
        if (Sweep.due(this)) {
            Sweep.run(this);
        }
    }
}
