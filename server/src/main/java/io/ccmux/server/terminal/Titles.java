package io.ccmux.server.terminal;

import java.util.ArrayList;
import java.util.List;

/** The title of the terminal, and those put aside (XTWINOPS 22 and 23). */
final class Titles {
    /** Bytes of UTF-8 of a title; a longer one is cut. */
    static final int BYTES_MAX = 1024;
    private static final int STACK_MAX = 10;

    private String title = "";
    private final List<String> stack = new ArrayList<>();

    String title() {
        return title;
    }

    void title(String text) {
        title = text;
    }

    void push() {
        if (stack.size() == STACK_MAX) {
            stack.removeFirst();
        }
        stack.add(title);
    }

    /** Returns whether there was one to return to. */
    boolean pop() {
        if (stack.isEmpty()) {
            return false;
        }
        title = stack.removeLast();
        return true;
    }

    void forgetStack() {
        stack.clear();
    }

    void write(ByteSink sink) {
        sink.string(title);
        sink.u8(stack.size());
        stack.forEach(sink::string);
    }

    void read(ByteSource source) throws CorruptImageException {
        title = source.string();
        stack.clear();
        for (int left = source.number(STACK_MAX); left > 0; left--) {
            stack.add(source.string());
        }
    }
}
