package io.ccmux.server.render;

/** Something painted over the panes of one client: a menu, a popup, the numbers of panes, a view. */
@FunctionalInterface
public interface Overlay {
    /** Paints on the client's whole canvas; it may move or hide the cursor. */
    void paint(Canvas canvas);
}
