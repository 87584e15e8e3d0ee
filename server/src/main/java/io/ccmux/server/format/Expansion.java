package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.ccmux.config.Colours;

/** One expansion under way: the context looked at, whether {@code %} means time, and what may still be spent. */
final class Expansion {
    /** How deep expansions may nest, as in tmux. */
    private static final int DEPTH_MAX = 100;
    /** How many formats one expansion may expand in all, so that a format naming itself twice ends. */
    private static final int EXPANSIONS_MAX = 100_000;
    /** The longest value, in characters; the rest is cut off. */
    static final int VALUE_CHARS_MAX = 1 << 20;
    /** The longest text strftime makes, in characters; tmux's buffer. */
    private static final int TIMED_CHARS_MAX = 8191;

    private final Formats formats;
    private final FormatLog log;
    private FormatContext context;
    private boolean time;
    private boolean withinJob;
    private int depth;
    private int spent;
    private long produced;

    Expansion(Formats formats, FormatContext context, boolean time, FormatLog log) {
        this.formats = formats;
        this.context = context;
        this.time = time;
        this.log = log;
    }

    String expand(Format format) {
        if (format.text().isEmpty() || depth == DEPTH_MAX || ++spent > EXPANSIONS_MAX
                || produced > VALUE_CHARS_MAX * 16L) {
            return "";
        }
        depth++;
        try {
            log.say(depth - 1, "expanding format: ", format.text());
            String value = join(time && format.text().indexOf('%') >= 0 ? timed(format) : format);
            log.say(depth - 1, "result is: ", value);
            return value;
        } finally {
            depth--;
        }
    }

    private String join(Format format) {
        List<Node> nodes = format.nodes();
        if (nodes.size() == 1 && nodes.getFirst() instanceof Node.Text(String text)) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        for (Node node : nodes) {
            if (!append(node, out) || out.length() > VALUE_CHARS_MAX) {
                break;
            }
        }
        String value = bounded(out.toString());
        produced += value.length();
        return value;
    }

    private boolean append(Node node, StringBuilder out) {
        switch (node) {
            case Node.Text(String text) -> out.append(text);
            case Node.Job(Format command) -> out.append(job(command));
            case Node.Replace replace -> {
                if (replace.replacement().operation() == Replacement.Operation.BROKEN) {
                    return false;
                }
                out.append(value(replace));
            }
            case Node.Stop() -> {
                return false;
            }
        }
        return true;
    }

    /** What a command printed is a format too, but one that runs nothing. */
    private String job(Format command) {
        if (withinJob) {
            return "";
        }
        String printed = context.job(expand(command));
        boolean before = time;
        withinJob = true;
        time = false;
        try {
            return expand(formats.format(printed));
        } finally {
            withinJob = false;
            time = before;
        }
    }

    private Format timed(Format format) {
        String text = Strftime.format(format.text(), context.moment().local());
        log.say(depth - 1, "after time expanded: ", text);
        return text.length() > TIMED_CHARS_MAX ? formats.format("") : formats.format(text);
    }

    private String value(Node.Replace replace) {
        log.say(depth - 1, "found ", replace.mark(), ": ", replace.source());
        String value = value(replace.replacement());
        log.say(depth - 1, "replaced '", replace.source(), "' with '", value, "'");
        return value;
    }

    private String value(Replacement replacement) {
        String value = operate(replacement);
        if (replacement.has(Replacement.Flag.EXPAND)) {
            value = expand(formats.format(value));
        } else if (replacement.has(Replacement.Flag.EXPAND_TIME)) {
            boolean before = time;
            time = true;
            value = expand(formats.format(value));
            time = before;
        }
        return bounded(change(value, replacement));
    }

    private String operate(Replacement it) {
        return switch (it.operation()) {
            case LITERAL -> Scan.unescape(it.body().text());
            case CHARACTER -> character(expand(it.body()));
            case COLOUR -> colour(expand(it.body()));
            case SESSIONS -> loop(Sorting.sessions(it.operator(), context.sessions()), it.parts());
            case WINDOWS -> loop(Sorting.windows(it.operator(), context.windows()), it.parts());
            case PANES -> loop(Sorting.panes(it.operator(), context.panes()), it.parts());
            case CLIENTS -> loop(Sorting.clients(it.operator(), context.clients()), it.parts());
            case WINDOW_NAMED -> named(context.windows(), "window_name", expand(it.body()));
            case SESSION_NAMED -> named(context.sessions(), "session_name", expand(it.body()));
            case SEARCH -> search(it.operator(), expand(it.body()));
            case REPEAT -> repeat(expand(it.parts().get(0)), expand(it.parts().get(1)));
            case NOT -> bit(!Scan.isTrue(expand(it.body())));
            case NOT_NOT -> bit(Scan.isTrue(expand(it.body())));
            case ANY -> bit(any(it.parts(), true));
            case ALL -> bit(!any(it.parts(), false));
            case COMPARE -> bit(compare(it.operator(), expand(it.parts().get(0)), expand(it.parts().get(1))));
            case CONDITION -> condition(it);
            case EXPRESSION -> expression(it);
            case INNER -> expand(it.body());
            case LOOKUP -> lookup(it.body().text(), it);
            case BROKEN -> "";
        };
    }

    /** The value of a name, with the modifiers that apply to nothing else. */
    private String lookup(String name, Replacement it) {
        String found = context.value(name);
        log.say(depth - 1, "format '", name, found.isEmpty() ? "' not found" : "' found: ", found);
        if (it.has(Replacement.Flag.TIME)) {
            return Times.show(found, context.moment(), it.has(Replacement.Flag.PRETTY_TIME), timeFormat(it));
        }
        if (it.has(Replacement.Flag.BASENAME)) {
            found = Quote.basename(found);
        }
        if (it.has(Replacement.Flag.DIRNAME)) {
            found = Quote.dirname(found);
        }
        if (it.has(Replacement.Flag.QUOTE_SHELL)) {
            found = Quote.shell(found);
        }
        return it.has(Replacement.Flag.QUOTE_STYLE) ? found.replace("#", "##") : found;
    }

    private String timeFormat(Replacement it) {
        return it.timeFormat().isEmpty() ? "" : Scan.strip(expand(it.timeFormat().getFirst()));
    }

    private String condition(Replacement it) {
        List<Format> parts = it.parts();
        for (int i = 0; i < parts.size(); i += 2) {
            if (i + 1 == parts.size()) {
                return expand(parts.get(i));
            }
            boolean holds = holds(parts.get(i), it);
            log.say(depth - 1, "condition '", parts.get(i).text(), "' is ", holds ? "true" : "false");
            if (holds) {
                return expand(parts.get(i + 1));
            }
        }
        return "";
    }

    /** A condition is a name, or else a format; text that is neither is false even if it is not empty. */
    private boolean holds(Format condition, Replacement it) {
        String text = condition.text();
        if (text.indexOf('#') < 0 && (!time || text.indexOf('%') < 0)) {
            return Scan.isTrue(lookup(text, it));
        }
        String found = expand(condition);
        return !found.equals(text) && Scan.isTrue(found);
    }

    private boolean any(List<Format> parts, boolean wanted) {
        for (Format part : parts) {
            if (Scan.isTrue(expand(part)) == wanted) {
                return true;
            }
        }
        return false;
    }

    private String loop(List<FormatContext> items, List<Format> parts) {
        Format others = parts.getFirst();
        Format current = parts.getLast();
        FormatContext outside = context;
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < items.size() && out.length() <= VALUE_CHARS_MAX; i++) {
            context = new LoopContext(items.get(i), i, i == items.size() - 1);
            out.append(expand(items.get(i).current() ? current : others));
        }
        context = outside;
        return bounded(out.toString());
    }

    private static String named(List<FormatContext> items, String variable, String name) {
        return bit(items.stream().anyMatch(item -> item.value(variable).equals(name)));
    }

    private String search(Modifier operator, String text) {
        String options = argument(operator, 0);
        return String.valueOf(context.search(text, options.indexOf('r') >= 0, options.indexOf('i') >= 0));
    }

    private boolean compare(Modifier operator, String left, String right) {
        return switch (operator.name()) {
            case "==" -> left.equals(right);
            case "!=" -> !left.equals(right);
            case "<" -> Quote.compare(left, right) < 0;
            case ">" -> Quote.compare(left, right) > 0;
            case "<=" -> Quote.compare(left, right) <= 0;
            case ">=" -> Quote.compare(left, right) >= 0;
            default -> Patterns.matches(left, right, argument(operator, 0));
        };
    }

    private String expression(Replacement it) {
        if (it.parts().size() < 2) {
            return "";
        }
        List<String> arguments = new ArrayList<>(3);
        it.operator().arguments().forEach(argument -> arguments.add(expand(argument)));
        return Arithmetic.evaluate(arguments, expand(it.parts().get(0)), expand(it.parts().get(1)));
    }

    private String change(String before, Replacement it) {
        String value = before;
        if (!it.changes().isEmpty()) {
            value = substitute(value, it.changes());
            value = trim(value, it.changes());
            value = pad(value, it.changes());
        }
        if (it.has(Replacement.Flag.LENGTH)) {
            value = String.valueOf(Quote.bytes(value));
        }
        return it.has(Replacement.Flag.WIDTH) ? String.valueOf(Trim.width(value)) : value;
    }

    private String substitute(String before, List<Modifier> changes) {
        String value = before;
        for (Modifier change : changes) {
            if (change.name().equals("s") && change.has(2)) {
                boolean ignoreCase = argument(change, 2).indexOf('i') >= 0;
                // tmux expands these two twice: when it reads the modifiers and when it uses them
                String pattern = expand(formats.format(argument(change, 0)));
                value = Patterns.substitute(value, pattern, expand(formats.format(argument(change, 1))), ignoreCase);
            }
        }
        return value;
    }

    private String trim(String value, List<Modifier> changes) {
        int limit = 0;
        String marker = "";
        for (Modifier change : changes) {
            if (change.name().equals("=") && change.has(1)) {
                limit = Arithmetic.integer(argument(change, 0));
                marker = change.has(2) ? argument(change, 1) : marker;
            }
        }
        if (limit == 0) {
            return value;
        }
        String trimmed = limit > 0 ? Trim.left(value, limit) : Trim.right(value, -limit);
        if (trimmed.equals(value)) {
            return value;
        }
        return limit > 0 ? trimmed + marker : marker + trimmed;
    }

    private String pad(String value, List<Modifier> changes) {
        int width = 0;
        for (Modifier change : changes) {
            if (change.name().equals("p") && change.has(1)) {
                width = Arithmetic.integer(argument(change, 0));
            }
        }
        int missing = Math.clamp(Math.abs((long) width) - Trim.plainWidth(value), 0, VALUE_CHARS_MAX);
        return width >= 0 ? value + " ".repeat(missing) : " ".repeat(missing) + value;
    }

    private String argument(Modifier modifier, int index) {
        return modifier.has(index + 1) ? expand(modifier.arguments().get(index)) : "";
    }

    private static String character(String text) {
        int code = Arithmetic.integer(text);
        return code < ' ' || code > '~' ? "" : String.valueOf((char) code);
    }

    private static String colour(String text) {
        OptionalInt colour = Colours.parse(text);
        return colour.isEmpty() || colour.getAsInt() < 0 ? "" : String.format("%06x", Rgb.of(colour.getAsInt()));
    }

    private static String repeat(String text, String times) {
        int count = Arithmetic.integer(times);
        boolean fits = count >= 1 && count <= 10_000 && (long) count * text.length() <= VALUE_CHARS_MAX;
        return fits ? text.repeat(count) : "";
    }

    private static String bit(boolean value) {
        return value ? "1" : "0";
    }

    private static String bounded(String value) {
        return value.length() <= VALUE_CHARS_MAX ? value : value.substring(0, VALUE_CHARS_MAX);
    }
}
