package io.ccmux.server.terminal;

/** The colours a program sets, resets and asks for. */
final class OscColours {
    private static final String QUERY = "?";

    private OscColours() {}

    /** OSC 4: pairs of a number and a colour. */
    static void indexed(Emulator terminal, String text, boolean bell) {
        String[] parts = text.split(";", -1);
        for (int i = 0; i + 1 < parts.length; i += 2) {
            int slot = index(parts[i]);
            if (slot >= 0) {
                setOrAsk(terminal, slot, parts[i + 1], bell);
            }
        }
    }

    /** OSC 10, 11, 12: a colour, and perhaps those for the next slots. */
    static void special(Emulator terminal, String text, int slot, boolean bell) {
        int next = slot;
        for (String part : text.split(";", -1)) {
            if (next <= Palette.CURSOR) {
                setOrAsk(terminal, next++, part, bell);
            }
        }
    }

    private static void setOrAsk(Emulator terminal, int slot, String text, boolean bell) {
        if (text.equals(QUERY)) {
            ask(terminal, slot, bell);
            return;
        }
        int colour = Colours.parse(text);
        if (colour != Colours.NONE) {
            terminal.palette.set(slot, colour);
            changed(terminal);
        }
    }

    private static void ask(Emulator terminal, int slot, boolean bell) {
        int colour = terminal.palette.colour(slot);
        TerminalNotice.ColourAsked asked = new TerminalNotice.ColourAsked(slot, Palette.standard(slot), bell);
        if (colour == Palette.UNSET) {
            terminal.notices.add(asked);
        } else {
            terminal.notices.reply(asked.answer(colour));
        }
    }

    /** OSC 104: all, or those named. */
    static void reset(Emulator terminal, String text) {
        if (text.isEmpty()) {
            terminal.palette.resetIndexed();
        } else {
            for (String part : text.split(";")) {
                int slot = index(part);
                if (slot >= 0) {
                    terminal.palette.reset(slot);
                }
            }
        }
        changed(terminal);
    }

    static void reset(Emulator terminal, int slot) {
        terminal.palette.reset(slot);
        changed(terminal);
    }

    private static int index(String text) {
        if (text.isEmpty() || text.length() > 3 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int number = Integer.parseInt(text);
        return number < Palette.FOREGROUND ? number : -1;
    }

    private static void changed(Emulator terminal) {
        terminal.changes.next();
        terminal.notices.add(new TerminalNotice.PaletteChanged());
    }
}
