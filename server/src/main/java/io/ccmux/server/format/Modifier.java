package io.ccmux.server.format;

import java.util.List;

/** One of the things before the colon of <code>#{…:…}</code>: its name and its arguments, formats themselves. */
record Modifier(String name, List<Format> arguments) {

    boolean has(int count) {
        return arguments.size() >= count;
    }
}
