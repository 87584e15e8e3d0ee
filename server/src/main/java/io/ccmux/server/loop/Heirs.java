package io.ccmux.server.loop;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.mux.Session;
import io.ccmux.server.mux.SessionEvent;

/** Who goes where when sessions end, and which sessions end when nobody is left: tmux's rules for both. */
final class Heirs {
    private final Core core;

    Heirs(Core core) {
        this.core = core;
    }

    /** The session that a client of one that is gone goes to: {@code detach-on-destroy} says which. */
    Optional<Session> of(Notice.SessionClosed closed, Client client) {
        var heir = switch (closed.options().choice("detach-on-destroy")) {
            case "off" -> newest(session -> true);
            case "no-detached" -> newest(session -> core.clients().attached(session.id()).isEmpty());
            case "previous" -> beside(closed.name(), Comparator.comparing(Session::name).reversed());
            case "next" -> beside(closed.name(), Comparator.comparing(Session::name));
            default -> Optional.<Session>empty();
        };
        return heir.isEmpty() && client.flags().staysOnDestroy() ? newest(session -> true) : heir;
    }

    private Optional<Session> newest(Predicate<Session> wanted) {
        return core.mux().sessions().stream().filter(wanted)
                .max(Comparator.comparingLong(Session::attachedMicros).thenComparing(Session::id));
    }

    /** The session that comes first after a name in an order, around the end. */
    private Optional<Session> beside(String name, Comparator<Session> order) {
        var sorted = core.mux().sessions().stream().sorted(order).toList();
        boolean forward = sorted.size() < 2 || sorted.getFirst().name().compareTo(sorted.getLast().name()) < 0;
        return sorted.stream().filter(session -> forward
                ? session.name().compareTo(name) > 0
                : session.name().compareTo(name) < 0).findFirst().or(() -> sorted.stream().findFirst());
    }

    /** Sessions that nobody is attached to end if {@code destroy-unattached} says so. */
    void endUnattached() {
        for (var session : List.copyOf(core.mux().sessions())) {
            boolean others = core.mux().group(session).size() > 1;
            boolean ends = switch (session.options().choice("destroy-unattached")) {
                case "on" -> true;
                case "keep-last" -> others;
                case "keep-group" -> session.group().isEmpty() || others;
                default -> false;
            };
            if (ends && core.clients().attached(session.id()).isEmpty()) {
                core.ledger().commit(List.<Event>of(new SessionEvent.Closed(session.id())));
            }
        }
    }
}
