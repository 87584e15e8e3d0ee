package io.ccmux.client;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The client's standard output and standard error: bytes as they are, text as UTF-8, nothing buffered. */
final class Standard {
    private static final FileOutputStream OUTPUT = new FileOutputStream(FileDescriptor.out);
    private static final FileOutputStream ERROR = new FileOutputStream(FileDescriptor.err);

    private Standard() {}

    /** Writes to standard error if {@code stream} is 2, else to standard output. */
    static void write(int stream, byte[] bytes) throws IOException {
        (stream == 2 ? ERROR : OUTPUT).write(bytes);
    }

    /** Writes a text; that nobody reads it is no reason to fail. */
    static void print(int stream, String text) {
        try {
            write(stream, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException closed) {
            return;
        }
    }
}
