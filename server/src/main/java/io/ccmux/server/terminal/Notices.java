package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;

/** What is to be told outside when the bytes at hand are parsed. */
final class Notices {
    /** Bytes of one reply to the program; a longer one is not given. */
    static final int REPLY_BYTES_MAX = 64;
    /** Bytes of all replies that wait to be taken; those beyond are not given. */
    static final int REPLIES_BYTES_MAX = 1024;
    /** Notices that wait to be taken; those beyond are dropped. */
    private static final int NOTICES_MAX = 1024;

    private List<TerminalNotice> waiting = new ArrayList<>();
    private int replyBytes;
    private boolean bell;

    void add(TerminalNotice notice) {
        if (waiting.size() < NOTICES_MAX) {
            waiting.add(notice);
        }
    }

    /** However often it rings, it is heard once. */
    void bell() {
        if (!bell) {
            bell = true;
            add(new TerminalNotice.Bell());
        }
    }

    void reply(String text) {
        reply(text.getBytes(US_ASCII));
    }

    void reply(byte[] bytes) {
        if (takes(bytes.length)) {
            replyBytes += bytes.length;
            add(new TerminalNotice.Reply(bytes));
        }
    }

    /** Whether a reply of so many bytes is given. */
    boolean takes(int bytes) {
        return bytes <= REPLY_BYTES_MAX && replyBytes + bytes <= REPLIES_BYTES_MAX;
    }

    List<TerminalNotice> take() {
        if (waiting.isEmpty()) {
            return List.of();
        }
        List<TerminalNotice> taken = waiting;
        waiting = new ArrayList<>();
        replyBytes = 0;
        bell = false;
        return taken;
    }
}
