package io.ccmux.server.loop;

import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.mux.ClientId;

/** How the session thread speaks to clients; to be called on that thread. A client that is gone is silently skipped. */
public interface ClientSender {
    /** Queues a message. A client that leaves more unread than the limit is closed. */
    void send(ClientId client, ServerMessage message);

    /** Whether what is queued for the client is short enough for more that can wait, such as a frame. */
    boolean writable(ClientId client);

    /** Closes the connection after what is queued for it was written. */
    void close(ClientId client);
}
