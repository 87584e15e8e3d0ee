package io.ccmux.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.ccmux.config.Setting;
import io.ccmux.persistence.Persistence;
import io.ccmux.server.command.Outcome;
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
    private Configuration inForce;

    Reconfiguration(ServerArguments arguments, Map<String, String> environment, Persistence persistence,
            Configuration inForce) {
        this.arguments = arguments;
        this.environment = environment;
        this.persistence = persistence;
        this.inForce = inForce;
    }

    /** Reads it; {@code post} is told of what is to be obeyed before this returns what the user is told. */
    synchronized Outcome read(Consumer<Report> post) {
        try {
            var read = Configuration.read(arguments);
            var problems = read.problems();
            if (!problems.isEmpty()) {
                return failed(problems);
            }
            var told = told(read.changed(inForce));
            inForce = read;
            persistence.obey(read.persistence(environment));
            post.accept(new Report.Reconfigured(read::events, told));
            told.forEach(LOG::info);
            return new Outcome.Finished(0, (String.join("\n", told) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            return failed(List.of(unreadable.getMessage()));
        }
    }

    private static Outcome failed(List<String> problems) {
        problems.forEach(LOG::warn);
        return new Outcome.Failed(String.join("\n", problems) + "\nconfiguration unchanged");
    }

    private static List<String> told(List<Setting> changed) {
        var told = new ArrayList<String>();
        changed.forEach(row -> told.add(row.live()
                ? "persistence." + row.name() + ": in force now"
                : "persistence." + row.name() + ": in force after a restart of the server"));
        told.add("configuration read");
        return told;
    }
}
