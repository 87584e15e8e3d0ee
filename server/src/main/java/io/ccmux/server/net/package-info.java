/**
 * The socket: turns connections into calls of {@link io.ccmux.server.loop.ClientPort} and messages into bytes.
 * The terminal of an attached client is read and written by the server itself where it can open it; the port does not
 * see the difference.
 *
 * <pre>
 *  accept --&gt; peer's user id --&gt; FrameDecoder --&gt; ConnectionHandler --&gt; ClientPort
 *                                FrameEncoder &lt;-- SocketServer.send
 * </pre>
 *
 * <p>Everything here runs on the one event loop it is given, which is the session thread, except
 * {@link io.ccmux.server.net.SocketServer#listen} and {@code close}, which are called from outside. What holds: only
 * clients of the same user and the same version reach the port; what one client sends or fails to read costs no other
 * client anything; a broken frame closes its own connection, with one line to the client and one in the log; an
 * exception out of the port is ours and goes to the thread's uncaught exception handler.
 *
 * <p>Netty lives here (and in {@code pty}) and nowhere else.
 */
package io.ccmux.server.net;
