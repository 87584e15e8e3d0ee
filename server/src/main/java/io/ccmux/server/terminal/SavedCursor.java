package io.ccmux.server.terminal;

/** What DECSC keeps: the cursor, the pen, the character sets, the origin mode. */
record SavedCursor(int x, int y, boolean pendingWrap, long style, int underlineColour, int charsets, boolean origin) {
    /** What DECRC brings back if nothing was saved. */
    static final SavedCursor HOME = new SavedCursor(0, 0, false, StyleTable.PLAIN, Style.DEFAULT,
            new Charsets().state(), false);

    static SavedCursor of(Emulator emulator) {
        return new SavedCursor(emulator.x, emulator.y, emulator.pendingWrap, emulator.pen.packed(),
                emulator.pen.underlineColour(), emulator.charsets.state(), emulator.is(Mode.ORIGIN));
    }

    /** A wrap that was pending is not any more, as all but the newest xterms have it. */
    void restore(Emulator emulator) {
        emulator.modes.set(Mode.ORIGIN, origin);
        emulator.moveTo(Math.min(x, emulator.columns - 1), Math.min(y, emulator.rows - 1));
        emulator.pen.set(style, underlineColour);
        emulator.charsets.state(charsets);
    }

    SavedCursor at(int column, int row, boolean pending) {
        return new SavedCursor(column, row, pending, style, underlineColour, charsets, origin);
    }

    void write(ByteSink sink) {
        sink.varint(x);
        sink.varint(y);
        sink.bool(pendingWrap);
        sink.varint(style);
        sink.varint(underlineColour + 1L);
        sink.varint(charsets);
        sink.bool(origin);
    }

    static SavedCursor read(ByteSource source) throws CorruptImageException {
        return new SavedCursor(source.number(Params.VALUE_MAX), source.number(Params.VALUE_MAX), source.bool(),
                source.varint() & StyleTable.BITS, source.number(Style.RGB * 2) - 1, source.number(Charsets.STATE_MAX),
                source.bool());
    }
}
