package io.ccmux.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ccmux.persistence.Persistence;
import io.ccmux.server.Configuration.Change;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Told;
import io.ccmux.server.loop.Report;

/**
 * The configuration in force, and how it is read again while the server lives: all of it or, if there is a mistake in
 * it, nothing. Belongs to whoever reads, one at a time.
 */
final class Reconfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(Reconfiguration.class);

    private final ServerArguments arguments;
    private final Map<String, String> environment;
    private final Persistence persistence;
    private final Configuration started;
    private Configuration inForce;

    /** @param started what the server was started with */
    Reconfiguration(ServerArguments arguments, Map<String, String> environment, Persistence persistence,
            Configuration started) {
        this.arguments = arguments;
        this.environment = environment;
        this.persistence = persistence;
        this.started = started;
        this.inForce = started;
    }

    /** Reads it; {@code post} is told of what is to be obeyed before this returns what the user is told. */
    synchronized Outcome read(Consumer<Report> post) {
        try {
            var read = Configuration.read(arguments);
            var problems = read.problems();
            if (!problems.isEmpty()) {
                return failed(problems, post);
            }
            var changed = changed(read);
            var lines = lines(changed);
            inForce = read;
            persistence.obey(read.persistence(environment));
            post.accept(new Report.Reconfigured(read::events, lines));
            lines.forEach(LOG::info);
            return new Outcome.Reported(true, new Told(lines, facts(changed, List.of())));
        } catch (IOException unreadable) {
            return failed(List.of(unreadable.getMessage()), post);
        }
    }

    /** What is in force from now on, and what waits for a start. */
    private List<Change> changed(Configuration read) {
        return Stream.concat(read.changed(inForce).stream().filter(Change::live),
                read.changed(started).stream().filter(change -> !change.live())).toList();
    }

    private static Outcome failed(List<String> problems, Consumer<Report> post) {
        problems.forEach(LOG::warn);
        var lines = new ArrayList<>(problems);
        lines.add("configuration unchanged");
        post.accept(new Report.Reconfigured(mux -> List.of(), lines));
        return new Outcome.Reported(false, new Told(lines, facts(List.of(), problems)));
    }

    private static List<String> lines(List<Change> changed) {
        var lines = new ArrayList<String>();
        changed.forEach(row -> lines.add(row.live()
                ? "persistence." + row.name() + ": in force now"
                : "persistence." + row.name() + ": in force after a restart of the server"));
        lines.add("configuration read");
        return lines;
    }

    private static Map<String, Object> facts(List<Change> changed, List<String> problems) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("read", problems.isEmpty());
        facts.put("inForce", changed.stream().filter(Change::live).map(Change::name).toList());
        facts.put("afterRestart", changed.stream().filter(row -> !row.live()).map(Change::name).toList());
        facts.put("problems", problems);
        return facts;
    }
}
