/**
 * Keys and the mouse: what a client's terminal sends, what a program wants to read, and what is bound to it.
 *
 * <pre>
 *   bytes of the client's terminal --Keys--> InputEvent --bound?--> a command of KeyTables
 *                                                  \--else--> KeyEncoder, MouseEncoder --> bytes for the program
 * </pre>
 *
 * <p>Everything here is a value or a function of values: no clock (whoever calls decides when a lone escape has waited
 * long enough, and says when a click happened), no terminal, no panes. Names are tmux's: see {@link
 * io.ccmux.server.input.Key#parse}. To add a key, add its row to {@code KeyNameTable} and say how it is sent in
 * {@code KeySequences}.
 */
package io.ccmux.server.input;
