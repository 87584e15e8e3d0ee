package io.ccmux.server.terminal;

import java.util.Arrays;

/** The kitty keyboard flags of one screen: those in force, and under them those to return to. */
final class Keyboard {
    private static final int DEPTH_MAX = 16;
    private static final int FLAGS = 31;

    private int[] stack = new int[1];

    int flags() {
        return stack[stack.length - 1];
    }

    /** CSI &gt; flags u. The oldest entry goes when there are too many. */
    void push(int flags) {
        int from = stack.length == DEPTH_MAX ? 1 : 0;
        int[] next = Arrays.copyOfRange(stack, from, stack.length + 1);
        next[next.length - 1] = flags & FLAGS;
        stack = next;
    }

    /** CSI &lt; count u. */
    void pop(int count) {
        stack = count < stack.length ? Arrays.copyOf(stack, stack.length - count) : new int[1];
    }

    /** CSI = flags ; how u: 1 these, 2 these too, 3 not these. */
    void set(int flags, int how) {
        int now = flags();
        stack[stack.length - 1] = switch (how) {
            case 1 -> flags & FLAGS;
            case 2 -> now | flags & FLAGS;
            case 3 -> now & ~flags;
            default -> now;
        };
    }

    /** The other screen shows now. */
    void exchange(Keyboard other) {
        int[] mine = stack;
        stack = other.stack;
        other.stack = mine;
    }

    void reset() {
        stack = new int[1];
    }

    void write(ByteSink sink) {
        sink.u8(stack.length);
        for (int flags : stack) {
            sink.u8(flags);
        }
    }

    void read(ByteSource source) throws CorruptImageException {
        stack = new int[Math.max(1, source.number(DEPTH_MAX))];
        for (int i = 0; i < stack.length; i++) {
            stack[i] = source.number(FLAGS);
        }
    }
}
