package io.ccmux.config;

/** Where an option can be set: each pane falls back to its window, windows and sessions fall back to their globals. */
public enum Scope {
    SERVER, SESSION, WINDOW, PANE
}
