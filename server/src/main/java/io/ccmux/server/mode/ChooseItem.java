package io.ccmux.server.mode;

import java.util.Optional;

import io.ccmux.server.mux.PaneId;

/**
 * A line of a chooser.
 *
 * @param target  what the template gets: a target, or a name
 * @param parent  the target of the line above it in the tree, or empty
 * @param name    what stands before the colon
 * @param text    what stands behind it; it may hold styles
 * @param preview the pane whose screen shows what it is
 * @param kills   the command that ends it
 */
record ChooseItem(String target, String parent, int depth, String name, String text, Optional<PaneId> preview,
        String kills) {}
