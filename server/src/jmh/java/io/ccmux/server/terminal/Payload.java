package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Random;

/** A megabyte of what programs print, as a terminal gets it: the kinds that {@code muxbench.py} plays. */
public enum Payload {
    ASCII_LONG {
        @Override
        void line(StringBuilder text, Random random, int number) {
            words(text, random, 1500);
            text.append("\r\n");
        }
    },
    SEQ {
        @Override
        void line(StringBuilder text, Random random, int number) {
            text.append(number + 100_000).append("\r\n");
        }
    },
    SCROLLING {
        @Override
        void line(StringBuilder text, Random random, int number) {
            text.append("y\r\n");
        }
    },
    SCROLL_REGION {
        @Override
        void line(StringBuilder text, Random random, int number) {
            text.append(number == 0 ? "\033[2;23r\033[2;1H" : "").append("y\r\n");
        }
    },
    COLOR_LOG {
        @Override
        void line(StringBuilder text, Random random, int number) {
            text.append("\033[2m2026-01-02 12:10:00.123\033[0m \033[1;3").append(1 + random.nextInt(6))
                    .append("mINFO \033[0m \033[36m");
            words(text, random, 6);
            text.append("\033[0m: ");
            words(text, random, 30);
            text.append("\r\n");
        }
    },
    DENSE_CELLS {
        @Override
        void line(StringBuilder text, Random random, int number) {
            text.append(number % CELLS == 0 ? "\033[H" : "").append("\033[38;5;").append(100 + number % 156)
                    .append(";48;5;").append(255 - number % 156).append(";1;3;4m")
                    .append((char) ('A' + number / CELLS % 26));
        }
    },
    LIGHT_CELLS {
        @Override
        void line(StringBuilder text, Random random, int number) {
            text.append("\033[H").repeat('A' + number % 26, CELLS);
        }
    },
    UNICODE {
        @Override
        void line(StringBuilder text, Random random, int number) {
            for (int i = 0; i < 70; i++) {
                text.append("αβγδεζηθικλμабвгдежзийклéèüößñçå─│┌┐└┘├┤═║╔╗▀▄█░▒▓←↑→↓∀∂∃∅∇∈".charAt(random.nextInt(60)));
            }
            text.append("\r\n");
        }
    },
    CJK_EMOJI {
        @Override
        void line(StringBuilder text, Random random, int number) {
            for (int i = 0; i < 38; i++) {
                text.appendCodePoint(random.nextInt(6) == 0
                        ? 0x1F600 + random.nextInt(0x40)
                        : 0x4E00 + random.nextInt(0x400));
            }
            text.append("\r\n");
        }
    },
    ALT_RANDOM {
        @Override
        void line(StringBuilder text, Random random, int number) {
            text.append(number == 0 ? "\033[?1049h\033[2J" : "").append("\033[").append(1 + random.nextInt(ROWS))
                    .append(';').append(1 + random.nextInt(COLUMNS)).append("H\033[3").append(1 + random.nextInt(7))
                    .append('m').append((char) ('!' + random.nextInt(94)));
        }
    };

    public static final int COLUMNS = 80;
    public static final int ROWS = 24;
    private static final int CELLS = COLUMNS * ROWS;
    private static final int BYTES = 1_000_000;
    private static final long SEED = 42;

    abstract void line(StringBuilder text, Random random, int number);

    /** A million bytes, or a few more. */
    public byte[] bytes() {
        Random random = new Random(SEED);
        StringBuilder text = new StringBuilder(BYTES);
        int bytes = 0;
        for (int number = 0; bytes < BYTES; number++) {
            int before = text.length();
            line(text, random, number);
            bytes += text.substring(before).getBytes(UTF_8).length;
        }
        return text.toString().getBytes(UTF_8);
    }

    private static void words(StringBuilder text, Random random, int length) {
        for (int i = 0; i < length; i++) {
            text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
        }
    }
}
