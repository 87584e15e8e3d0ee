/**
 * What a client sees: the picture of its whole screen, and the bytes that turn the picture it has into that one.
 *
 * <pre>
 *   panes' screens, borders, status line, overlays --Compositor--> canvas wanted
 *   canvas shown, canvas wanted                    --AnsiWriter--> bytes for the client's terminal
 * </pre>
 *
 * <p>A {@link io.ccmux.server.render.Canvas} is cells: text, style, width. Composing copies only rows whose version has
 * changed, and writing looks only at rows that differ, so a key that echoes costs one row. Everything here is a
 * function of what it is given: no clock, no thread, no input or output.
 *
 * <p>Styles in text ({@code #[fg=red]}) are read by {@code StyleParser} and laid out by {@code StyledText}, which the
 * status line, pane titles and messages share. To draw something new over the panes, paint on the canvas through
 * {@link io.ccmux.server.render.Overlay}.
 */
package io.ccmux.server.render;
