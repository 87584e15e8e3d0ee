package io.ccmux.server.journal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

import io.ccmux.config.OptionValue;
import io.ccmux.persistence.CorruptRecordException;
import io.ccmux.persistence.RecordInput;
import io.ccmux.persistence.RecordOutput;
import io.ccmux.server.input.Binding;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Layout;
import io.ccmux.server.mux.OptionEvent.Holder;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Rectangle;
import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.WindowId;

/**
 * The parts that several events have in common.
 *
 * <pre>
 *  id         varint number
 *  size       varint columns, varint rows
 *  map        list of (text, text)
 *  launch     list of text, text command, text directory, map environment
 *  layout     u8 0, varint x y columns rows, id                        a leaf
 *             u8 1 side by side | 2 one above the other, varint x y columns rows, list of layout
 *  holder     u8 0 server | 1 all sessions | 2 all windows | 3 session, id | 4 window, id | 5 pane, id
 *  value      u8 0, text | u8 1, list of (varint index, text)
 * </pre>
 */
final class Fields {
    private static final int DEPTH_MAX = 100;

    private Fields() {}

    static SessionId session(RecordInput in) {
        return new SessionId(in.varint());
    }

    static WindowId window(RecordInput in) {
        return new WindowId(in.varint());
    }

    static PaneId pane(RecordInput in) {
        return new PaneId(in.varint());
    }

    static List<PaneId> panes(RecordInput in) {
        return in.list(Fields::pane);
    }

    static void panes(RecordOutput out, List<PaneId> panes) {
        out.list(panes, (pane, to) -> to.varint(pane.number()));
    }

    static void numbers(RecordOutput out, List<Integer> numbers) {
        out.list(numbers, (number, to) -> to.varint(number));
    }

    static Size size(RecordInput in) {
        return checked(() -> new Size(in.varint(), in.varint()));
    }

    static void size(RecordOutput out, Size size) {
        out.varint(size.columns());
        out.varint(size.rows());
    }

    private static <T> T checked(Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException outOfRange) {
            throw new CorruptRecordException(outOfRange.getMessage(), outOfRange);
        }
    }

    static void map(RecordOutput out, Map<String, String> map) {
        out.list(new TreeMap<>(map).entrySet(), (entry, to) -> {
            to.text(entry.getKey());
            to.text(entry.getValue());
        });
    }

    static Map<String, String> map(RecordInput in) {
        var map = new LinkedHashMap<String, String>();
        in.list(from -> Map.entry(from.text(), from.text()))
                .forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    static void launch(RecordOutput out, Launch launch) {
        out.list(launch.arguments(), (argument, to) -> to.text(argument));
        out.text(launch.command());
        out.text(launch.directory());
        map(out, launch.environment());
    }

    static Launch launch(RecordInput in) {
        return new Launch(in.list(RecordInput::text), in.text(), in.text(), map(in));
    }

    static void layout(RecordOutput out, Layout.Cell cell) {
        switch (cell) {
            case Layout.Leaf leaf -> {
                out.u8(0);
                area(out, leaf.area());
                out.varint(leaf.pane().number());
            }
            case Layout.Split split -> {
                out.u8(split.direction() == Layout.Direction.LEFT_RIGHT ? 1 : 2);
                area(out, split.area());
                out.list(split.children(), (child, to) -> layout(to, child));
            }
        }
    }

    static Layout.Leaf leaf(RecordInput in) {
        if (layout(in, 0) instanceof Layout.Leaf leaf) {
            return leaf;
        }
        throw new CorruptRecordException("a floating pane that is none");
    }

    static Layout.Cell layout(RecordInput in, int depth) {
        int kind = in.u8();
        if (kind > 2 || depth > DEPTH_MAX) {
            throw new CorruptRecordException("a layout that is none");
        }
        var area = new Rectangle(in.varint(), in.varint(), in.varint(), in.varint());
        if (kind == 0) {
            return new Layout.Leaf(pane(in), area);
        }
        return new Layout.Split(kind == 1 ? Layout.Direction.LEFT_RIGHT : Layout.Direction.TOP_BOTTOM,
                in.list(from -> layout(from, depth + 1)), area);
    }

    private static void area(RecordOutput out, Rectangle area) {
        out.varint(area.x());
        out.varint(area.y());
        out.varint(area.columns());
        out.varint(area.rows());
    }

    static void holder(RecordOutput out, Holder holder) {
        switch (holder) {
            case Holder.Server server -> out.u8(0);
            case Holder.AllSessions all -> out.u8(1);
            case Holder.AllWindows all -> out.u8(2);
            case Holder.OfSession of -> tagged(out, 3, of.session().number());
            case Holder.OfWindow of -> tagged(out, 4, of.window().number());
            case Holder.OfPane of -> tagged(out, 5, of.pane().number());
        }
    }

    private static void tagged(RecordOutput out, int tag, int number) {
        out.u8(tag);
        out.varint(number);
    }

    static Holder holder(RecordInput in) {
        int tag = in.u8();
        return switch (tag) {
            case 0 -> new Holder.Server();
            case 1 -> new Holder.AllSessions();
            case 2 -> new Holder.AllWindows();
            case 3 -> new Holder.OfSession(session(in));
            case 4 -> new Holder.OfWindow(window(in));
            case 5 -> new Holder.OfPane(pane(in));
            default -> throw new CorruptRecordException("nobody holds options of kind " + tag);
        };
    }

    static void value(RecordOutput out, OptionValue value) {
        switch (value) {
            case OptionValue.Text(String text) -> {
                out.u8(0);
                out.text(text);
            }
            case OptionValue.Items(var items) -> {
                out.u8(1);
                out.list(items.entrySet(), (item, to) -> {
                    to.varint(item.getKey());
                    to.text(item.getValue());
                });
            }
        }
    }

    static OptionValue value(RecordInput in) {
        if (in.u8() == 0) {
            return new OptionValue.Text(in.text());
        }
        var items = new TreeMap<Integer, String>();
        in.list(from -> Map.entry(from.varint(), from.text()))
                .forEach(item -> items.put(item.getKey(), item.getValue()));
        return new OptionValue.Items(items);
    }

    static void key(RecordOutput out, Key key) {
        out.text(key.name());
    }

    static Key key(RecordInput in) {
        String name = in.text();
        return Key.parse(name).orElseThrow(() -> new CorruptRecordException("no key is called " + name));
    }

    static void binding(RecordOutput out, Binding binding) {
        out.text(binding.command());
        out.text(binding.note());
        out.bool(binding.repeat());
    }

    static Binding binding(RecordInput in) {
        return new Binding(in.text(), in.text(), in.bool());
    }

    static void session(RecordOutput out, Optional<SessionId> session) {
        out.list(session.stream().toList(), (id, to) -> to.varint(id.number()));
    }

    static Optional<SessionId> optionalSession(RecordInput in) {
        return new ArrayList<>(in.list(Fields::session)).stream().findFirst();
    }
}
