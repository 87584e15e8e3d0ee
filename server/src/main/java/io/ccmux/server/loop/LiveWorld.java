package io.ccmux.server.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.format.Moment;
import io.ccmux.server.format.ServerFacts;
import io.ccmux.server.format.Warning;
import io.ccmux.server.format.World;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.WindowId;

/** What formats may tell of, as it is now. */
final class LiveWorld implements World {
    private final Core core;
    private final Predicate<PaneId> piped;
    private final FormatJobs jobs;
    private final Alerts alerts;
    private boolean trouble;

    LiveWorld(Core core, Predicate<PaneId> piped) {
        this.core = core;
        this.piped = piped;
        this.jobs = new FormatJobs(core);
        this.alerts = new Alerts(core);
    }

    @Override
    public Mux mux() {
        return core.mux();
    }

    @Override
    public List<ClientView> clients() {
        return core.clients().views();
    }

    @Override
    public Moment moment() {
        return new Moment(core.outside().micros(), core.facts().zone());
    }

    @Override
    public String job(String command) {
        return jobs.output(command);
    }

    @Override
    public long activityMicros(WindowId window) {
        return alerts.activityMicros(window);
    }

    Alerts alerts() {
        return alerts;
    }

    FormatJobs jobs() {
        return jobs;
    }

    @Override
    public ServerFacts server() {
        return core.facts().server();
    }

    @Override
    public Optional<Warning> warning() {
        return trouble ? Optional.of(Warning.NOT_DURABLE) : core.outside().warning();
    }

    /** Whether the disk is in trouble from now on. */
    void trouble(boolean begun) {
        trouble = begun;
    }

    @Override
    public String program(PaneId pane) {
        return core.mux().find(pane).map(known -> known.command()).orElse("");
    }

    @Override
    public String mode(PaneId pane) {
        return core.modes().mode(pane);
    }

    @Override
    public int modes(PaneId pane) {
        return core.modes().count(pane);
    }

    @Override
    public Map<String, String> modeVariables(PaneId pane) {
        return core.modes().variables(pane);
    }

    @Override
    public boolean piped(PaneId pane) {
        return piped.test(pane);
    }
}
