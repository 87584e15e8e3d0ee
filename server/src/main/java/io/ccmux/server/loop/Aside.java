package io.ccmux.server.loop;

import java.io.ByteArrayOutputStream;

/** What a terminal is told beside its picture, kept until the next frame takes it along. */
final class Aside {
    /** Of what programs cause: bells, clipboards, images. A terminal that takes no frames does not get more of it. */
    private static final int CAUSED_BYTES_MAX = 8 << 20;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Adds what the terminal must be told for the picture to be right. */
    void add(byte[] more) {
        bytes.writeBytes(more);
    }

    /** Adds what a program or a user wants it told, if there is room. */
    void offer(byte[] more) {
        if (bytes.size() + more.length <= CAUSED_BYTES_MAX) {
            bytes.writeBytes(more);
        }
    }

    /** All of it, and then the picture. */
    byte[] takeWith(byte[] picture) {
        bytes.writeBytes(picture);
        byte[] all = bytes.toByteArray();
        bytes.reset();
        return all;
    }
}
