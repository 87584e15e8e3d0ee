package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.ccmux.server.format.Patterns;

/** A search in a view: what is looked for, and where it is. Lines that were wrapped are searched as one. */
final class CopySearch {
    /** Matches that are counted; more are "so many and more". */
    static final int COUNT_MAX = 100_000;
    private static final String SPECIAL = "^$*+()?[].\\|{}";

    private final Pattern pattern;
    private final CopyView view;
    private int count = -1;

    /** Where a text was found: cells from its first to the one behind its last, counted through the view's rows. */
    record Match(LogicalLine line, int start, int end) {
        int x() {
            return line.column(start);
        }

        int y() {
            return line.row(start);
        }

        /** The cell behind the last one. */
        int endX() {
            return end == start ? line.column(start) : line.column(end - 1) + 1;
        }

        int endY() {
            return end == start ? line.row(start) : line.row(end - 1);
        }

        boolean covers(int x, int row) {
            int cell = line.offset(x, row);
            return cell >= line.cell(start) && cell < line.cell(end);
        }
    }

    private CopySearch(Pattern pattern, CopyView view) {
        this.pattern = pattern;
        this.view = view;
    }

    /** Case counts if the text has capital letters; empty for a regular expression that is none. */
    static Optional<CopySearch> of(CopyView view, String text, boolean regex) {
        boolean ignoreCase = text.chars().noneMatch(Character::isUpperCase);
        boolean plain = !regex || text.chars().noneMatch(c -> SPECIAL.indexOf(c) >= 0);
        if (plain) {
            int flags = Pattern.LITERAL | (ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0);
            return Optional.of(new CopySearch(Pattern.compile(text, flags), view));
        }
        return Patterns.compile(text, ignoreCase).map(compiled -> new CopySearch(compiled, view));
    }

    /** All that match in a line, in order. */
    List<Match> in(LogicalLine line) {
        var found = new ArrayList<Match>();
        Patterns.all(pattern, line.text()).forEach(match -> found.add(new Match(line, match.start(), match.end())));
        return found;
    }

    /** The first match that starts at a cell or after it; around the end if that is wanted. */
    Optional<Match> forward(int x, int row, boolean wrap) {
        var here = LogicalLine.around(view, row);
        int cell = here.offset(x, row);
        var found = in(here).stream().filter(match -> here.cell(match.start()) >= cell).findFirst();
        if (found.isPresent()) {
            return found;
        }
        for (int next = here.lastRow() + 1; next <= view.last();) {
            var line = LogicalLine.from(view, next);
            var matches = in(line);
            if (!matches.isEmpty()) {
                return Optional.of(matches.getFirst());
            }
            next = line.lastRow() + 1;
        }
        return wrap && (row > 0 || x > 0) ? forward(0, 0, false) : Optional.empty();
    }

    /** The last match that starts before a cell. */
    Optional<Match> backward(int x, int row, boolean wrap) {
        var here = LogicalLine.around(view, row);
        int cell = here.offset(x, row);
        var found = in(here).stream().filter(match -> here.cell(match.start()) < cell).reduce((one, other) -> other);
        if (found.isPresent()) {
            return found;
        }
        for (int before = here.firstRow() - 1; before >= 0;) {
            var line = LogicalLine.around(view, before);
            var matches = in(line);
            if (!matches.isEmpty()) {
                return Optional.of(matches.getLast());
            }
            before = line.firstRow() - 1;
        }
        return wrap ? backward(view.columns(), view.last(), false) : Optional.empty();
    }

    /** The match that a cell is part of. */
    Optional<Match> at(int x, int row) {
        return in(LogicalLine.around(view, row)).stream().filter(match -> match.covers(x, row)).findFirst();
    }

    /** Whether it is for the same text in the same view. */
    boolean same(CopySearch other) {
        return view == other.view && pattern.pattern().equals(other.pattern.pattern())
                && pattern.flags() == other.pattern.flags();
    }

    /** How many there are in the whole view, at most {@link #COUNT_MAX}. Counted once: the view does not change. */
    int count() {
        if (count < 0) {
            count = 0;
            for (int row = 0; row <= view.last() && count < COUNT_MAX;) {
                var line = LogicalLine.from(view, row);
                count += in(line).size();
                row = line.lastRow() + 1;
            }
        }
        return Math.min(count, COUNT_MAX);
    }
}
