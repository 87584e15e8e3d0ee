package io.ccmux.server.terminal;

/** The colours a program sets, resets and asks for. */
final class OscColours {
    private static final String QUERY = "?";

    private OscColours() {}

    /** Colours that a number after the first names: those of OSC 4 or of OSC 5. */
    private record Range(int first, int count) {
        /** The slot of a number; negative if there is none. Behind the colours of OSC 4 those of OSC 5 follow. */
        int slot(String text) {
            if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return -1;
            }
            int number = Integer.parseInt(text);
            if (number < count) {
                return first + number;
            }
            return indexed() && number < count + SPECIAL.count ? SPECIAL.first + number - count : -1;
        }

        boolean indexed() {
            return first == 0;
        }
    }

    private static final Range INDEXED = new Range(0, Palette.FOREGROUND);
    private static final Range SPECIAL = new Range(Palette.SPECIAL, Palette.SPECIALS);

    /** OSC 4. */
    static void indexed(Emulator terminal, String text, boolean bell) {
        pairs(terminal, text, INDEXED, bell);
    }

    /** OSC 5. */
    static void special(Emulator terminal, String text, boolean bell) {
        pairs(terminal, text, SPECIAL, bell);
    }

    /** Pairs of a number and a colour. */
    private static void pairs(Emulator terminal, String text, Range range, boolean bell) {
        String[] parts = text.split(";", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            int slot = range.slot(parts[i]);
            if (slot >= 0) {
                setOrAsk(terminal, slot, parts[i + 1], bell, range.indexed());
            }
        }
    }

    /** OSC 10 to 19: a colour, and perhaps those for the next numbers. */
    static void dynamic(Emulator terminal, String text, int number, boolean bell) {
        int next = slot(number);
        for (String part : text.split(";", -1)) {
            if (next <= Palette.LAST_DYNAMIC) {
                setOrAsk(terminal, next++, part, bell, false);
            }
        }
    }

    private static int slot(int number) {
        return Palette.FOREGROUND + number % 100 - 10;
    }

    private static void setOrAsk(Emulator terminal, int slot, String text, boolean bell, boolean indexed) {
        if (text.equals(QUERY)) {
            ask(terminal, new TerminalNotice.ColourAsked(slot, Palette.standard(slot), bell, indexed));
            return;
        }
        int colour = Colours.parse(text);
        if (colour != Colours.NONE) {
            terminal.palette.set(slot, colour);
            changed(terminal);
        }
    }

    private static void ask(Emulator terminal, TerminalNotice.ColourAsked asked) {
        int colour = terminal.palette.colour(asked.slot());
        if (colour == Palette.UNSET) {
            terminal.notices.add(asked);
        } else {
            terminal.notices.reply(asked.answer(colour));
        }
    }

    /** OSC 104. */
    static void resetIndexed(Emulator terminal, String text) {
        reset(terminal, text, INDEXED);
    }

    /** OSC 105. */
    static void resetSpecial(Emulator terminal, String text) {
        reset(terminal, text, SPECIAL);
    }

    /** All, or those named. */
    private static void reset(Emulator terminal, String text, Range range) {
        if (text.isEmpty()) {
            terminal.palette.reset(range.first, range.count);
        } else {
            for (String part : text.split(";")) {
                int slot = range.slot(part);
                if (slot >= 0) {
                    terminal.palette.reset(slot, 1);
                }
            }
        }
        changed(terminal);
    }

    /** OSC 110 to 119. */
    static void resetDynamic(Emulator terminal, int number) {
        terminal.palette.reset(slot(number), 1);
        changed(terminal);
    }

    private static void changed(Emulator terminal) {
        terminal.changes.next();
        terminal.notices.add(new TerminalNotice.PaletteChanged());
    }
}
