package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a list command prints: for each thing of which {@code -f} holds, in the order of {@code -O} and {@code -r}, a
 * line as {@code -F} says.
 */
final class Output {
    private static final List<String> ORDERS = List.of("activity", "creation", "index", "key", "modifier", "name",
            "title", "order", "size");

    private Output() {}

    /** A line for each thing; {@code format} is how it is shown unless the call says otherwise. */
    static Decision list(Call call, String format, List<Expand> things) {
        String template = call.value('F').orElse(format);
        var filter = call.value('f');
        var lines = new ArrayList<String>();
        for (int line = 0; line < things.size(); line++) {
            var thing = things.get(line).with("line", Integer.toString(line));
            if (filter.isEmpty() || thing.holds(filter.get())) {
                lines.add(thing.text(template));
            }
        }
        return Decision.print(lines);
    }

    /**
     * The things in the order that the call asks for.
     *
     * @param orders how things compare by the words that {@code -O} takes; a word that means nothing for them keeps
     *            their order
     * @throws CommandException if there is no such order at all
     */
    static <T> List<T> sorted(Call call, List<T> things, Map<String, Comparator<T>> orders) throws CommandException {
        var sorted = new ArrayList<>(things);
        var order = call.value('O').map(word -> word.toLowerCase(Locale.ROOT));
        if (order.isPresent() && !ORDERS.contains(order.get())) {
            throw new CommandException("invalid sort order");
        }
        order.map(orders::get).ifPresent(sorted::sort);
        if (call.has('r')) {
            Collections.reverse(sorted);
        }
        return sorted;
    }
}
