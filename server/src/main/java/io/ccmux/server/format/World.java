package io.ccmux.server.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.WindowId;

/** Port: all that formats may tell of. Filled by whoever owns the state; asked only while a format is expanded. */
public interface World {
    Mux mux();

    /** All clients, attached or not, in the order of their arrival. */
    List<ClientView> clients();

    Moment moment();

    ServerFacts server();

    /** The last output of a {@code #()} job; asking for it may have it run again. */
    default String job(String command) {
        return "";
    }

    /** The name of the program in the foreground of a pane; empty if that is not known. */
    default String program(PaneId pane) {
        return "";
    }

    /** The name of the mode that a pane is in, such as {@code copy-mode}; empty if it shows its terminal. */
    default String mode(PaneId pane) {
        return "";
    }

    /** How many modes lie over the terminal of a pane; the one that shows is the last. */
    default int modes(PaneId pane) {
        return mode(pane).isEmpty() ? 0 : 1;
    }

    /** What the mode of a pane adds to its variables. */
    default Map<String, String> modeVariables(PaneId pane) {
        return Map.of();
    }

    /** Whether the output of a pane is piped somewhere. */
    default boolean piped(PaneId pane) {
        return false;
    }

    /** What screens warn of; empty while what happens is durable. */
    default Optional<Warning> warning() {
        return Optional.empty();
    }

    /** When a window last showed something new, microseconds since 1970; 0 if that is not known. */
    default long activityMicros(WindowId window) {
        return 0;
    }
}
