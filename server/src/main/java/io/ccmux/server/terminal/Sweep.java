package io.ccmux.server.terminal;

import java.util.BitSet;

/** Takes back the numbers of styles and clusters that no cell has any more. */
final class Sweep {
    /** Styles or clusters below which nothing is taken back. */
    private static final int ENTRIES_MIN = 4096;

    private Sweep() {}

    static boolean due(Emulator emulator) {
        return emulator.looks.styles().full(ENTRIES_MIN) || emulator.looks.clusters().full(ENTRIES_MIN);
    }

    static void run(Emulator emulator) {
        BitSet styles = new BitSet();
        BitSet clusters = new BitSet();
        emulator.screens.forEachRow(row -> mark(row, styles, clusters));
        if (emulator.history.opened()) {
            mark(emulator.history.open(), styles, clusters);
        }
        emulator.looks.clusters().mark(emulator.printer.repeated(), clusters);
        emulator.looks.styles().retain(styles);
        emulator.looks.clusters().retain(clusters);
        emulator.pen.forgetNumbers();
        emulator.history.forgetNumbers();
    }

    private static void mark(Row row, BitSet styles, BitSet clusters) {
        styles.set(row.tail());
        for (int x = 0; x < row.used(); x++) {
            styles.set(row.styleNumber(x));
            row.looks().clusters().mark(row.cell(x), clusters);
        }
    }
}
