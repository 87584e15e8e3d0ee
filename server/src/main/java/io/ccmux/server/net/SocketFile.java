package io.ccmux.server.net;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

import io.ccmux.protocol.SocketPath;

/** The file of the socket: what may be replaced, what must not be touched, and who may connect. */
final class SocketFile {
    private final Path path;
    private Object key = "";

    SocketFile(Path path) {
        this.path = path;
    }

    /** Makes way for a new socket: removes a stale one; refuses what is no socket, not ours, or alive. */
    void clear() throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (!Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).isOther()) {
            throw new IOException(path + " is not a socket");
        }
        if (owner(path) != SocketPath.userId()) {
            throw new IOException(path + " belongs to another user");
        }
        if (isAlive()) {
            throw new IOException("another server listens on " + path);
        }
        Files.delete(path);
    }

    /** To be called when the socket is bound: lets only its owner connect, whatever the umask was. */
    void bound() throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-------"));
        key = key();
    }

    /** Whether the file is the socket that was bound, and not one that somebody else has put there since. */
    boolean isOurs() throws IOException {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && key.equals(key());
    }

    private boolean isAlive() {
        try (SocketChannel probe = SocketChannel.open(UnixDomainSocketAddress.of(path))) {
            return probe.isConnected();
        } catch (IOException refused) {
            return false;
        }
    }

    private Object key() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    private static int owner(Path file) throws IOException {
        return (Integer) Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }
}
