package io.ccmux.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.ccmux.server.loop.Facts;

/** Which terminals the machine has descriptions of, by the search rules of terminfo(5). */
final class Terminfo implements Facts.TerminalTypes {
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
    public boolean known(String term) {
        if (term.isEmpty() || term.contains("/")) {
            return false;
        }
        String byLetter = term.substring(0, 1);
        String byNumber = Integer.toHexString(term.charAt(0));
        return directories.stream().anyMatch(directory -> Files.exists(directory.resolve(byLetter).resolve(term))
                || Files.exists(directory.resolve(byNumber).resolve(term)));
    }
}
