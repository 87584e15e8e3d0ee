package io.ccmux.server.terminal;

import java.util.Arrays;

/**
 * Paul Williams' state machine of the DEC terminals (vt100.net/emu/dec_ansi_parser) as a table: for each state and
 * byte what to do and the state that follows. Where it differs: strings end in BEL only if they are OSC; bytes from
 * 0x80 on are UTF-8, so they break off a sequence and start a character, or belong to the string; what is swallowed
 * has a state of its own for each way to end it.
 */
final class ParserTable {
    /** Where the machine is. */
    static final int GROUND = 0;
    static final int ESCAPE = 1;
    static final int ESCAPE_INTERMEDIATE = 2;
    static final int CSI_ENTRY = 3;
    static final int CSI_PARAM = 4;
    static final int CSI_INTERMEDIATE = 5;
    static final int CSI_IGNORE = 6;
    static final int DCS_ENTRY = 7;
    static final int DCS_PARAM = 8;
    static final int DCS_INTERMEDIATE = 9;
    static final int DCS_STRING = 10;
    /** After an ESC in a string in which two of them stand for one. */
    static final int DCS_ESCAPE = 11;
    static final int OSC_STRING = 12;
    /** An OSC that is too long. */
    static final int OSC_IGNORE = 13;
    /** SOS, PM, and a DCS that means nothing or is too long. */
    static final int STRING_IGNORE = 14;
    static final int STATES = 15;

    /** What is to be done with a byte. */
    static final int NOTHING = 0;
    static final int EXECUTE = 1;
    static final int COLLECT = 2;
    static final int PREFIX = 3;
    static final int PARAM = 4;
    static final int RUN_ESC = 5;
    static final int RUN_CSI = 6;
    static final int START_DCS = 7;
    static final int PUT = 8;
    static final int RUN_OSC = 9;
    static final int RUN_DCS = 10;
    static final int CLEAR = 11;
    /** A byte of UTF-8 where none belongs: the sequence is off, the byte is printed. */
    static final int BREAK_OFF = 12;
    static final int START_STRING = 13;
    static final int DOUBLED_ESCAPE = 14;

    private static final int STATE_BITS = 4;
    private static final byte[] TABLE = build();

    private ParserTable() {}

    static int entry(int state, int input) {
        return TABLE[state << 8 | input];
    }

    static int action(int entry) {
        return entry >> STATE_BITS & 15;
    }

    static int next(int entry) {
        return entry & (1 << STATE_BITS) - 1;
    }

    private static byte[] build() {
        byte[] table = new byte[STATES << 8];
        escapes(table);
        controlSequences(table);
        deviceStrings(table);
        otherStrings(table);
        for (int state = ESCAPE; state < STATES; state++) {
            on(table, state, 0x18, 0x18, EXECUTE, GROUND);
            on(table, state, 0x1A, 0x1A, EXECUTE, GROUND);
        }
        for (int state = GROUND; state < STATES; state++) {
            int action = state == OSC_STRING ? RUN_OSC : state == DCS_STRING ? RUN_DCS : CLEAR;
            on(table, state, 0x1B, 0x1B, action, ESCAPE);
        }
        on(table, DCS_ESCAPE, 0x1B, 0x1B, DOUBLED_ESCAPE, DCS_STRING);
        return table;
    }

    private static void escapes(byte[] table) {
        controls(table, GROUND, EXECUTE);
        controls(table, ESCAPE, EXECUTE);
        on(table, ESCAPE, 0x20, 0x2F, COLLECT, ESCAPE_INTERMEDIATE);
        on(table, ESCAPE, 0x30, 0x7E, RUN_ESC, GROUND);
        on(table, ESCAPE, 'P', 'P', START_STRING, DCS_ENTRY);
        on(table, ESCAPE, 'X', 'X', START_STRING, STRING_IGNORE);
        on(table, ESCAPE, '[', '[', CLEAR, CSI_ENTRY);
        on(table, ESCAPE, ']', ']', START_STRING, OSC_STRING);
        on(table, ESCAPE, '^', '^', START_STRING, STRING_IGNORE);
        on(table, ESCAPE, '_', '_', START_STRING, DCS_STRING);
        on(table, ESCAPE, 'k', 'k', START_STRING, OSC_STRING);
        on(table, ESCAPE, 0x80, 0xFF, BREAK_OFF, GROUND);
        controls(table, ESCAPE_INTERMEDIATE, EXECUTE);
        on(table, ESCAPE_INTERMEDIATE, 0x20, 0x2F, COLLECT, ESCAPE_INTERMEDIATE);
        on(table, ESCAPE_INTERMEDIATE, 0x30, 0x7E, RUN_ESC, GROUND);
        on(table, ESCAPE_INTERMEDIATE, 0x80, 0xFF, BREAK_OFF, GROUND);
    }

    private static void controlSequences(byte[] table) {
        for (int state = CSI_ENTRY; state <= CSI_IGNORE; state++) {
            controls(table, state, EXECUTE);
            on(table, state, 0x80, 0xFF, BREAK_OFF, GROUND);
            on(table, state, 0x40, 0x7E, state == CSI_IGNORE ? NOTHING : RUN_CSI, GROUND);
        }
        on(table, CSI_ENTRY, 0x20, 0x2F, COLLECT, CSI_INTERMEDIATE);
        on(table, CSI_ENTRY, 0x30, 0x3B, PARAM, CSI_PARAM);
        on(table, CSI_ENTRY, 0x3C, 0x3F, PREFIX, CSI_PARAM);
        on(table, CSI_PARAM, 0x20, 0x2F, COLLECT, CSI_INTERMEDIATE);
        on(table, CSI_PARAM, 0x30, 0x3B, PARAM, CSI_PARAM);
        on(table, CSI_PARAM, 0x3C, 0x3F, NOTHING, CSI_IGNORE);
        on(table, CSI_INTERMEDIATE, 0x20, 0x2F, COLLECT, CSI_INTERMEDIATE);
        on(table, CSI_INTERMEDIATE, 0x30, 0x3F, NOTHING, CSI_IGNORE);
        on(table, CSI_IGNORE, 0x20, 0x3F, NOTHING, CSI_IGNORE);
    }

    private static void deviceStrings(byte[] table) {
        for (int state = DCS_ENTRY; state <= DCS_INTERMEDIATE; state++) {
            controls(table, state, NOTHING);
            on(table, state, 0x80, 0xFF, NOTHING, STRING_IGNORE);
            on(table, state, 0x40, 0x7E, START_DCS, DCS_STRING);
        }
        on(table, DCS_ENTRY, 0x20, 0x2F, COLLECT, DCS_INTERMEDIATE);
        on(table, DCS_ENTRY, 0x30, 0x3B, PARAM, DCS_PARAM);
        on(table, DCS_ENTRY, 0x3C, 0x3F, PREFIX, DCS_PARAM);
        on(table, DCS_PARAM, 0x20, 0x2F, COLLECT, DCS_INTERMEDIATE);
        on(table, DCS_PARAM, 0x30, 0x3B, PARAM, DCS_PARAM);
        on(table, DCS_PARAM, 0x3C, 0x3F, NOTHING, STRING_IGNORE);
        on(table, DCS_INTERMEDIATE, 0x20, 0x2F, COLLECT, DCS_INTERMEDIATE);
        on(table, DCS_INTERMEDIATE, 0x30, 0x3F, NOTHING, STRING_IGNORE);
        on(table, DCS_STRING, 0x00, 0xFF, PUT, DCS_STRING);
        for (int input = 0; input < 256; input++) {
            table[DCS_ESCAPE << 8 | input] = table[ESCAPE << 8 | input];
        }
        on(table, DCS_ESCAPE, '\\', '\\', RUN_DCS, GROUND);
    }

    private static void otherStrings(byte[] table) {
        controls(table, OSC_STRING, NOTHING);
        on(table, OSC_STRING, 0x07, 0x07, RUN_OSC, GROUND);
        on(table, OSC_STRING, 0x20, 0xFF, PUT, OSC_STRING);
        on(table, OSC_IGNORE, 0x00, 0xFF, NOTHING, OSC_IGNORE);
        on(table, OSC_IGNORE, 0x07, 0x07, NOTHING, GROUND);
        on(table, STRING_IGNORE, 0x00, 0xFF, NOTHING, STRING_IGNORE);
    }

    private static void controls(byte[] table, int state, int action) {
        on(table, state, 0x00, 0x1F, action, state);
        on(table, state, 0x7F, 0x7F, NOTHING, state);
    }

    private static void on(byte[] table, int state, int first, int last, int action, int next) {
        Arrays.fill(table, state << 8 | first, (state << 8 | last) + 1, (byte) (action << STATE_BITS | next));
    }
}
