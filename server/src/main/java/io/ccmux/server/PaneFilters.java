package io.ccmux.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ccmux.server.loop.Inbox;
import io.ccmux.server.loop.Report;
import io.ccmux.server.mux.PaneId;

/**
 * The shell commands of {@code pipe-pane}: fed with what a pane prints, or printing into it. A command that does not
 * keep up loses output; the pane never waits for it.
 */
final class PaneFilters {
    private static final Logger LOG = LoggerFactory.getLogger(PaneFilters.class);
    private static final int PIECES_MAX = 4_096;
    private static final int READ_BYTES = 4_096;
    private static final byte[] END = {};

    /** A running command and what waits for it. */
    private record Filter(Process process, BlockingQueue<byte[]> pieces) {}

    private final Inbox inbox;
    private final Map<PaneId, Filter> filters = new HashMap<>();

    PaneFilters(Inbox inbox) {
        this.inbox = inbox;
    }

    void start(PaneId pane, String command, boolean output, boolean input) {
        close(pane);
        try {
            var process = new ProcessBuilder("/bin/sh", "-c", command).redirectError(ProcessBuilder.Redirect.DISCARD)
                    .redirectOutput(input ? ProcessBuilder.Redirect.PIPE : ProcessBuilder.Redirect.DISCARD).start();
            var filter = new Filter(process, new ArrayBlockingQueue<>(PIECES_MAX));
            filters.put(pane, filter);
            var threads = Thread.ofPlatform().daemon();
            threads.name("ccmux-pipe-out-" + pane).start(() -> feed(filter));
            if (input) {
                threads.name("ccmux-pipe-in-" + pane).start(() -> print(pane, process.getInputStream()));
            }
            if (!output) {
                filter.pieces().add(END);
            }
        } catch (IOException failed) {
            LOG.warn("pipe-pane could not start: {}", failed.getMessage());
        }
    }

    void feed(PaneId pane, byte[] bytes) {
        var filter = filters.get(pane);
        if (filter != null && !filter.pieces().offer(bytes)) {
            LOG.debug("a pipe of {} does not keep up, {} bytes left out", pane, bytes.length);
        }
    }

    void close(PaneId pane) {
        var filter = filters.remove(pane);
        if (filter != null && !filter.pieces().offer(END)) {
            filter.process().destroy();
        }
    }

    private static void feed(Filter filter) {
        try (OutputStream to = filter.process().getOutputStream()) {
            for (byte[] piece = filter.pieces().take(); piece.length > 0; piece = filter.pieces().take()) {
                to.write(piece);
                if (filter.pieces().isEmpty()) {
                    to.flush();
                }
            }
        } catch (IOException ended) {
            LOG.debug("a pipe ended: {}", ended.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private void print(PaneId pane, InputStream from) {
        byte[] buffer = new byte[READ_BYTES];
        try (from) {
            for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
                inbox.post(new Report.Piped(pane, Arrays.copyOf(buffer, count)));
            }
        } catch (IOException ended) {
            LOG.debug("a pipe into {} ended: {}", pane, ended.getMessage());
        }
    }
}
