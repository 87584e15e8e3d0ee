/**
 * A pipe with a terminal on its end.
 *
 * <pre>
 *  Main --&gt; Arguments --&gt; Client --&gt; ServerLauncher --&gt; Connection        one command, or
 *                            |
 *                            +--&gt; Pump: RawTerminal &lt;--&gt; Connection       an attached terminal
 * </pre>
 *
 * <p>The client understands no command: it finds the server, or starts one, sends its words and prints what comes back.
 * When the server says {@code Attached} it makes the terminal raw and carries bytes both ways until {@code Bye}. What
 * holds: the terminal is left as it was found, however the client ends; an end of the connection without {@code Bye} is
 * a crash of the server, after which the client starts it again and attaches to the same session.
 *
 * <p>It must start fast, so it has no Netty, no logging, no regular expressions, reads no configuration, and loads the
 * native library of {@link io.ccmux.client.RawTerminal} only when there is a terminal to attach.
 */
package io.ccmux.client;
