package io.ccmux.server.pty;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;

/** The few calls of the C library that pty4j leaves out; numbers are Linux's. */
final class Libc {
    static final int SIGHUP = 1;

    private static final int F_SETFD = 2;
    private static final int F_GETFL = 3;
    private static final int F_SETFL = 4;
    private static final int FD_CLOEXEC = 1;
    private static final int O_RDWR = 2;
    private static final int O_NOCTTY = 0x100;
    private static final int O_NONBLOCK = 0x800;
    private static final int O_CLOEXEC = 0x80000;
    private static final int TCSANOW = 0;
    private static final int IUTF8 = 0x4000;
    private static final int TERMIOS_BYTES = 256;
    private static final int SIG_SETMASK = 2;
    private static final Pointer SIG_DFL = Pointer.NULL;
    /** With 0 for who: not the process, on Linux, but the thread that calls. */
    private static final int PRIO_PROCESS = 0;
    private static final int SIGNAL_SET_BYTES = 128;
    private static final long TIOCSWINSZ = 0x5414;
    private static final int SIDE_MAX = 0xffff;
    private static final Calls CALLS = Native.load("c", Calls.class);

    /** The calls as JNA maps them; public because its proxies are elsewhere. */
    public interface Calls extends Library {
        int open(String path, int flags) throws LastErrorException;

        int close(int descriptor);

        int isatty(int descriptor);

        int fcntl(int descriptor, int command, Object... arguments) throws LastErrorException;

        int ioctl(int descriptor, NativeLong request, Object... arguments) throws LastErrorException;

        int tcgetattr(int descriptor, Memory termios) throws LastErrorException;

        int tcsetattr(int descriptor, int actions, Memory termios) throws LastErrorException;

        int kill(int process, int signal);

        int malloc_trim(NativeLong kept);

        int setpriority(int which, int who, int nice);

        int pthread_sigmask(int how, Memory set, Memory before);

        Pointer signal(int signal, Pointer handler);
    }

    private Libc() {}

    /** Sets the size of the terminal behind a master; its foreground programs get SIGWINCH if it is another one. */
    static void resize(int master, PtySize size) {
        try (Memory winsize = new Memory(8)) {
            winsize.setShort(0, side(size.rows()));
            winsize.setShort(2, side(size.columns()));
            winsize.setShort(4, side(size.xpixel()));
            winsize.setShort(6, side(size.ypixel()));
            CALLS.ioctl(master, new NativeLong(TIOCSWINSZ), winsize);
        }
    }

    private static short side(int length) {
        return (short) Math.clamp(length, 0, SIDE_MAX);
    }

    /** Reads and writes that would wait fail instead, and programs started from here do not get the descriptor. */
    static void prepare(int master) {
        CALLS.fcntl(master, F_SETFD, FD_CLOEXEC);
        CALLS.fcntl(master, F_SETFL, CALLS.fcntl(master, F_GETFL) | O_NONBLOCK);
    }

    /** Opens a terminal that is not to become ours, so that reads and writes never wait; negative if it is none. */
    static int openTerminal(String path) {
        try {
            int descriptor = CALLS.open(path, O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
            if (CALLS.isatty(descriptor) == 1) {
                return descriptor;
            }
            CALLS.close(descriptor);
            return -1;
        } catch (LastErrorException refused) {
            return -1;
        }
    }

    /** The line editor of the terminal erases characters, not bytes. */
    static void editUtf8(int master) {
        try (Memory termios = new Memory(TERMIOS_BYTES)) {
            CALLS.tcgetattr(master, termios);
            termios.setInt(0, termios.getInt(0) | IUTF8);
            CALLS.tcsetattr(master, TCSANOW, termios);
        }
    }

    /** Lets all signals through to this thread, and so to programs that it starts: they inherit what it blocks. */
    static void unblockSignals() {
        try (Memory none = new Memory(SIGNAL_SET_BYTES)) {
            none.clear();
            CALLS.pthread_sigmask(SIG_SETMASK, none, null);
        }
    }

    /** Gives a signal its default effect in this process, and in programs started from here. */
    static void defaultEffect(int signal) {
        CALLS.signal(signal, SIG_DFL);
    }

    /** Makes this thread one that runs when others do not want to; nothing happens where that is not allowed. */
    static void nice(int nice) {
        CALLS.setpriority(PRIO_PROCESS, 0, nice);
    }

    /** Gives memory back that was freed, if this is glibc. */
    static void trim() {
        try {
            CALLS.malloc_trim(new NativeLong(0));
        } catch (UnsatisfiedLinkError otherLibrary) {
            // There is nothing to be done about it: such a library gives memory back when it likes.
            return;
        }
    }

    /** Sends a signal to a process group; one that is gone does not mind. */
    static void killGroup(long leader, int signal) {
        CALLS.kill((int) -leader, signal);
    }
}
