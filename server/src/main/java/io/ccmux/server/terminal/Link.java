package io.ccmux.server.terminal;

/**
 * A hyperlink of OSC 8: what a cell leads to. Cells with the same link and a non-empty id belong together, wherever
 * on the screen they are.
 */
public record Link(String id, String uri) {
    /** What most cells lead to: nothing. */
    public static final Link NONE = new Link("", "");
    /** Bytes of UTF-8 an address may have; a longer one is no link. */
    static final int URI_BYTES_MAX = 2048;
    /** Bytes of UTF-8 the id may have; a longer one counts as none. */
    static final int ID_BYTES_MAX = 256;

    public boolean none() {
        return uri.isEmpty();
    }
}
