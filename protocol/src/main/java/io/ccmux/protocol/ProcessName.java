package io.ccmux.protocol;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What {@code ps} and {@code top} call a process of ccmux, where they would say {@code java}: as tmux has it. */
public enum ProcessName {
    CLIENT("ccmux: client"), SERVER("ccmux: server");

    private static final Path FILE = Path.of("/proc/self/comm");
    private final String text;

    ProcessName(String text) {
        this.text = text;
    }

    /** Calls this process so. */
    public void take() {
        try {
            if (Files.isWritable(FILE)) {
                Files.writeString(FILE, text);
            }
        } catch (IOException refused) {
            // A name is not worth a word: the process goes on as java.
            return;
        }
    }
}
