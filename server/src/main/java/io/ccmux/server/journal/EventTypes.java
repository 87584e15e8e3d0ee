package io.ccmux.server.journal;

import static io.ccmux.server.journal.Fields.pane;
import static io.ccmux.server.journal.Fields.session;
import static io.ccmux.server.journal.Fields.window;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import io.ccmux.persistence.CorruptRecordException;
import io.ccmux.persistence.RecordInput;
import io.ccmux.persistence.RecordRegistry;
import io.ccmux.persistence.RecordType;
import io.ccmux.persistence.UnknownRecord;
import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.EnvironmentEvent;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.KeyEvent;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.OptionEvent;
import io.ccmux.server.mux.PaneEvent;
import io.ccmux.server.mux.RunState;
import io.ccmux.server.mux.ServerEvent;
import io.ccmux.server.mux.SessionEvent;
import io.ccmux.server.mux.WindowEvent;
import io.ccmux.server.mux.WindowId;

/**
 * The table of all events: the frozen number of each, how it is written and how it is read. Fields stand in the order
 * of the event's components; {@link Fields} draws the larger ones. Numbers are never used again for anything else, and
 * a changed payload gets a higher version whose reader still reads the lower ones.
 */
public final class EventTypes {
    private EventTypes() {}

    public static RecordRegistry registry() {
        return RecordRegistry.of(rows());
    }

    /** An event as persistence takes it, without the values that must not get to the disk. */
    public static Object record(Event event) {
        return switch (event) {
            case ServerEvent.Extension(int type, int version, byte[] bytes) -> new UnknownRecord(type, version, bytes);
            case ServerEvent.Extended(var record) -> record;
            default -> Secrets.withheld(event);
        };
    }

    /** A record of persistence as an event. */
    public static Event event(Object record) {
        return switch (record) {
            case Event event -> event;
            case UnknownRecord(int type, int version, byte[] payload) ->
                new ServerEvent.Extension(type, version, payload);
            default -> new ServerEvent.Extended(record);
        };
    }

    static List<RecordType<?>> rows() {
        return Stream.of(servers(), sessions(), windows(), choices(), panes(), others()).flatMap(List::stream).toList();
    }

    // @formatter:off
    private static List<RecordType<?>> servers() {
        return List.of(
                RecordType.of(1, 1, ServerEvent.Numbered.class, (event, out) -> {
                    out.varint(event.nextSession());
                    out.varint(event.nextWindow());
                    out.varint(event.nextPane());
                    out.varint(event.nextBuffer());
                }, in -> new ServerEvent.Numbered(in.varint(), in.varint(), in.varint(), in.varint())),
                RecordType.of(2, 1, ServerEvent.Marked.class, (event, out) -> out.varint(event.pane().number()),
                        in -> new ServerEvent.Marked(pane(in))),
                RecordType.of(3, 1, ServerEvent.Unmarked.class, (event, out) -> {}, in -> new ServerEvent.Unmarked()),
                RecordType.of(4, 1, ServerEvent.Booted.class, (event, out) -> out.text(event.boot()),
                        in -> new ServerEvent.Booted(in.text())),
                RecordType.of(5, 1, ServerEvent.ForgettingBegan.class, (event, out) -> {
                    out.varint(event.number());
                    Fields.panes(out, event.panes());
                }, in -> new ServerEvent.ForgettingBegan(in.varint(), Fields.panes(in))),
                RecordType.of(6, 1, ServerEvent.ForgettingEnded.class, (event, out) -> out.varint(event.number()),
                        in -> new ServerEvent.ForgettingEnded(in.varint())));
    }

    private static List<RecordType<?>> sessions() {
        return List.of(
                RecordType.of(10, 1, SessionEvent.Created.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.text(event.name());
                    out.text(event.directory());
                    out.varlong(event.createdMicros());
                    out.text(event.group());
                }, in -> new SessionEvent.Created(session(in), in.text(), in.text(), in.varlong(), in.text())),
                RecordType.of(11, 1, SessionEvent.Renamed.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.text(event.name());
                }, in -> new SessionEvent.Renamed(session(in), in.text())),
                RecordType.of(12, 1, SessionEvent.Closed.class, (event, out) -> out.varint(event.session().number()),
                        in -> new SessionEvent.Closed(session(in))),
                RecordType.of(13, 1, SessionEvent.Linked.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.varint(event.index());
                    out.varint(event.window().number());
                }, in -> new SessionEvent.Linked(session(in), in.varint(), window(in))),
                RecordType.of(14, 1, SessionEvent.Unlinked.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.varint(event.index());
                }, in -> new SessionEvent.Unlinked(session(in), in.varint())),
                RecordType.of(15, 1, SessionEvent.Selected.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.varint(event.index());
                }, in -> new SessionEvent.Selected(session(in), in.varint())),
                RecordType.of(16, 1, SessionEvent.Arranged.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.list(event.windows().entrySet(), (entry, to) -> {
                        to.varint(entry.getKey());
                        to.varint(entry.getValue().number());
                    });
                    out.signed(event.current());
                    Fields.numbers(out, event.last());
                }, EventTypes::arranged),
                RecordType.of(17, 1, SessionEvent.Attached.class, (event, out) -> out.varint(event.session().number()),
                        in -> new SessionEvent.Attached(session(in))),
                RecordType.of(18, 1, SessionEvent.Used.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.varlong(event.attachedMicros());
                }, in -> new SessionEvent.Used(session(in), in.varlong())),
                RecordType.of(19, 1, SessionEvent.Alerted.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.varint(event.index());
                    out.varint(event.alerts());
                }, in -> new SessionEvent.Alerted(session(in), in.varint(), in.varint())),
                RecordType.of(20, 1, SessionEvent.Relocated.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.text(event.directory());
                }, in -> new SessionEvent.Relocated(session(in), in.text())),
                RecordType.of(21, 1, SessionEvent.Grouped.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.text(event.group());
                }, in -> new SessionEvent.Grouped(session(in), in.text())),
                RecordType.of(22, 1, SessionEvent.Furnished.class, (event, out) -> {
                    out.varint(event.session().number());
                    Fields.map(out, event.environment());
                }, in -> new SessionEvent.Furnished(session(in), Fields.map(in))),
                RecordType.of(23, 1, SessionEvent.Swapped.class, (event, out) -> {
                    out.varint(event.session().number());
                    out.varint(event.index());
                    out.varint(event.other().number());
                    out.varint(event.otherIndex());
                }, in -> new SessionEvent.Swapped(session(in), in.varint(), session(in), in.varint())));
    }

    private static List<RecordType<?>> windows() {
        return List.of(
                RecordType.of(40, 1, WindowEvent.Created.class, (event, out) -> {
                    out.varint(event.window().number());
                    out.text(event.name());
                    Fields.size(out, event.size());
                    out.varlong(event.createdMicros());
                }, in -> new WindowEvent.Created(window(in), in.text(), Fields.size(in), in.varlong())),
                RecordType.of(41, 1, WindowEvent.Renamed.class, (event, out) -> {
                    out.varint(event.window().number());
                    out.text(event.name());
                }, in -> new WindowEvent.Renamed(window(in), in.text())),
                RecordType.of(42, 2, WindowEvent.LaidOut.class, (event, out) -> {
                    out.varint(event.window().number());
                    Fields.layout(out, event.layout().root());
                    out.list(event.layout().floating(), (leaf, to) -> Fields.layout(to, leaf));
                }, in -> new WindowEvent.LaidOut(window(in), new Layout(Fields.layout(in, 0), floating(in)))),
                RecordType.of(43, 1, WindowEvent.PaneSelected.class, (event, out) -> {
                    out.varint(event.window().number());
                    out.varint(event.pane().number());
                }, in -> new WindowEvent.PaneSelected(window(in), pane(in))),
                RecordType.of(44, 1, WindowEvent.Remembered.class, (event, out) -> {
                    out.varint(event.window().number());
                    Fields.panes(out, event.last());
                }, in -> new WindowEvent.Remembered(window(in), Fields.panes(in))),
                RecordType.of(45, 1, WindowEvent.Zoomed.class, (event, out) -> {
                    out.varint(event.window().number());
                    out.bool(event.zoomed());
                }, in -> new WindowEvent.Zoomed(window(in), in.bool())));
    }

    private static List<RecordType<?>> choices() {
        return List.of(
                RecordType.of(46, 1, WindowEvent.LayoutChosen.class, (event, out) -> {
                    out.varint(event.window().number());
                    out.signed(event.preset());
                    out.text(event.before());
                }, in -> new WindowEvent.LayoutChosen(window(in), in.signed(), in.text())),
                RecordType.of(47, 1, WindowEvent.Ordered.class, (event, out) -> {
                    out.varint(event.window().number());
                    Fields.panes(out, event.panes());
                }, in -> new WindowEvent.Ordered(window(in), Fields.panes(in))),
                RecordType.of(48, 1, WindowEvent.SizeChosen.class, (event, out) -> {
                    out.varint(event.window().number());
                    Fields.size(out, event.size());
                }, in -> new WindowEvent.SizeChosen(window(in), Fields.size(in))));
    }

    /** Version 1 knew no floating panes. */
    private static List<Layout.Leaf> floating(RecordInput in) {
        return in.version() < 2 ? List.of() : in.list(Fields::leaf);
    }

    private static List<RecordType<?>> panes() {
        return List.of(
                RecordType.of(60, 1, PaneEvent.Output.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.span(event.bytes(), 0, event.bytes().length);
                }, in -> new PaneEvent.Output(pane(in), in.span())),
                RecordType.of(61, 1, PaneEvent.Opened.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.window().number());
                    Fields.launch(out, event.launch());
                    Fields.size(out, event.size());
                    out.varint(event.historyLimit());
                }, in -> new PaneEvent.Opened(pane(in), window(in), Fields.launch(in), Fields.size(in), in.varint())),
                RecordType.of(62, 1, PaneEvent.Moved.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.window().number());
                }, in -> new PaneEvent.Moved(pane(in), window(in))),
                RecordType.of(63, 1, PaneEvent.RunBegan.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.run());
                    Fields.launch(out, event.launch());
                    out.text(event.separator());
                }, in -> new PaneEvent.RunBegan(pane(in), in.varint(), Fields.launch(in), in.text())),
                RecordType.of(64, 1, PaneEvent.Started.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.run());
                    out.varlong(event.pid());
                    out.text(event.terminal());
                }, in -> new PaneEvent.Started(pane(in), in.varint(), in.varlong(), in.text())),
                RecordType.of(65, 1, PaneEvent.Held.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.run());
                    out.text(event.separator());
                }, in -> new PaneEvent.Held(pane(in), in.varint(), in.text())),
                RecordType.of(66, 1, PaneEvent.Exited.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.run());
                    out.signed(event.status());
                    out.varint(event.signal());
                    out.bool(event.orphaned());
                }, in -> new PaneEvent.Exited(pane(in), in.varint(), in.signed(), in.varint(), in.bool())),
                RecordType.of(67, 1, PaneEvent.OutputLost.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varlong(event.bytes());
                }, in -> new PaneEvent.OutputLost(pane(in), in.varlong())),
                RecordType.of(68, 1, PaneEvent.Expired.class, (event, out) -> out.varint(event.pane().number()),
                        in -> new PaneEvent.Expired(pane(in))),
                RecordType.of(69, 1, PaneEvent.Closed.class, (event, out) -> out.varint(event.pane().number()),
                        in -> new PaneEvent.Closed(pane(in))),
                RecordType.of(70, 1, PaneEvent.Retitled.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.text(event.title());
                }, in -> new PaneEvent.Retitled(pane(in), in.text())),
                RecordType.of(71, 1, PaneEvent.HistoryCleared.class, (event, out) -> out.varint(event.pane().number()),
                        in -> new PaneEvent.HistoryCleared(pane(in))),
                RecordType.of(72, 1, PaneEvent.Reset.class, (event, out) -> out.varint(event.pane().number()),
                        in -> new PaneEvent.Reset(pane(in))),
                RecordType.of(73, 1, PaneEvent.Located.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.text(event.directory());
                    out.text(event.command());
                }, in -> new PaneEvent.Located(pane(in), in.text(), in.text())),
                RecordType.of(74, 1, PaneEvent.InputEnabled.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.bool(event.enabled());
                }, in -> new PaneEvent.InputEnabled(pane(in), in.bool())),
                RecordType.of(75, 1, PaneEvent.Restored.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.run());
                    out.u8(event.state().ordinal());
                    out.varlong(event.pid());
                    out.text(event.terminal());
                    out.signed(event.status());
                    out.varint(event.signal());
                    out.varlong(event.endedMicros());
                    out.text(event.directory());
                    out.text(event.command());
                    out.bool(event.inputEnabled());
                }, in -> new PaneEvent.Restored(pane(in), in.varint(), runState(in), in.varlong(), in.text(),
                        in.signed(), in.varint(), in.varlong(), in.text(), in.text(), in.bool())),
                RecordType.of(76, 1, PaneEvent.Imaged.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.varint(event.piece());
                    out.varint(event.pieces());
                    out.span(event.bytes(), 0, event.bytes().length);
                }, in -> new PaneEvent.Imaged(pane(in), in.varint(), in.varint(), in.span())),
                RecordType.of(77, 1, PaneEvent.Forgotten.class, (event, out) -> out.varint(event.pane().number()),
                        in -> new PaneEvent.Forgotten(pane(in))),
                RecordType.of(78, 1, PaneEvent.OffTheRecord.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.text(event.separator());
                }, in -> new PaneEvent.OffTheRecord(pane(in), in.text())),
                RecordType.of(79, 1, PaneEvent.Trimmed.class, (event, out) -> out.varint(event.pane().number()),
                        in -> new PaneEvent.Trimmed(pane(in))),
                RecordType.of(80, 1, PaneEvent.BarShown.class, (event, out) -> {
                    out.varint(event.pane().number());
                    out.bool(event.shown());
                }, in -> new PaneEvent.BarShown(pane(in), in.bool())));
    }

    private static List<RecordType<?>> others() {
        return List.of(
                RecordType.of(100, 1, OptionEvent.Assigned.class, (event, out) -> {
                    Fields.holder(out, event.holder());
                    out.text(event.name());
                    Fields.value(out, event.value());
                }, in -> new OptionEvent.Assigned(Fields.holder(in), in.text(), Fields.value(in))),
                RecordType.of(101, 1, OptionEvent.Removed.class, (event, out) -> {
                    Fields.holder(out, event.holder());
                    out.text(event.name());
                }, in -> new OptionEvent.Removed(Fields.holder(in), in.text())),
                RecordType.of(110, 1, KeyEvent.Bound.class, (event, out) -> {
                    out.text(event.table());
                    Fields.key(out, event.key());
                    Fields.binding(out, event.binding());
                }, in -> new KeyEvent.Bound(in.text(), Fields.key(in), Fields.binding(in))),
                RecordType.of(111, 1, KeyEvent.Unbound.class, (event, out) -> {
                    out.text(event.table());
                    Fields.key(out, event.key());
                }, in -> new KeyEvent.Unbound(in.text(), Fields.key(in))),
                RecordType.of(112, 1, KeyEvent.TableRemoved.class, (event, out) -> out.text(event.table()),
                        in -> new KeyEvent.TableRemoved(in.text())),
                RecordType.of(120, 1, BufferEvent.Filled.class, (event, out) -> {
                    out.text(event.name());
                    out.bytes(event.bytes());
                    out.bool(event.automatic());
                    out.varlong(event.createdMicros());
                }, in -> new BufferEvent.Filled(in.text(), in.bytes(), in.bool(), in.varlong())),
                RecordType.of(121, 1, BufferEvent.Appended.class, (event, out) -> {
                    out.text(event.name());
                    out.bytes(event.bytes());
                }, in -> new BufferEvent.Appended(in.text(), in.bytes())),
                RecordType.of(122, 1, BufferEvent.Renamed.class, (event, out) -> {
                    out.text(event.name());
                    out.text(event.other());
                }, in -> new BufferEvent.Renamed(in.text(), in.text())),
                RecordType.of(123, 1, BufferEvent.Removed.class, (event, out) -> out.text(event.name()),
                        in -> new BufferEvent.Removed(in.text())),
                RecordType.of(130, 1, EnvironmentEvent.Assigned.class, (event, out) -> {
                    session(out, event.session());
                    out.text(event.name());
                    out.text(event.value());
                    out.bool(event.hidden());
                }, in -> new EnvironmentEvent.Assigned(Fields.optionalSession(in), in.text(), in.text(), in.bool())),
                RecordType.of(131, 1, EnvironmentEvent.Withheld.class, (event, out) -> {
                    session(out, event.session());
                    out.text(event.name());
                }, in -> new EnvironmentEvent.Withheld(Fields.optionalSession(in), in.text())),
                RecordType.of(132, 1, EnvironmentEvent.Forgotten.class, (event, out) -> {
                    session(out, event.session());
                    out.text(event.name());
                }, in -> new EnvironmentEvent.Forgotten(Fields.optionalSession(in), in.text())));
    }
    // @formatter:on

    private static SessionEvent.Arranged arranged(RecordInput in) {
        var session = session(in);
        var windows = new TreeMap<Integer, WindowId>();
        in.list(from -> Map.entry(from.varint(), window(from)))
                .forEach(entry -> windows.put(entry.getKey(), entry.getValue()));
        return new SessionEvent.Arranged(session, windows, in.signed(), in.list(RecordInput::varint));
    }

    private static RunState runState(RecordInput in) {
        int ordinal = in.u8();
        if (ordinal >= RunState.values().length) {
            throw new CorruptRecordException("no run is in state " + ordinal);
        }
        return RunState.values()[ordinal];
    }
}
