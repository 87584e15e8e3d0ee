package io.ccmux.server;

import java.util.Map;
import java.util.TreeMap;

/** What happened in many simulations of whole servers, and where. */
final class ServerTally {
    long seeds;
    long powerCuts;
    long kills;
    long inRecovery;
    long stops;
    long failedStops;
    long outages;
    long returns;
    long replies;
    final Map<String, Long> commands = new TreeMap<>();
    final Map<String, Long> places = new TreeMap<>();

    long crashes() {
        return powerCuts + kills;
    }

    @Override
    public String toString() {
        return String.format("%,d seeds, %,d crashes of whole servers (%,d power cuts, %,d kills; %,d of them "
                + "during recovery) at %d kinds of places, %,d proper stops, %,d that failed, %,d outages of the "
                + "disk, %,d returns, %,d replies kept, %d kinds of commands", seeds, crashes(), powerCuts, kills,
                inRecovery, places.size(), stops, failedStops, outages, returns, replies, commands.size());
    }
}
