package io.ccmux.server.loop;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;

/** Who waits for what is on the clipboard of a client's terminal. A terminal that does not answer is waited for. */
final class ClipboardQuestions {
    /** How many may wait for one answer. */
    private static final int WAITING_MAX = 16;

    private final List<Consumer<byte[]>> waiting = new ArrayList<>();

    /** Returns whether the terminal is to be asked. */
    boolean add(Consumer<byte[]> then) {
        if (waiting.size() >= WAITING_MAX) {
            return false;
        }
        waiting.add(then);
        return true;
    }

    /** The terminal has answered, in base 64. */
    void answered(String base64) {
        var told = List.copyOf(waiting);
        waiting.clear();
        try {
            byte[] text = Base64.getMimeDecoder().decode(base64);
            told.forEach(one -> one.accept(text));
        } catch (IllegalArgumentException notBase64) {
            return;
        }
    }
}
