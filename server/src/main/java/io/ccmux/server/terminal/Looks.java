package io.ccmux.server.terminal;

/** What the numbers in cells stand for. */
record Looks(StyleTable styles, ClusterTable clusters) {
    Looks() {
        this(new StyleTable(), new ClusterTable());
    }
}
