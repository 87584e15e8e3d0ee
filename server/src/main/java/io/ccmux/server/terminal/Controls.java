package io.ccmux.server.terminal;

/** The control characters, which work in the midst of a sequence too. */
final class Controls {
    private Controls() {}

    static void execute(Emulator emulator, int control) {
        switch (control) {
            case 0x07 -> emulator.notices.bell();
            case 0x08 -> emulator.motions.back(1);
            case 0x09 -> emulator.motions.tab(1);
            case 0x0A, 0x0B, 0x0C -> emulator.motions.lineFeed();
            case 0x0D -> emulator.motions.carriageReturn();
            case 0x0E -> emulator.charsets.shift(1);
            case 0x0F -> emulator.charsets.shift(0);
            default -> {
                // all others mean nothing: NUL fills, CAN and SUB have done their work
            }
        }
    }
}
