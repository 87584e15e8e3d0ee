package io.ccmux.server.tool;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

import io.ccmux.config.Json;
import io.ccmux.persistence.Inspection;
import io.ccmux.persistence.RecoveryReport;
import io.ccmux.persistence.storage.Storage;
import io.ccmux.protocol.SocketPath;
import io.ccmux.server.journal.RecordExtensions;

/** Looks at everything that ccmux needs and says what is wrong, and what to do; the exit status is 1 if it is bad. */
final class DoctorTool implements Tool {
    private static final long MEBIBYTE = 1L << 20;
    private static final long LEFT_BYTES_MIN = 512 * MEBIBYTE;
    private static final int OTHERS_BITS = 077;
    private static final long SLOW_MILLIS = 1_000;
    private static final Set<String> FORGETFUL = Set.of("tmpfs", "ramfs");
    private static final Set<String> REMOTE = Set.of("nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p");

    /** How bad something is. */
    private enum Verdict {
        WELL, WARNING, BAD
    }

    /** One thing that was looked at. */
    private record Diagnosis(Verdict verdict, String what, String text) {}

    private final List<Diagnosis> found = new ArrayList<>();

    @Override
    public int run(Workplace place, ToolWords words) throws IOException {
        found.clear();
        java();
        locale(place.environment());
        configuration(place);
        boolean there = directory(place.state());
        OptionalLong server = there ? Liveness.server(place.state()) : OptionalLong.empty();
        socket(place.socket(), server);
        if (there) {
            crashes(place.state());
            disk(place.state());
            state(place, server);
        }
        if (words.json()) {
            place.print(Json.line(found.stream().map(each -> Tables.map("verdict", word(each.verdict), "what",
                    each.what, "text", each.text)).toList()));
        } else {
            found.forEach(each -> place.print(word(each.verdict) + ": " + each.what + ": " + each.text));
        }
        return found.stream().anyMatch(each -> each.verdict == Verdict.BAD) ? 1 : 0;
    }

    private static String word(Verdict verdict) {
        return verdict.toString().toLowerCase(Locale.ROOT);
    }

    private void say(Verdict verdict, String what, String text) {
        found.add(new Diagnosis(verdict, what, text));
    }

    private void java() {
        say(Verdict.WELL, "java", System.getProperty("java.vm.version") + " in " + System.getProperty("java.home"));
        Path caches = Path.of(System.getProperty("ccmux.dist", "")).resolve("aot");
        boolean fast = Files.exists(caches.resolve("client.aot")) && Files.exists(caches.resolve("server.aot"));
        say(fast ? Verdict.WELL : Verdict.WARNING, "caches", fast
                ? "starts are fast"
                : "no caches in " + caches + ": starts are slow; bin/ccmux-train makes them");
    }

    private void locale(Map<String, String> environment) {
        String locale = environment.getOrDefault("LC_ALL", "");
        locale = locale.isEmpty() ? environment.getOrDefault("LC_CTYPE", "") : locale;
        locale = locale.isEmpty() ? environment.getOrDefault("LANG", "") : locale;
        String upper = locale.toUpperCase(Locale.ROOT);
        boolean utf8 = upper.contains("UTF-8") || upper.contains("UTF8");
        say(utf8 ? Verdict.WELL : Verdict.WARNING, "locale", utf8
                ? locale
                : (locale.isEmpty() ? "none is set" : locale) + ": not UTF-8; ccmux -u writes UTF-8 all the same");
        String term = environment.getOrDefault("TERM", "");
        say(term.isEmpty() ? Verdict.WARNING : Verdict.WELL, "terminal", term.isEmpty() ? "TERM is not set" : term);
    }

    private void configuration(Workplace place) {
        for (Path file : place.configurations()) {
            var problems = place.settings().apply(file).problems();
            problems.forEach(problem -> say(Verdict.WARNING, "configuration", problem));
            if (problems.isEmpty()) {
                say(Verdict.WELL, "configuration", file + (Files.exists(file) ? "" : " (not there: defaults)"));
            }
        }
    }

    /** What there is of a path. */
    private static Path nearest(Path path) {
        Path found = path;
        while (!Files.exists(found) && found.getParent() != null) {
            found = found.getParent();
        }
        return found;
    }

    private boolean directory(Path state) throws IOException {
        if (!Files.exists(state, LinkOption.NOFOLLOW_LINKS)) {
            Path above = nearest(state);
            boolean makeable = Files.isDirectory(above) && Files.isWritable(above);
            say(makeable ? Verdict.WELL : Verdict.BAD, "state", state + (makeable
                    ? ": not there yet"
                    : ": cannot be made; nothing is durable"));
            return false;
        }
        if (!Files.isDirectory(state, LinkOption.NOFOLLOW_LINKS)) {
            say(Verdict.BAD, "state", state + ": a link or no directory; ccmux refuses it");
            return false;
        }
        Object self = SocketPath.userId();
        if (!self.equals(Files.getAttribute(state, "unix:uid"))) {
            say(Verdict.BAD, "state", state + ": belongs to another user; ccmux refuses it");
            return false;
        }
        if (!Files.isWritable(state)) {
            say(Verdict.BAD, "state", state + ": cannot be written; what is there is served, and nothing is durable");
        }
        int mode = (Integer) Files.getAttribute(state, "unix:mode");
        say((mode & OTHERS_BITS) == 0 ? Verdict.WELL : Verdict.WARNING, "state", (mode & OTHERS_BITS) == 0
                ? state.toString()
                : state + ": others can enter it; the server corrects that when it starts");
        return true;
    }

    /** What Java leaves where it ends by a mistake of its own, or because its files were changed under it. */
    private void crashes(Path state) throws IOException {
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(state, "hs_err_*.log")) {
            for (Path report : reports) {
                say(Verdict.WARNING, "java", "crashed at " + Files.getLastModifiedTime(report) + "; " + report
                        + " tells why");
            }
        }
    }

    private void socket(Path socket, OptionalLong server) {
        boolean there = Files.exists(socket, LinkOption.NOFOLLOW_LINKS);
        if (server.isPresent()) {
            say(there ? Verdict.WELL : Verdict.BAD, "server", "process " + server.getAsLong() + (there
                    ? " at " + socket
                    : " lives, but its socket " + socket + " is gone; kill -USR1 " + server.getAsLong()
                            + " makes it anew"));
        } else {
            say(Verdict.WELL, "server", "none lives" + (there ? "; a stale socket is at " + socket : ""));
        }
    }

    private void disk(Path state) throws IOException {
        var store = Files.getFileStore(state);
        long left = store.getUsableSpace();
        say(left < LEFT_BYTES_MIN ? Verdict.WARNING : Verdict.WELL, "disk", left / MEBIBYTE + " MiB are left");
        if (FORGETFUL.contains(store.type())) {
            say(Verdict.WARNING, "disk", store.type() + " forgets everything when the machine stops");
        } else if (REMOTE.contains(store.type())) {
            say(Verdict.WARNING, "disk", store.type() + ": locks and fsync of file systems elsewhere are not reliable");
        }
    }

    /** What a server that lives says of its journal. */
    private void living(Path socket) {
        Map<String, Object> status;
        try {
            status = Json.read(new Question(socket).ask("server-status", "--json")).orElse(Map.of());
        } catch (IOException silent) {
            say(Verdict.BAD, "server", "does not tell how it is: " + silent.getMessage());
            return;
        }
        String trouble = String.valueOf(status.get("trouble"));
        switch (String.valueOf(status.get("journal"))) {
            case "healthy" -> say(Verdict.WELL, "journal", "in use; ccmux journal verify reads it");
            case "degraded" -> say(Verdict.BAD, "journal", "NOT DURABLE: " + trouble
                    + "; terminals live from memory until the disk takes something again");
            case "read_only" -> say(Verdict.BAD, "journal", "NOT DURABLE: " + trouble
                    + "; nothing could be written from the start");
            case "off" -> say(Verdict.WARNING, "journal", "durability is off: nothing is written");
            default -> say(Verdict.BAD, "server", "does not tell how it is");
        }
        if (status.get("stalledMillis") instanceof Number millis && millis.longValue() >= SLOW_MILLIS) {
            say(Verdict.WARNING, "disk", "has not answered for " + millis + " ms");
        }
        if (status.get("mistakes") instanceof Map<?, ?> mistakes && !mistakes.isEmpty()) {
            say(Verdict.WARNING, "terminals", "a mistake of ours reset the parser of " + mistakes);
        }
    }

    private void state(Workplace place, OptionalLong server) throws IOException {
        if (server.isPresent()) {
            living(place.socket());
            return;
        }
        try (Storage storage = place.look()) {
            RecoveryReport report = Inspection.of(storage, RecordExtensions.installed().registry())
                    .verify(place.loading().get());
            report.findings().forEach(finding -> say(finding.row().loss() ? Verdict.BAD : Verdict.WARNING, "journal",
                    finding.text()));
            if (report.findings().isEmpty()) {
                say(Verdict.WELL, "journal", "whole, up to serial " + report.lastSerial());
            }
            int aside = storage.directories("quarantine").size();
            if (aside > 0) {
                say(Verdict.WARNING, "quarantine",
                        aside + " recoveries put something aside; look at it, then delete it");
            }
        } catch (ToolException | IOException unreadable) {
            say(Verdict.BAD, "journal", unreadable.getMessage());
        }
    }
}
