package io.ccmux.server.format;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells of formats whether nothing but the time of day can change what they say while nothing happens in the server. It
 * looks at their text alone, and at that of the options they name; where it does not know, it says no.
 *
 * <pre>
 *   %H:%M #S #{window_name}               the minute is all that changes
 *   %S  #(uptime)  #{cursor_x}  #{t/p:…}  something may
 * </pre>
 */
public final class Recurrence {
    private static final int TEXTS_MAX = 256;
    private static final Pattern CONVERSION = Pattern.compile("%[_\\-0^#+]*[0-9]*(.?)", Pattern.DOTALL);
    /** Conversions of strftime that are the same for a whole minute. */
    private static final String OF_MINUTES = "aAbBCdDeFgGhHIjklmMnpPRtuUVwWyYzZ%";
    /** A command, a time shown in some way, a look at the screen. */
    private static final Pattern OUTSIDE = Pattern.compile("#\\(|#\\{[^:{}]*[tC][^:{}]*:");
    private static final Pattern NAME = Pattern.compile("@?[a-z][a-z0-9_-]*|@[^#{}:,?|&=!<>]+");
    /** Variables that are told of when they change. */
    private static final Pattern STEADY = Pattern.compile("(session|window|loop|next|prev|mouse|message|command|host"
            + "|version|ccmux|socket|config)_?.*|active_window_index|last_window_index|line|pid|user|uid|start_time"
            + "|client_(prefix|name|tty|pid|session|termname|termtype|width|height|readonly|flags|key_table|utf8)"
            + "|pane_(title|id|index|active|width|height|synchronized|marked|marked_set|in_mode|mode|dead|pid|tty"
            + "|flags|last|left|right|top|bottom|at_.*)");
    private static final Set<String> UNSTEADY = Set.of("session_activity", "window_activity", "window_cell_width",
            "window_cell_height");

    private static final Set<String> VARIABLES = Variables.names();

    private final Map<String, Text> texts = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Text> eldest) {
            return size() > TEXTS_MAX;
        }
    };

    /** What was found in a text: whether it is steady for minutes by itself, and what else it names. */
    private record Text(boolean steady, Set<String> names) {}

    /** Whether the formats say the same until the minute is over, unless something happens. */
    public boolean onlyMinutes(Collection<String> formats, FormatContext context) {
        var contexts = new LinkedHashSet<FormatContext>(List.of(context));
        contexts.addAll(context.windows());
        var todo = new ArrayDeque<>(formats);
        var seen = new HashSet<>(formats);
        while (!todo.isEmpty()) {
            var text = texts.computeIfAbsent(todo.remove(), Recurrence::look);
            if (!text.steady()) {
                return false;
            }
            for (var name : text.names()) {
                contexts.stream().map(one -> one.value(name)).filter(seen::add).forEach(todo::add);
            }
        }
        return true;
    }

    private static Text look(String text) {
        boolean steady = !OUTSIDE.matcher(text).find() && CONVERSION.matcher(text).results()
                .allMatch(found -> !found.group(1).isEmpty() && OF_MINUTES.contains(found.group(1)));
        var names = new HashSet<String>();
        Matcher matcher = NAME.matcher(text);
        while (matcher.find()) {
            String name = matcher.group();
            if (VARIABLES.contains(name)) {
                steady &= STEADY.matcher(name).matches() && !UNSTEADY.contains(name);
            } else {
                names.add(name);
            }
        }
        return new Text(steady, Set.copyOf(names));
    }
}
