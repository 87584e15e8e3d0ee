package io.ccmux.server.terminal;

/** The history as rows of the present width; remembers the page that was looked at last. */
final class HistoryView {
    private final Scrollback history;
    private HistoryPage page;
    private int pageStart;
    private long pageVersion = -1;
    private long rowsVersion = -1;
    private int rows;

    HistoryView(Scrollback history) {
        this.history = history;
    }

    int rows() {
        if (rowsVersion != history.version()) {
            rows = blockRows() + tailPage().rows() + openRows();
            rowsVersion = history.version();
        }
        return rows;
    }

    private int blockRows() {
        int sum = 0;
        for (int block = 0; block < history.blocks().size(); block++) {
            sum += rows(block);
        }
        return sum;
    }

    private int rows(int block) {
        int all = history.blocks().get(block).rows(history.columns(), history.compressor());
        return block > 0 || history.skipped() == 0 ? all : page(block).rows();
    }

    private HistoryPage page(int block) {
        int skipped = block == 0 ? history.skipped() : 0;
        return new HistoryPage(history.blocks().get(block), skipped, history.columns(), history.compressor());
    }

    private HistoryPage tailPage() {
        int skipped = history.blocks().isEmpty() ? history.skipped() : 0;
        return new HistoryPage(history.tail().block(), skipped, history.columns(), BlockCompressor.NONE);
    }

    private int openRows() {
        return history.opened() ? Wrap.rows(history.open(), history.openLength(), history.columns()) : 0;
    }

    Row row(int index) {
        if (index < 0 || index >= rows()) {
            throw new IndexOutOfBoundsException("row " + index + " of " + rows() + " of history");
        }
        int openStart = rows() - openRows();
        if (index >= openStart) {
            return Wrap.row(history.open(), history.openLength(), index - openStart, history.columns());
        }
        if (pageVersion != history.version() || index < pageStart || index >= pageStart + page.rows()) {
            turnTo(index);
        }
        return page.row(index - pageStart);
    }

    private void turnTo(int index) {
        int start = 0;
        int block = 0;
        while (block < history.blocks().size() && start + rows(block) <= index) {
            start += rows(block);
            block++;
        }
        page = block < history.blocks().size() ? page(block) : tailPage();
        pageStart = start;
        pageVersion = history.version();
    }
}
