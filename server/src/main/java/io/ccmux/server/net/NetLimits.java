package io.ccmux.server.net;

/**
 * What connections may cost.
 *
 * @param clientsMax connections at one time
 * @param handshakeMillis time from the accept to a complete greeting
 * @param queuedBytesMax bytes queued for one client; one that leaves more unread is closed
 * @param writableBytes bytes queued for one client beyond which it is not writable
 */
public record NetLimits(int clientsMax, long handshakeMillis, long queuedBytesMax, int writableBytes) {
    public static final NetLimits DEFAULT = new NetLimits(256, 10_000, 64 << 20, 512 << 10);
}
