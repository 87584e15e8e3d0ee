package io.ccmux.server.mux;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Options;

/**
 * The events by which all is as at the very first start: options, keys, buffers, variables and the numbers of what will
 * be made. Sessions go by events of their own; what extensions keep stays.
 */
public final class Afresh {
    private Afresh() {}

    public static List<Event> events(Mux mux) {
        var events = new ArrayList<Event>();
        remove(new OptionEvent.Holder.Server(), mux.serverOptions(), events);
        remove(new OptionEvent.Holder.AllSessions(), mux.sessionOptions(), events);
        remove(new OptionEvent.Holder.AllWindows(), mux.windowOptions(), events);
        mux.environment().variables().keySet()
                .forEach(name -> events.add(new EnvironmentEvent.Forgotten(Optional.empty(), name)));
        events.addAll(keys(mux));
        mux.buffers().all().forEach(buffer -> events.add(new BufferEvent.Removed(buffer.name())));
        if (mux.marked().isPresent()) {
            events.add(new ServerEvent.Unmarked());
        }
        events.add(new ServerEvent.Numbered(0, 0, 0, 0));
        return events;
    }

    private static void remove(OptionEvent.Holder holder, Options options, List<Event> events) {
        options.own().keySet().forEach(name -> events.add(new OptionEvent.Removed(holder, name)));
    }

    /** Tables that are not what they were go, and come back if they were there. */
    private static List<Event> keys(Mux mux) {
        var events = new ArrayList<Event>();
        var usual = mux.defaultKeys();
        mux.keys().tables().forEach((table, keys) -> {
            if (!keys.equals(usual.table(table))) {
                events.add(new KeyEvent.TableRemoved(table));
            }
        });
        usual.tables().forEach((table, keys) -> {
            if (!keys.equals(mux.keys().table(table))) {
                keys.forEach((key, binding) -> events.add(new KeyEvent.Bound(table, key, binding)));
            }
        });
        return events;
    }
}
