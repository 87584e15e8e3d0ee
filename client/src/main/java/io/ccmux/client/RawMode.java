package io.ccmux.client;

import org.jline.nativ.CLibrary.Termios;

/** The mode in which a terminal passes every byte through, as tmux sets it; the bits are the platform's. */
final class RawMode {
    private static final Bits PLATFORM = System.getProperty("os.name").startsWith("Mac") ? Bits.MAC : Bits.LINUX;

    private RawMode() {}

    /**
     * Bits of {@code termios.h}: the input, output and local flags to be cleared, the input flags to be set, and the
     * places of VMIN and VTIME.
     */
    private record Bits(long input, long output, long local, long inputSet, int vmin, int vtime) {
        // @formatter:off
        /** ISTRIP INLCR IGNCR ICRNL IXON IXOFF IMAXBEL; OPOST ONLCR OCRNL ONLRET; ISIG ICANON ECHO* IEXTEN; IGNBRK. */
        static final Bits LINUX = new Bits(
                040 | 0100 | 0200 | 0400 | 02000 | 010000 | 020000,
                01 | 04 | 010 | 040,
                01 | 02 | 010 | 020 | 0100 | 01000 | 02000 | 04000 | 0100000,
                01, 6, 5);
        static final Bits MAC = new Bits(
                0x20 | 0x40 | 0x80 | 0x100 | 0x200 | 0x400 | 0x2000,
                0x1 | 0x2 | 0x10 | 0x40,
                0x80 | 0x100 | 0x8 | 0x2 | 0x10 | 0x40 | 0x20 | 0x1 | 0x400,
                0x1, 16, 17);
        // @formatter:on
    }

    static Termios of(Termios found) {
        Termios raw = new Termios();
        raw.c_iflag = found.c_iflag & ~PLATFORM.input | PLATFORM.inputSet;
        raw.c_oflag = found.c_oflag & ~PLATFORM.output;
        raw.c_lflag = found.c_lflag & ~PLATFORM.local;
        raw.c_cflag = found.c_cflag;
        raw.c_ispeed = found.c_ispeed;
        raw.c_ospeed = found.c_ospeed;
        System.arraycopy(found.c_cc, 0, raw.c_cc, 0, found.c_cc.length);
        raw.c_cc[PLATFORM.vmin] = 1;
        raw.c_cc[PLATFORM.vtime] = 0;
        return raw;
    }
}
