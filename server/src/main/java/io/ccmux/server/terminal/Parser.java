package io.ccmux.server.terminal;

import static io.ccmux.server.terminal.ParserTable.GROUND;

import java.util.Arrays;

/**
 * Takes bytes apart: text goes to the printer a run at a time, sequences to the tables of functions, strings are
 * collected until they end. Bytes may come in any pieces. Nothing is allocated but for strings.
 */
final class Parser {
    private static final int ESC = 0x1B;
    /** The final byte of the one sequence that looks back at what was printed. */
    private static final int REP = 'b';
    private static final int RUN = 512;

    private final Emulator emulator;
    private final Utf8 utf8 = new Utf8();
    private final Params params = new Params();
    private final int[] run = new int[RUN];
    private int state = GROUND;
    private int prefix;
    private int intermediate;
    /** More than one intermediate: no function has them. */
    private boolean unknown;
    private DcsTable.Function dcs = DcsTable.NONE;
    /** The bytes that made the string start, to be shown as pending input. */
    private int introducer;
    private int finalByte;
    private final Collector string = new Collector();

    Parser(Emulator emulator) {
        this.emulator = emulator;
    }

    void feed(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            at = switch (state) {
                case GROUND -> ground(bytes, at, to);
                case ParserTable.CSI_PARAM -> parameters(bytes, at, to);
                case ParserTable.OSC_STRING, ParserTable.DCS_STRING -> string(bytes, at, to);
                case ParserTable.OSC_IGNORE, ParserTable.STRING_IGNORE -> swallow(bytes, at, to);
                default -> step(bytes[at] & 255, at);
            };
        }
    }

    /** Text and controls; returns where something else starts. */
    private int ground(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int input = bytes[at];
            if (input >= 0x20 && input != 0x7F) {
                int end = at + 1;
                while (end < to && bytes[end] >= 0x20 && bytes[end] != 0x7F) {
                    end++;
                }
                malformed();
                emulator.printer.ascii(bytes, at, end);
                at = end;
            } else if (input < 0) {
                at = text(bytes, at, to);
                if (state != GROUND) {
                    return at;
                }
            } else if (input == ESC) {
                malformed();
                clear();
                state = ParserTable.ESCAPE;
                return at + 1;
            } else {
                malformed();
                execute(input);
                at++;
            }
        }
        return at;
    }

    /** A character that was not finished is finished now. */
    private void malformed() {
        if (utf8.pending()) {
            utf8.reset();
            emulator.printer.print(Utf8.REPLACEMENT);
        }
    }

    /** Characters beyond ASCII: those of one width that join nothing go in one run. */
    private int text(byte[] bytes, int from, int to) {
        int at = from;
        int count = 0;
        int width = 0;
        while (at < to && bytes[at] < 0 && state == GROUND) {
            int codePoint = utf8.pending() ? Utf8.MORE : Utf8.whole(bytes, at, to);
            if (codePoint < 0xA0) {
                flush(count, width);
                count = 0;
                at = piece(bytes[at] & 255, at);
                continue;
            }
            int properties = emulator.options.widths().properties(codePoint);
            int next = Width.width(properties, emulator.settings.ambiguousWide());
            if (count > 0 && (next != width || count == RUN || !Graphemes.starter(properties))) {
                flush(count, width);
                count = 0;
            }
            if (next > 0 && (count > 0 || emulator.printer.starts(properties))) {
                run[count++] = codePoint;
                width = next;
            } else {
                emulator.printer.print(codePoint);
            }
            at += Utf8.length(codePoint);
        }
        flush(count, width);
        return at;
    }

    private void flush(int count, int width) {
        if (count > 0) {
            emulator.printer.starters(run, count, width);
        }
    }

    /** One byte of a character that is malformed, in pieces, or a control. */
    private int piece(int input, int at) {
        int codePoint = utf8.next(input);
        if (codePoint == Utf8.MALFORMED) {
            emulator.printer.print(Utf8.REPLACEMENT);
            return at;
        }
        if (codePoint >= 0xA0) {
            emulator.printer.print(codePoint);
        } else if (codePoint >= 0x80) {
            clear();
            state = ParserTable.ESCAPE;
            step(codePoint - 0x40, at);
        }
        return at + 1;
    }

    private int parameters(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            int input = bytes[at];
            if (input >= '0' && input <= '9') {
                params.digit(input - '0');
            } else if (input == ';' || input == ':') {
                params.next(input == ':');
            } else {
                return step(input & 255, at);
            }
            at++;
        }
        return at;
    }

    /** One byte through the table; returns where to go on. */
    private int step(int input, int at) {
        int entry = ParserTable.entry(state, input);
        int action = ParserTable.action(entry);
        if (action == ParserTable.BREAK_OFF) {
            state = GROUND;
            return at;
        }
        state = ParserTable.next(entry);
        perform(action, input);
        return at + 1;
    }

    private void perform(int action, int input) {
        switch (action) {
            case ParserTable.EXECUTE -> execute(input);
            case ParserTable.COLLECT -> collect(input);
            case ParserTable.PREFIX -> prefix = input;
            case ParserTable.PARAM -> parameter(input);
            case ParserTable.RUN_ESC -> runEscape(input);
            case ParserTable.RUN_CSI -> runSequence(input);
            case ParserTable.START_DCS -> startDevice(input);
            case ParserTable.START_STRING -> startString(input);
            case ParserTable.PUT -> put(input);
            case ParserTable.RUN_OSC -> runOsc(input);
            case ParserTable.RUN_DCS -> runDevice();
            case ParserTable.DOUBLED_ESCAPE -> put(ESC);
            case ParserTable.CLEAR -> clear();
            default -> {
                // nothing to be done
            }
        }
    }

    private void clear() {
        params.clear();
        prefix = 0;
        intermediate = 0;
        unknown = false;
    }

    private void collect(int input) {
        unknown = intermediate != 0;
        intermediate = input;
    }

    private void parameter(int input) {
        if (input >= '0' && input <= '9') {
            params.digit(input - '0');
        } else {
            params.next(input == ':');
        }
    }

    private void execute(int input) {
        emulator.printer.interrupt();
        Controls.execute(emulator, input);
    }

    private void runEscape(int input) {
        emulator.printer.interrupt();
        if (!unknown) {
            EscTable.run(intermediate, input, emulator);
        }
    }

    private void runSequence(int input) {
        if (input != REP) {
            emulator.printer.interrupt();
        }
        if (!unknown) {
            CsiTable.run(prefix, intermediate, input, emulator, params);
        }
    }

    private void startString(int input) {
        introducer = input;
        finalByte = 0;
        dcs = DcsTable.APPLICATION;
        string.start(emulator.micros);
    }

    private void startDevice(int input) {
        startString('P');
        finalByte = input;
        dcs = unknown ? DcsTable.NONE : DcsTable.function(prefix, intermediate, input);
        if (dcs.equals(DcsTable.NONE)) {
            state = ParserTable.STRING_IGNORE;
        }
    }

    /** The bytes of a string up to one that may end it. */
    private int string(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to && (bytes[at] & 255) >= 0x20 && (bytes[at] & 255) != Collector.ST_TAIL) {
            at++;
        }
        string.add(bytes, from, at, emulator.options.stringBytesMax());
        tooLong();
        return at < to && (state == ParserTable.OSC_STRING || state == ParserTable.DCS_STRING)
                ? step(bytes[at] & 255, at)
                : at;
    }

    private void put(int input) {
        if (string.ends(input)) {
            end();
        } else {
            string.add(input);
            tooLong();
        }
    }

    /** U+009C. */
    private void end() {
        boolean osc = state == ParserTable.OSC_STRING;
        state = GROUND;
        if (osc) {
            runOsc(Collector.ST_TAIL);
        } else {
            runDevice();
        }
    }

    private void tooLong() {
        boolean osc = state == ParserTable.OSC_STRING;
        if (string.length() > emulator.options.stringBytesMax()) {
            state = osc ? ParserTable.OSC_IGNORE : ParserTable.STRING_IGNORE;
            string.forget();
        }
    }

    private void runOsc(int input) {
        OscTable.run(emulator, introducer, string, input == 0x07);
        string.forget();
        clear();
    }

    private void runDevice() {
        if (state == ParserTable.ESCAPE && dcs.doublesEscapes(string.bytes(), string.length())) {
            state = ParserTable.DCS_ESCAPE;
            return;
        }
        dcs.run(emulator, params, Arrays.copyOf(string.bytes(), string.length()));
        string.forget();
        clear();
    }

    /** The bytes of a string that nobody wants. */
    private int swallow(byte[] bytes, int from, int to) {
        for (int at = from; at < to; at++) {
            int input = bytes[at] & 255;
            if (input < 0x20) {
                return step(input, at);
            }
            if (string.swallowedEnds(input)) {
                state = GROUND;
                return at + 1;
            }
        }
        return to;
    }

    /** Whether a string has begun that has not ended, and when. */
    boolean inString() {
        return state >= ParserTable.DCS_ENTRY;
    }

    long stringSince() {
        return string.since();
    }

    void reset() {
        state = GROUND;
        utf8.reset();
        string.forget();
        clear();
    }

    /** The bytes of what is not finished, with which another parser comes to be as this one is. */
    byte[] pending() {
        ByteSink sink = new ByteSink(64);
        if (state == GROUND) {
            utf8.write(sink);
        } else if (state >= ParserTable.DCS_STRING) {
            pendingString(sink);
        } else {
            sink.u8(ESC);
            pendingSequence(sink);
        }
        return sink.toByteArray();
    }

    private void pendingSequence(ByteSink sink) {
        if (state >= ParserTable.CSI_ENTRY) {
            sink.u8(state >= ParserTable.DCS_ENTRY ? 'P' : '[');
        }
        if (prefix != 0) {
            sink.u8(prefix);
        }
        params.text().chars().forEach(sink::u8);
        if (intermediate != 0) {
            sink.u8(intermediate);
        }
        if (unknown) {
            sink.u8(intermediate);
        }
    }

    private void pendingString(ByteSink sink) {
        sink.u8(ESC);
        if (introducer == 'P') {
            pendingSequence(sink);
            if (finalByte != 0) {
                sink.u8(finalByte);
            }
        } else {
            sink.u8(introducer);
        }
        string.write(sink);
        if (state == ParserTable.DCS_ESCAPE) {
            sink.u8(ESC);
        }
    }

    void write(ByteSink sink) {
        sink.u8(state);
        sink.signed(inString() ? string.since() : 0);
        sink.u8(inString() ? string.previous() : 0);
        sink.sized(pending());
    }

    void read(ByteSource source) throws CorruptImageException {
        int wanted = source.number(ParserTable.STATES - 1);
        long since = source.signed();
        int before = source.u8();
        byte[] pending = source.sized();
        feed(pending, 0, pending.length);
        state = wanted;
        string.restore(since, before);
    }
}
