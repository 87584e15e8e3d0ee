package io.ccmux.client;

import io.ccmux.protocol.WindowSize;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jline.nativ.CLibrary;

/** The terminal of an attached client: raw while it is attached, and left as it was found. */
final class RawTerminal {
    private static final int FOREVER = -1;

    private final InputStream input = new FileInputStream(FileDescriptor.in);
    private final OutputStream output;
    private final CLibrary.Termios found = new CLibrary.Termios();
    private boolean raw;

    private RawTerminal(OutputStream output) {
        this.output = output;
    }

    /** The terminal that is standard input, written to even where standard output leads elsewhere. */
    static RawTerminal of(Surroundings surroundings) throws IOException {
        boolean elsewhere = surroundings.inTerminal() && !surroundings.outputTty().equals(surroundings.inputTty());
        return new RawTerminal(elsewhere
                ? new FileOutputStream(surroundings.inputTty())
                : new FileOutputStream(FileDescriptor.out));
    }

    /** The terminal behind a standard stream, or "". */
    static String tty(int descriptor) {
        return CLibrary.isatty(descriptor) == 0 ? "" : CLibrary.ttyname(descriptor);
    }

    /** Its present size. */
    static WindowSize size() {
        CLibrary.WinSize size = new CLibrary.WinSize();
        if (CLibrary.ioctl(0, CLibrary.TIOCGWINSZ, size) != 0) {
            return WindowSize.NONE;
        }
        return new WindowSize(Short.toUnsignedInt(size.ws_col), Short.toUnsignedInt(size.ws_row),
                Short.toUnsignedInt(size.ws_xpixel), Short.toUnsignedInt(size.ws_ypixel));
    }

    /** Makes it raw; what it was before is remembered. */
    synchronized void enter() throws IOException {
        if (CLibrary.tcgetattr(0, found) != 0) {
            throw new IOException("open terminal failed: not a terminal");
        }
        if (CLibrary.tcsetattr(0, CLibrary.TCSANOW, RawMode.of(found)) != 0) {
            throw new IOException("open terminal failed: cannot make it raw");
        }
        raw = true;
    }

    /** Puts back the mode it was found in; does nothing if it is not raw. Never waits for the terminal. */
    synchronized void leave() {
        if (raw) {
            raw = false;
            CLibrary.tcsetattr(0, CLibrary.TCSANOW, found);
        }
    }

    void write(byte[] bytes) throws IOException {
        output.write(bytes);
    }

    /** Waits until something can be read, without taking it. */
    static void awaitInput() {
        CLibrary.pollForInput(0, FOREVER);
    }

    /** Reads what is there; negative when the terminal is gone. */
    int read(byte[] into) {
        try {
            return input.read(into);
        } catch (IOException hungUp) {
            return -1;
        }
    }
}
