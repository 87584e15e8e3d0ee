/**
 * What panes and clients show instead of terminals: copy mode, choosers, views of text, a clock; prompts, menus, popups
 * and the numbers of panes.
 *
 * <pre>
 *   Effect.EnterMode --PaneModes--> PaneMode        one pane's, a stack of them
 *   Effect.Prompt, ShowMenu, ShowPopup, ShowPanes --> ClientOverlay   one client's
 *
 *   key | command words  -->  mode  -->  ModeResult: events, effects, whether it is over
 *                             draw  -->  canvas
 * </pre>
 *
 * <p>All of it lives in memory and dies with the server: nothing here is journaled, and what a mode makes of a key (a
 * buffer to fill, a command to run) it returns and does not do. The time comes in with the
 * {@link io.ccmux.server.command.Scene}; there is no clock here, no thread, no input and no output.
 *
 * <p>Keys of copy mode are bindings of the tables {@code copy-mode} and {@code copy-mode-vi}, whose commands
 * ({@code send-keys -X}) come back as {@link io.ccmux.server.command.Effect.ModeCommand}. Choosers have no table and
 * take their keys themselves: {@code ChooseMode} has those of all choosers, a {@code ChooseSource} what is listed and
 * what keys do to its lines, {@code ChooseList} how the user has ordered, filtered, folded and tagged them.
 *
 * <p>To add a command of copy mode: a row in {@code CopyCommands}. To add a mode: a record in
 * {@link io.ccmux.server.command.Effect.Mode}, its class here, a case in {@code PaneModes}. To add a chooser: a
 * {@code ChooseSource}.
 */
package io.ccmux.server.mode;
