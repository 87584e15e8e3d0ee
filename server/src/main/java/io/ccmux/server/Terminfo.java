package io.ccmux.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ccmux.server.loop.Facts;

/** The machine's descriptions of terminals, found by the search rules of terminfo(5). */
final class Terminfo implements Facts.TerminalTypes {
    /** As long as term(5) lets one be. */
    private static final int ENTRY_BYTES_MAX = 32 << 10;

    private final List<Path> directories = new ArrayList<>();

    Terminfo(Map<String, String> environment) {
        add(environment.getOrDefault("TERMINFO", ""));
        if (environment.containsKey("HOME")) {
            add(environment.get("HOME") + "/.terminfo");
        }
        for (String directory : environment.getOrDefault("TERMINFO_DIRS", "").split(":")) {
            add(directory);
        }
        List.of("/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo").forEach(this::add);
    }

    private void add(String directory) {
        if (!directory.isEmpty()) {
            directories.add(Path.of(directory));
        }
    }

    @Override
    public Optional<List<String>> described(String term) {
        if (term.isEmpty() || term.contains("/")) {
            return Optional.empty();
        }
        String byLetter = term.substring(0, 1);
        String byNumber = Integer.toHexString(term.charAt(0));
        return directories.stream()
                .flatMap(directory -> Stream.of(directory.resolve(byLetter), directory.resolve(byNumber)))
                .map(directory -> directory.resolve(term)).filter(Files::exists).findFirst()
                .map(Terminfo::capabilities);
    }

    /** None if the file cannot be read: the terminal is known then by its name only. */
    private static List<String> capabilities(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return TerminfoEntry.capabilities(in.readNBytes(ENTRY_BYTES_MAX));
        } catch (IOException unreadable) {
            return List.of();
        }
    }
}
