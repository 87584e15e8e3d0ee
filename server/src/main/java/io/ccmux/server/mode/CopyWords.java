package io.ccmux.server.mode;

/** The word at a place, as the mouse and searches for what is under the cursor want it. */
record CopyWords(CopyView view) {
    /** The word that a cell is in, going on over the ends of rows that were wrapped; empty between words. */
    String at(int x, int row, String separators) {
        var line = LogicalLine.around(view, row);
        int cell = line.offset(x, row);
        int at = 0;
        String text = line.text();
        while (at < text.length() && line.cell(at) < cell) {
            at++;
        }
        if (at >= text.length() || parts(text.charAt(at), separators)) {
            return "";
        }
        int from = at;
        while (from > 0 && !parts(text.charAt(from - 1), separators)) {
            from--;
        }
        int to = at;
        while (to < text.length() && !parts(text.charAt(to), separators)) {
            to++;
        }
        return text.substring(from, to);
    }

    private static boolean parts(char c, String separators) {
        return c == ' ' || c == '\t' || separators.indexOf(c) >= 0;
    }
}
