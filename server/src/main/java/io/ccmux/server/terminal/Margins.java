package io.ccmux.server.terminal;

/** The margins of a screen that does not show: first row and column in them, and first beyond. */
record Margins(int top, int bottom, int left, int right) {
    static Margins of(Emulator emulator) {
        return new Margins(emulator.top, emulator.bottom, emulator.left, emulator.right);
    }

    static Margins whole(Emulator emulator) {
        return new Margins(0, emulator.rows, 0, emulator.columns);
    }

    /** The screen shows again; left and right only count while their mode is on. */
    void restore(Emulator emulator) {
        emulator.top = top;
        emulator.bottom = bottom;
        emulator.left = emulator.is(Mode.MARGINS) ? left : 0;
        emulator.right = emulator.is(Mode.MARGINS) ? right : emulator.columns;
    }

    void write(ByteSink sink) {
        sink.varint(top);
        sink.varint(bottom);
        sink.varint(left);
        sink.varint(right);
    }

    static Margins read(ByteSource source, Emulator emulator) throws CorruptImageException {
        var margins = new Margins(source.number(emulator.rows - 1), source.number(emulator.rows),
                source.number(emulator.columns - 1), source.number(emulator.columns));
        if (margins.top >= margins.bottom || margins.left >= margins.right) {
            throw new CorruptImageException("margins that leave nothing between them");
        }
        return margins;
    }
}
