package io.ccmux.server.terminal;

import java.util.HexFormat;
import java.util.Optional;

/**
 * What a terminal answers when it is asked. An answer is made of numbers and of words written here, never of what a
 * program has printed: a program must not be able to make another one read commands.
 */
final class Reports {
    private static final String NAME = "ccmux";
    private static final String CSI = "\033[";
    private static final String DCS = "\033P";
    private static final String ST = "\033\\";
    private static final String NO_SETTING = DCS + "0$r" + ST;
    /** Pixels of a cell for programs that ask; there are none here, so it is the usual shape. */
    private static final int CELL_WIDTH = 16;
    private static final int CELL_HEIGHT = 32;
    /** What the title stack is asked for when it is about the icon's name only: there is none. */
    private static final int ICON = 1;

    private Reports() {}

    /** VT220 with colour and clipboard, and with sixel graphics (4) if somebody outside gets to see them. */
    static void primaryAttributes(Emulator terminal) {
        terminal.notices.reply(CSI + (terminal.options.passesImages() ? "?62;4;22;52c" : "?62;22;52c"));
    }

    static void primaryAttributes(Emulator terminal, Params params) {
        if (params.number(0) == 0) {
            primaryAttributes(terminal);
        }
    }

    static void secondaryAttributes(Emulator terminal, Params params) {
        if (params.number(0) == 0) {
            terminal.notices.reply(CSI + ">67;100;0c");
        }
    }

    static void tertiaryAttributes(Emulator terminal, Params params) {
        if (params.number(0) == 0) {
            terminal.notices.reply(DCS + "!|43434D58" + ST);
        }
    }

    static void version(Emulator terminal, Params params) {
        if (params.number(0) == 0) {
            terminal.notices.reply(DCS + ">|" + NAME + ST);
        }
    }

    static void status(Emulator terminal, int what) {
        if (what == 5) {
            terminal.notices.reply(CSI + "0n");
        } else if (what == 6) {
            terminal.notices.reply(CSI + position(terminal) + "R");
        }
    }

    static void privateStatus(Emulator terminal, Params params) {
        switch (params.number(0)) {
            case 6 -> terminal.notices.reply(CSI + "?" + position(terminal) + ";1R");
            case 15 -> terminal.notices.reply(CSI + "?13n");
            case 25 -> terminal.notices.reply(CSI + "?21n");
            case 26 -> terminal.notices.reply(CSI + "?27;1;0;0n");
            case 53, 55 -> terminal.notices.reply(CSI + "?50n");
            case 56 -> terminal.notices.reply(CSI + "?57;0n");
            case 62 -> terminal.notices.reply(CSI + "0*{");
            case 63 -> terminal.notices.reply(DCS + params.number(1) + "!~0000" + ST);
            case 75 -> terminal.notices.reply(CSI + "?70n");
            case 85 -> terminal.notices.reply(CSI + "?83n");
            case 996 -> theme(terminal);
            default -> {
                // a question we do not understand gets no answer
            }
        }
    }

    /** From the corner of the screen in origin mode too: so tmux and xterm.js count, though DEC's terminals did not. */
    private static String position(Emulator terminal) {
        return terminal.y + 1 + ";" + (terminal.x + 1);
    }

    private static void theme(Emulator terminal) {
        int background = terminal.palette.colour(Palette.BACKGROUND);
        TerminalNotice.ThemeAsked asked = new TerminalNotice.ThemeAsked();
        if (background == Palette.UNSET) {
            terminal.notices.add(asked);
        } else {
            terminal.notices.reply(asked.answer(Palette.dark(background)));
        }
    }

    static void parameters(Emulator terminal, int what) {
        if (what <= 1) {
            terminal.notices.reply(CSI + (what + 2) + ";1;1;128;128;1;0x");
        }
    }

    static void modifyOtherKeys(Emulator terminal, int what) {
        if (what == 4) {
            terminal.notices.reply(CSI + ">4;" + terminal.modes.modifyOtherKeys() + "m");
        }
    }

    /** XTSMGRAPHICS: there are as many colours as in the palette, and nothing else; 3 is failure. */
    static void graphics(Emulator terminal, Params params) {
        int item = params.number(0);
        boolean colours = item == 1 && (params.number(1) == 1 || params.number(1) == 4);
        terminal.notices.reply(CSI + "?" + item + (colours ? ";0;" + Palette.FOREGROUND : ";3;0") + "S");
    }

    static void window(Emulator terminal, Params params) {
        int width = terminal.columns;
        int height = terminal.rows;
        switch (params.number(0)) {
            case 14 -> terminal.notices.reply(CSI + "4;" + height * CELL_HEIGHT + ";" + width * CELL_WIDTH + "t");
            case 16 -> terminal.notices.reply(CSI + "6;" + CELL_HEIGHT + ";" + CELL_WIDTH + "t");
            case 18 -> terminal.notices.reply(CSI + "8;" + height + ";" + width + "t");
            case 19 -> terminal.notices.reply(CSI + "9;" + height + ";" + width + "t");
            case 22 -> {
                if (params.number(1) != ICON) {
                    terminal.titles.push();
                }
            }
            case 23 -> {
                if (params.number(1) != ICON && terminal.titles.pop()) {
                    terminal.notices.add(new TerminalNotice.TitleChanged(terminal.titles.title()));
                }
            }
            default -> {
                // windows are the user's business, and titles are never told
            }
        }
    }

    /** DECCKSR. */
    static void checksum(Emulator terminal, int request, int sum) {
        terminal.notices.reply(DCS + request + "!~" + HexFormat.of().withUpperCase().toHexDigits((short) sum) + ST);
    }

    /** Mode 2048. */
    static void size(Emulator terminal) {
        terminal.notices.reply(CSI + "48;" + terminal.rows + ";" + terminal.columns + ";"
                + terminal.rows * CELL_HEIGHT + ";" + terminal.columns * CELL_WIDTH + "t");
    }

    /** DECRQSS. Three colours and many attributes would be too long to tell. */
    static void setting(Emulator terminal, String what) {
        Optional<String> setting = switch (what) {
            case "m" -> Optional.of(SgrText.of(terminal.pen.look()));
            case "r" -> Optional.of(terminal.top + 1 + ";" + terminal.bottom);
            case "s" -> Optional.of(terminal.left + 1 + ";" + terminal.right);
            case " q" -> Optional.of(Integer.toString(terminal.modes.cursorStyle()));
            case "\"q" -> Optional.of(terminal.pen.look().has(Style.PROTECTED) ? "1" : "0");
            case "\"p" -> Optional.of("62;1");
            case "t", "*|" -> Optional.of(Integer.toString(terminal.rows));
            case "*x" -> Optional.of(terminal.is(Mode.RECTANGLE_EXTENT) ? "2" : "1");
            case "$|" -> Optional.of(Integer.toString(terminal.columns));
            default -> Optional.empty();
        };
        String answer = setting.map(text -> DCS + "1$r" + text + what + ST).orElse(NO_SETTING);
        terminal.notices.reply(answer.length() > Notices.REPLY_BYTES_MAX ? NO_SETTING : answer);
    }

    /** XTGETTCAP: each name is answered by itself. */
    static void capabilities(Emulator terminal, String names) {
        for (String name : names.split(";")) {
            terminal.notices.reply(Capability.named(name)
                    .map(capability -> DCS + "1+r" + capability.answer() + ST).orElse(DCS + "0+r" + ST));
        }
    }
}
