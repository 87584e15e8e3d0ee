package io.ccmux.server.command;

import io.ccmux.server.mux.Layout;

/** Where commands put a pane beside another one: {@code -h -v -b -f -l -p}. */
final class Splitting {
    private Splitting() {}

    static Layout.Place place(Call call, Targets.Place beside, Expand formats) throws CommandException {
        var along = call.has('h') ? Layout.Direction.LEFT_RIGHT : Layout.Direction.TOP_BOTTOM;
        return new Layout.Place(along, cells(call, beside, along, formats), call.has('b'), call.has('f'));
    }

    /** The size that the call wants, at least 1; 0 for half of what there is. */
    private static int cells(Call call, Targets.Place beside, Layout.Direction along, Expand formats)
            throws CommandException {
        var layout = beside.window().layout();
        var area = call.has('f') ? layout.root().area() : layout.area(beside.pane().id()).orElseThrow();
        int whole = along == Layout.Direction.LEFT_RIGHT ? area.columns() : area.rows();
        if (call.has('l')) {
            String size = formats.text(call.value('l').orElseThrow());
            return Math.max(1, Cells.of(size, 0, Integer.MAX_VALUE, whole, "size "));
        }
        if (call.has('p')) {
            String percentage = formats.text(call.value('p').orElseThrow());
            return Math.max(1, whole * Numbers.within(percentage, 0, 100, "size ") / 100);
        }
        return 0;
    }
}
