package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;

/**
 * The lines of a chooser as its user sees them: in an order, filtered, folded, tagged, one of them chosen.
 */
final class ChooseList {
    private final ChooseSource source;
    private final Set<String> tagged = new HashSet<>();
    /** Lines that the user has folded or unfolded. */
    private final Map<String, Boolean> unfolded = new HashMap<>();
    private String chosen;
    private String order;
    private boolean reverse;
    private String filter;
    private String searched = "";

    ChooseList(ChooseSource source, Effect.Listing listing, Scene scene) {
        this.source = source;
        this.order = source.orders().contains(listing.order()) ? listing.order() : source.orders().getFirst();
        this.reverse = listing.reverse();
        this.filter = listing.filter();
        this.chosen = source.first(scene);
    }

    ChooseSource source() {
        return source;
    }

    // ---- what there is ---------------------------------------------------------------------

    /** All lines; if the filter lets none pass, as if there were no filter. */
    List<ChooseItem> all(Scene scene) {
        var items = source.items(new ChooseSource.Wanted(order, reverse, filter), scene);
        return items.isEmpty() && !filter.isEmpty()
                ? source.items(new ChooseSource.Wanted(order, reverse, ""), scene)
                : items;
    }

    /** Lines none of whose parents is folded. */
    List<ChooseItem> visible(Scene scene) {
        var open = new HashSet<String>(Set.of(""));
        var visible = new ArrayList<ChooseItem>();
        for (var item : all(scene)) {
            if (open.contains(item.parent())) {
                visible.add(item);
                if (open(item)) {
                    open.add(item.target());
                }
            }
        }
        return visible;
    }

    boolean open(ChooseItem item) {
        return unfolded.getOrDefault(item.target(), item.depth() < source.depth());
    }

    /** The index of the chosen line among these, the first one if it is not among them. */
    int index(List<ChooseItem> items) {
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i).target().equals(chosen)) {
                return i;
            }
        }
        return 0;
    }

    /** How it is ordered and filtered, to stand beside the name of the chosen line. */
    String described(Scene scene) {
        String matches = source.items(new ChooseSource.Wanted(order, reverse, filter), scene).isEmpty()
                ? " (filter: no matches)"
                : " (filter: active)";
        return " (sort: " + order + (reverse ? ", reversed)" : ")") + (filter.isEmpty() ? "" : matches);
    }

    // ---- choosing --------------------------------------------------------------------------

    void choose(List<ChooseItem> items, int index) {
        chosen = items.get(Math.clamp(index, 0, items.size() - 1)).target();
    }

    /** The line that was chosen when the chooser began. */
    void home(Scene scene) {
        chosen = source.first(scene);
    }

    /** The one below, or above, whose name or text has what was searched for, around the end. */
    void search(String text, int by, Scene scene) {
        searched = text.isEmpty() ? searched : text;
        if (searched.isEmpty()) {
            return;
        }
        boolean exact = searched.chars().anyMatch(Character::isUpperCase);
        var items = all(scene);
        int at = index(items);
        for (int i = 1; i <= items.size(); i++) {
            var item = items.get(Math.floorMod(at + by * i, items.size()));
            String line = item.name() + ": " + item.text();
            if ((exact ? line : line.toLowerCase(Locale.ROOT)).contains(searched)) {
                chosen = item.target();
                unfoldTo(items, item);
                return;
            }
        }
    }

    private void unfoldTo(List<ChooseItem> items, ChooseItem item) {
        String parent = item.parent();
        while (!parent.isEmpty()) {
            unfolded.put(parent, true);
            parent = parentOf(items, parent);
        }
    }

    // ---- folding ---------------------------------------------------------------------------

    void unfold(ChooseItem item) {
        unfolded.put(item.target(), true);
    }

    void fold(ChooseItem item) {
        if (open(item)) {
            unfolded.put(item.target(), false);
        } else if (!item.parent().isEmpty()) {
            chosen = item.parent();
            unfolded.put(item.parent(), false);
        }
    }

    void foldAll(Scene scene, boolean open) {
        all(scene).forEach(item -> unfolded.put(item.target(), open));
    }

    // ---- tagging, ordering, filtering ------------------------------------------------------

    /** Tags a line or takes the tag away; lines that it is within, or that are within it, are not tagged besides. */
    void tag(ChooseItem item, Scene scene) {
        if (tagged.remove(item.target())) {
            return;
        }
        var all = all(scene);
        var within = new HashSet<String>(Set.of(item.target()));
        all.stream().filter(one -> within.contains(one.parent())).forEach(one -> within.add(one.target()));
        tagged.removeAll(within);
        String parent = item.parent();
        while (!parent.isEmpty()) {
            tagged.remove(parent);
            parent = parentOf(all, parent);
        }
        tagged.add(item.target());
    }

    private static String parentOf(List<ChooseItem> all, String target) {
        return all.stream().filter(one -> one.target().equals(target)).map(ChooseItem::parent).findFirst().orElse("");
    }

    void tagAll(List<ChooseItem> items, boolean on) {
        tagged.clear();
        items.stream().filter(item -> on && item.depth() == items.getFirst().depth())
                .forEach(item -> tagged.add(item.target()));
    }

    boolean tagged(ChooseItem item) {
        return tagged.contains(item.target());
    }

    List<ChooseItem> tagged(Scene scene) {
        return all(scene).stream().filter(this::tagged).toList();
    }

    void nextOrder() {
        var orders = source.orders();
        order = orders.get((orders.indexOf(order) + 1) % orders.size());
    }

    void reverse() {
        reverse = !reverse;
    }

    String filter() {
        return filter;
    }

    void filter(String format) {
        filter = format;
    }
}
