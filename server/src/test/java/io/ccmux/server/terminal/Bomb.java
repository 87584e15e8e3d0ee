package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * Input that is short and makes much work, or would make much be kept.
 *
 * <p>{@link #main} measures how long a byte of each takes: none may take more than a microsecond on a screen of usual
 * size, however many there are.
 */
record Bomb(String name, IntFunction<String> piece) {
    private static final String CSI = "\033[";
    /** Bytes that are fed at once, as the server does. */
    private static final int TURN_BYTES = 64 << 10;
    private static final int ROUNDS = 5;

    // @formatter:off
    private static final List<Bomb> ALL = List.of(
            bomb("line feeds",        "\n"),
            bomb("REP",               "x" + CSI + "65535b"),
            bomb("REP of a cluster",  "e\u0301" + CSI + "65535b"),
            bomb("SU",                CSI + "65535S"),
            bomb("SD",                CSI + "65535T"),
            bomb("IL DL",             CSI + "65535L" + CSI + "65535M"),
            bomb("ICH DCH",           CSI + "65535@" + CSI + "65535P"),
            bomb("ED of a full screen", CSI + "999Hx" + CSI + "2J"),
            bomb("ED 3",              CSI + "3J"),
            bomb("DECALN",            "\033#8"),
            bomb("DECFRA",            CSI + "88;1;1;999;999$x"),
            bomb("DECERA",            CSI + "$z"),
            bomb("DECCRA",            CSI + "$v"),
            bomb("DECCARA",           CSI + "$r"),
            bomb("DECRARA",           CSI + "$t"),
            bomb("DECIC",             CSI + "'}"),
            bomb("DECSED",            CSI + "?J"),
            bomb("SL",                CSI + " @"),
            bomb("RI",                CSI + "H\033M"),
            bomb("RIS",               "\033c"),
            bomb("1049",              CSI + "?1049h" + CSI + "?1049l"),
            bomb("reverse wrap",      CSI + "?7;1045h" + CSI + "65535D"),
            bomb("tabs",              CSI + "65535I" + CSI + "65535Z"),
            bomb("side margins",      CSI + "?69h" + CSI + "2;70s" + CSI + "24;5H\n\n\n\n"),
            bomb("marks",             "e" + "\u0301".repeat(400)),
            bomb("joiners",           "👩\u200d"),
            bomb("selectors",         "❤\ufe0f"),
            bomb("questions",         CSI + "c" + CSI + "?1$p" + CSI + "6n"),
            bomb("titles",            "\033]2;abc\007\033]2;abd\007" + CSI + "22t"),
            bomb("colour questions",  "\033]4" + ";1;?".repeat(1000) + "\007"),
            bomb("colours",           "\033]4" + ";1;red".repeat(1000) + "\007"),
            bomb("capabilities",      "\033P+q" + "a;".repeat(5000) + "\033\\"),
            bomb("clipboard",         "\033]52;c;" + "QUJD".repeat(5000) + "\007"),
            bomb("notifications",     "\033]9;x\007\007"),
            bomb("numbers",           CSI + "1;2:3;".repeat(300) + "m"),
            bomb("digits",            CSI + "9".repeat(1000) + "m"),
            bomb("sixels",            "\033Pq" + "#0!6~".repeat(10_000) + "\033\\"),
            bomb("a string without end", "A"),
            bomb("escapes",           "\033"),
            bomb("doubled escapes",   "\033Ptmux;" + "\033\033".repeat(100) + "\033\\"),
            bomb("halves",            "一" + CSI + "D" + CSI + "D "),
            new Bomb("styles",        i -> CSI + "38;2;" + (i >> 16 & 255) + ";" + (i >> 8 & 255) + ";" + (i & 255) + "mx"),
            new Bomb("links",         i -> "\033]8;;u:" + i + "\007x"),
            new Bomb("clusters",      i -> Character.toString('a' + i % 26) + mark(i / 26) + mark(i / 26 / 80)));
    // @formatter:on

    private static Bomb bomb(String name, String piece) {
        return new Bomb(name, i -> piece);
    }

    private static String mark(int number) {
        return Character.toString(0x300 + number % 80);
    }

    static List<Bomb> all() {
        return ALL;
    }

    /** At least that many bytes of it. */
    byte[] bytes(int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (name.startsWith("a string")) {
            bytes.writeBytes("\033]2;".getBytes(UTF_8));
        }
        for (int i = 0; bytes.size() < length; i++) {
            bytes.writeBytes(piece.apply(i).getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }

    /** Feeds a terminal as the server does: a limited piece at a time, and notices are taken after each. */
    static void feed(Terminal terminal, byte[] bytes) {
        for (int from = 0; from < bytes.length; from += TURN_BYTES) {
            terminal.feed(bytes, from, Math.min(TURN_BYTES, bytes.length - from), 0);
            terminal.takeNotices();
        }
    }

    /** Prints the microseconds a byte of each takes; the best of some rounds. Arguments: columns, rows. */
    public static void main(String[] arguments) {
        int columns = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 80;
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 24;
        List<Bomb> bombs = new ArrayList<>(ALL);
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        for (Bomb bomb : bombs) {
            System.out.printf("%-22s %7.3f us%n", bomb.name, micros(bomb.bytes(200_000), columns, rows));
        }
        System.out.printf("%-22s %7.3f us%n", "noise", micros(noise, columns, rows));
    }

    private static double micros(byte[] bytes, int columns, int rows) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            Terminal terminal = new Terminal(columns, rows, TerminalSettings.standard(50_000, BlockCompressor.NONE));
            long start = System.nanoTime();
            feed(terminal, bytes);
            best = Math.min(best, (System.nanoTime() - start) / 1e3 / bytes.length);
        }
        return best;
    }
}
