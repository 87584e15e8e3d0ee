package io.ccmux.server.render;

/** The part of a scrollbar that stands for what is shown: its first row of the bar, and how many. */
record Slider(int first, int rows) {

    /** Of a pane that shows its terminal: at the bottom, the shorter the more history there is. */
    static Slider atEnd(int height, int history) {
        int rows = Math.max(1, (int) ((long) height * height / (height + history)));
        return new Slider(height - rows, rows);
    }

    static Slider of(int height, PaneView.Scrolled shown) {
        int all = shown.history() + height;
        int rows = Math.max(1, (int) ((long) height * height / all));
        int first = (int) ((long) (height + 1) * shown.top() / all);
        return new Slider(Math.min(first, height - 1), rows);
    }
}
