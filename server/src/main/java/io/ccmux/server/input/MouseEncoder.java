package io.ccmux.server.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a program reads when the mouse does something, as it has asked to be told; the rules are tmux's. */
public final class MouseEncoder {
    private static final byte[] NOTHING = {};
    private static final int OFFSET = 32;
    private static final int BYTE_MAX = 0xff;
    private static final int UTF8_MAX = 0x7ff;

    /** What programs want to hear of: presses; releases too; moves with a button; all moves. */
    public enum Tracking {
        OFF, X10, NORMAL, BUTTON, ANY
    }

    /** How they want it written: plain bytes, or modes 1005, 1006, 1015. */
    public enum Encoding {
        DEFAULT, UTF8, SGR, URXVT
    }

    private MouseEncoder() {}

    /**
     * The bytes for the program; none when it does not want to hear of this.
     *
     * @param event with column and row as seen from the corner of the pane
     */
    public static byte[] encode(MouseEvent event, Tracking tracking, Encoding encoding) {
        if (!wanted(event, tracking) || event.column() < 0 || event.row() < 0) {
            return NOTHING;
        }
        int bits = tracking == Tracking.X10 ? event.button() : event.bits();
        return switch (encoding) {
            case SGR -> text("\033[<" + bits + ";" + (event.column() + 1) + ";" + (event.row() + 1)
                    + (event.release() ? "m" : "M"));
            case URXVT -> text("\033[" + (old(event, bits) + OFFSET) + ";" + (event.column() + 1) + ";"
                    + (event.row() + 1) + "M");
            case UTF8 -> utf8(old(event, bits), event);
            case DEFAULT -> plain(old(event, bits), event);
        };
    }

    private static boolean wanted(MouseEvent event, Tracking tracking) {
        return switch (tracking) {
            case OFF -> false;
            case X10 -> !event.release() && !event.moves() && event.button() < MouseEvent.NO_BUTTON;
            case NORMAL -> !event.moves();
            case BUTTON -> !event.hovers();
            case ANY -> true;
        };
    }

    /** The bits of the protocols that cannot say which button was let go. */
    private static int old(MouseEvent event, int bits) {
        boolean let = event.release() && !event.wheel();
        return let ? bits & ~MouseEvent.NO_BUTTON | MouseEvent.NO_BUTTON : bits;
    }

    private static byte[] text(String sequence) {
        return sequence.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] utf8(int bits, MouseEvent event) {
        if (bits + OFFSET > UTF8_MAX || event.column() + OFFSET + 1 > UTF8_MAX
                || event.row() + OFFSET + 1 > UTF8_MAX) {
            return NOTHING;
        }
        int[] codes = {27, '[', 'M', bits + OFFSET, event.column() + OFFSET + 1, event.row() + OFFSET + 1};
        return new String(codes, 0, codes.length).getBytes(StandardCharsets.UTF_8);
    }

    /** What lies beyond the 223rd column or row is reported there. */
    private static byte[] plain(int bits, MouseEvent event) {
        if (bits + OFFSET > BYTE_MAX) {
            return NOTHING;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text("\033[M"));
        bytes.write(bits + OFFSET);
        bytes.write(Math.min(event.column() + OFFSET + 1, BYTE_MAX));
        bytes.write(Math.min(event.row() + OFFSET + 1, BYTE_MAX));
        return bytes.toByteArray();
    }
}
