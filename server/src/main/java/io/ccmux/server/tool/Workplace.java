package io.ccmux.server.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.ccmux.config.Settings;
import io.ccmux.persistence.Replay;
import io.ccmux.persistence.storage.DiskStorage;
import io.ccmux.persistence.storage.Storage;

/**
 * Where a tool works: one server's places, and what it prints to.
 *
 * @param configurations the files that the server reads, the usual one or those that the user named
 * @param environment    of the user
 * @param settings       reads such a file
 * @param loading        makes what a recovery would make the state in
 */
public record Workplace(Path socket, Path state, List<Path> configurations, Map<String, String> environment,
        Function<Path, Settings> settings, Supplier<Replay> loading, PrintStream out) {

    /** The state directory, to be looked at. */
    Storage look() throws IOException, ToolException {
        if (!Files.exists(state, LinkOption.NOFOLLOW_LINKS)) {
            throw new ToolException("no state directory: " + state);
        }
        return DiskStorage.openToRead(state);
    }

    void print(String line) {
        out.print(line + "\n");
    }
}
