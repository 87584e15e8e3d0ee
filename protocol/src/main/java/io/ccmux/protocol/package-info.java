/**
 * The language that clients and the server speak over the socket.
 *
 * <p>A connection is a stream of {@link io.ccmux.protocol.Frame}s, whose bytes are drawn in
 * {@link io.ccmux.protocol.Framing}. A frame carries one {@link io.ccmux.protocol.Message}, which is either a
 * {@link io.ccmux.protocol.ClientMessage} or a {@link io.ccmux.protocol.ServerMessage}: two sealed families, so that
 * both sides answer all of them in one exhaustive switch.
 *
 * <pre>
 *  client                                     server
 *    Hello, Identify, Run            --&gt;
 *                                    &lt;--        Welcome (or Refused)
 *                                    &lt;--        Print*, Done                 a command, or
 *                                    &lt;--        Attached, Restore, Resume    a terminal:
 *    Input, Resized                  --&gt;
 *                                    &lt;--        Draw
 *    Drawn                           --&gt;
 *                                    &lt;--        Bye
 * </pre>
 *
 * <p>A terminal that the server could open itself is attached <i>directly</i>: Input, Draw and Drawn do not travel,
 * the client only makes it raw, tells of sizes and signals, and puts it right at the end or when the server crashed.
 *
 * <pre>
 *                                    &lt;--        Attached(direct)
 *    HandedOver                      --&gt;                          raw: the server reads and writes it
 *    Resized, Stopping               --&gt;
 *                                    &lt;--        Suspend, Lock     no more until it is
 *    Woken                           --&gt;                          raw again
 *                                    &lt;--        Bye, Exec         no more
 * </pre>
 *
 * <p>What holds: the client sends its first three messages in one write and waits for nothing, so a command costs one
 * round trip. The layouts of Hello, Welcome and Refused never change, so that two versions can tell each other that
 * they differ. A server says Bye or Done before it closes: an end of file without either is a crash. Lengths are
 * checked before anything is allocated; what does not decode is a {@link io.ccmux.protocol.ProtocolException} that ends
 * this connection and no other.
 *
 * <p>To add a message: write its record into its family and its row into {@link io.ccmux.protocol.MessageTable}; the
 * compiler leads to the two switches, {@code MessageTableTest} asks for its golden line, and
 * {@link io.ccmux.protocol.ProtocolVersion} goes up by one.
 *
 * <p>{@link io.ccmux.protocol.SocketPath} says where a server of a given name has its socket and its state, {@link
 * io.ccmux.protocol.UserShell} what is run where nothing else is said: both sides have to agree on it.
 */
package io.ccmux.protocol;
