package io.ccmux.server.format;

import java.util.List;

/** A context as a loop sees it: one of several, and perhaps the last. */
record LoopContext(FormatContext item, int index, boolean last) implements FormatContext {

    @Override
    public String value(String name) {
        return switch (name) {
            case "loop_index" -> String.valueOf(index);
            case "loop_last_flag" -> last ? "1" : "0";
            default -> item.value(name);
        };
    }

    @Override
    public Moment moment() {
        return item.moment();
    }

    @Override
    public String job(String command) {
        return item.job(command);
    }

    @Override
    public List<FormatContext> sessions() {
        return item.sessions();
    }

    @Override
    public List<FormatContext> windows() {
        return item.windows();
    }

    @Override
    public List<FormatContext> panes() {
        return item.panes();
    }

    @Override
    public List<FormatContext> clients() {
        return item.clients();
    }

    @Override
    public boolean current() {
        return item.current();
    }

    @Override
    public int search(String text, boolean regex, boolean ignoreCase) {
        return item.search(text, regex, ignoreCase);
    }
}
