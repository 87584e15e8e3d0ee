package io.ccmux.server.command;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.ccmux.server.format.JsonLines;
import io.ccmux.server.format.Variables;

/**
 * What a list command prints: for each thing of which {@code -f} holds, in the order of {@code -O} and {@code -r}, a
 * line as {@code -F} says.
 */
final class Output {
    private static final List<String> ORDERS = List.of("activity", "creation", "index", "key", "modifier", "name",
            "title", "order", "size");

    private Output() {}

    private static final Pattern VARIABLE = Pattern.compile("#\\{(@?[a-z][a-z0-9_-]*)}");

    /**
     * A line for each thing, or with {@code --json} an object.
     *
     * @param format how a thing is shown unless the call says otherwise
     * @param kind   what an object tells unless the call's format names variables
     */
    static Decision list(Call call, String format, Variables.Kind kind, List<Expand> things) {
        var filter = call.value('f');
        var shown = new ArrayList<Expand>();
        for (int line = 0; line < things.size(); line++) {
            var thing = things.get(line).with("line", Integer.toString(line));
            if (filter.isEmpty() || thing.holds(filter.get())) {
                shown.add(thing);
            }
        }
        if (call.json()) {
            var names = call.value('F').map(Output::named).orElseGet(kind::names);
            return Decision.print(JsonLines.array(shown.stream().map(thing -> thing.values(names)).toList()));
        }
        String template = call.value('F').orElse(format);
        return Decision.print(shown.stream().map(thing -> thing.text(template)).toList());
    }

    /** The variables that a format names. */
    private static List<String> named(String format) {
        return VARIABLE.matcher(format).results().map(found -> found.group(1)).distinct().toList();
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
