package io.ccmux.server.mode;

/**
 * A line of a chooser.
 *
 * @param target what commands get in the place of {@code %%}: a target, a name, or a whole command
 * @param parent the target of the line above it in the tree, or empty
 * @param name   what stands before the colon
 * @param text   what stands behind it; it may hold styles
 * @param kills  the command that ends it, or empty
 */
record ChooseItem(String target, String parent, int depth, String name, String text, String kills) {}
