package io.ccmux.server.mux;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import io.ccmux.config.Options;

/** Panes that are shown together under a name, one of them active. */
public final class Window {
    private final WindowId id;
    private final long createdMicros;
    private final Deque<PaneId> last = new ArrayDeque<>();
    private String name;
    private Size size;
    private Size chosenSize;
    private Optional<Layout> layout = Optional.empty();
    private List<PaneId> order = List.of();
    private Optional<PaneId> active = Optional.empty();
    private boolean zoomed;
    private int preset = -1;
    private String layoutBefore = "";
    private Options options;

    Window(WindowEvent.Created created, Options options) {
        this.id = created.window();
        this.name = created.name();
        this.size = created.size();
        this.chosenSize = created.size();
        this.createdMicros = created.createdMicros();
        this.options = options;
    }

    public WindowId id() {
        return id;
    }

    public String name() {
        return name;
    }

    public long createdMicros() {
        return createdMicros;
    }

    public Options options() {
        return options;
    }

    public Size size() {
        return size;
    }

    /** The size that it has by {@code window-size manual}: the one it was made with, or was given since. */
    public Size chosenSize() {
        return chosenSize;
    }

    /** How the window is divided when no pane is zoomed. */
    public Layout layout() {
        return layout.orElseThrow(() -> new IllegalStateException("window " + id + " has no panes"));
    }

    /** What is on the screen: the layout, or only the zoomed pane. */
    public Layout visibleLayout() {
        return zoomed ? Layout.single(active(), size) : layout();
    }

    /** Panes in the order of their indexes. */
    public List<PaneId> panes() {
        return order;
    }

    /** The order in which the panes of a layout would be if this window were laid out so. */
    public List<PaneId> orderIn(Layout other) {
        var panes = other.panes();
        var now = new ArrayList<>(order);
        now.retainAll(panes);
        for (int i = 0; i < panes.size(); i++) {
            if (!now.contains(panes.get(i))) {
                now.add(i == 0 ? 0 : now.indexOf(panes.get(i - 1)) + 1, panes.get(i));
            }
        }
        return List.copyOf(now);
    }

    public PaneId active() {
        return active.orElseThrow(() -> new IllegalStateException("window " + id + " has no panes"));
    }

    /** Panes that were active before, the latest first. */
    public List<PaneId> last() {
        return List.copyOf(last);
    }

    public boolean zoomed() {
        return zoomed;
    }

    /** The ordinal of the preset last chosen, or -1. */
    public int preset() {
        return preset;
    }

    /** The layout string before the last {@code select-layout}, or empty. */
    public String layoutBefore() {
        return layoutBefore;
    }

    // ---- changes, for Mux alone ------------------------------------------------------------

    void rename(String other) {
        name = other;
    }

    void options(Options other) {
        options = other;
    }

    void layOut(Layout other) {
        order = orderIn(other);
        layout = Optional.of(other);
        size = other.size();
        var panes = order;
        last.retainAll(panes);
        if (active.isEmpty() || !panes.contains(active.get())) {
            active = Optional.of(last.isEmpty() ? panes.getFirst() : last.removeFirst());
            zoomed = false;
        }
    }

    void order(List<PaneId> panes) {
        order = List.copyOf(panes);
    }

    void select(PaneId pane) {
        if (active.isPresent() && !active.get().equals(pane)) {
            last.remove(pane);
            last.remove(active.get());
            last.addFirst(active.get());
        }
        active = Optional.of(pane);
    }

    void remember(List<PaneId> panes) {
        last.clear();
        last.addAll(panes);
    }

    void zoom(boolean on) {
        zoomed = on;
    }

    void choose(Size other) {
        chosenSize = other;
    }

    void choose(WindowEvent.LayoutChosen chosen) {
        preset = chosen.preset();
        layoutBefore = chosen.before();
    }

    WindowEvent.Created created() {
        return new WindowEvent.Created(id, name, size, createdMicros);
    }

    /** The fewest events that divide and select as here; the panes must be there. */
    List<Event> events() {
        var events = new ArrayList<Event>();
        if (layout.isPresent()) {
            events.add(new WindowEvent.LaidOut(id, layout()));
            if (!order.equals(layout().panes())) {
                events.add(new WindowEvent.Ordered(id, order));
            }
            events.add(new WindowEvent.PaneSelected(id, active()));
            events.add(new WindowEvent.Remembered(id, last()));
        }
        if (zoomed) {
            events.add(new WindowEvent.Zoomed(id, true));
        }
        if (!chosenSize.equals(size)) {
            events.add(new WindowEvent.SizeChosen(id, chosenSize));
        }
        if (preset >= 0 || !layoutBefore.isEmpty()) {
            events.add(new WindowEvent.LayoutChosen(id, preset, layoutBefore));
        }
        return events;
    }
}
