/**
 * The emulator inside a pane: bytes in, screen out. It has no clock, no thread, no I/O and no idea of panes; what the
 * program prints changes the screens here, and what somebody outside should hear of is a notice.
 *
 * <pre>
 *   bytes --&gt; Parser --&gt; EscTable CsiTable OscTable DcsTable ModeTable      a control function is a row
 *               |              |
 *               v              v
 *            Printer    Motions Edits Scrolls Rectangles Sgr Reports ...      what the functions do
 *               |              |
 *               +------v-------+
 *                  Emulator: cursor, margins, modes, pen, tabs, titles ...    the state they do it to
 *                      |
 *        Screens (main, alternate) --&gt; Screen --&gt; Row --&gt; Looks (styles, clusters)
 *                      |
 *               Scrollback: logical lines in immutable blocks                 what has left the main screen
 * </pre>
 *
 * <p><b>What holds.</b> The cursor is in the grid; past the last column it stays there with a flag. A wide cell has two
 * halves, or none. Erased cells keep the background of the pen. A row's version changes when the row does. The history
 * never has more lines than its limit, and no resize changes what is in it; nor does one delete what shows on either
 * screen. Nothing is allocated for a byte, a sequence or a line, only for strings, blocks, and styles and clusters not
 * met before. Answers to programs are made of numbers and of our own words. Whatever has a limit names it in the class
 * that has it.
 *
 * <p><b>Equal inputs, equal terminals.</b> However the bytes are split, the result is the same, and a
 * {@link io.ccmux.server.terminal.TerminalImage} taken anywhere and made a terminal again goes on as if nothing had
 * happened: recovery depends on it. So no state may depend on identity, on the order of a hash table, on how large a
 * piece of input was, or on how a row came to look as it does.
 *
 * <p><b>Where terminals differ</b> xterm is right, except: a wrap that is pending survives erasing (EL, ED) and not the
 * restoring of a cursor; a full reset keeps the history unless told otherwise; clearing the whole screen moves it to
 * the history first, unless told otherwise; the alternate screen has margins of its own, and reports of the cursor's
 * position count from the corner of the screen in origin mode too, as in xterm.js. Grapheme clusters are always on.
 *
 * <p><b>To add a control function</b>, write its row in the table of its kind and what it does in the class it belongs
 * to, and a {@code .vt} script that shows it. What it changes must be in the image: {@code StateImage} draws it.
 *
 * <p>Sources: ECMA-48; the DEC VT510 manual; xterm's ctlseqs; Paul Williams' parser (vt100.net); UAX #11, #29 and
 * UTS #51; the kitty keyboard protocol.
 */
package io.ccmux.server.terminal;
