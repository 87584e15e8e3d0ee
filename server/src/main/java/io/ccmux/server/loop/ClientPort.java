package io.ccmux.server.loop;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.server.mux.ClientId;

/**
 * Where the session thread hears of clients. All calls come on the session thread, between two turns.
 *
 * <p>For each client: {@code connected} once, after versions were exchanged, then {@code received} any number of times,
 * then {@code closed} once, whoever closed.
 */
public interface ClientPort {
    /** A client of the same user and the same version is there. */
    void connected(ClientId client, long peerPid);

    /**
     * It said something, or its terminal did where that is read directly; never {@link ClientMessage.Hello} or
     * {@link ClientMessage.HandedOver}.
     */
    void received(ClientId client, ClientMessage message);

    /** What had piled up for the client while it did not read is on its way; a frame may be drawn again. */
    void writable(ClientId client);

    /** It is gone. */
    void closed(ClientId client);
}
