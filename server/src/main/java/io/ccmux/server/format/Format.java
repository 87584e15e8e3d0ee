package io.ccmux.server.format;

import java.util.ArrayList;
import java.util.List;

/** Format text and the tree it stands for, which is made when it is first needed. */
public final class Format {
    private static final String[] UPPER = new String[26];
    static {
        UPPER['D' - 'A'] = "pane_id";
        UPPER['F' - 'A'] = "window_flags";
        UPPER['H' - 'A'] = "host";
        UPPER['I' - 'A'] = "window_index";
        UPPER['P' - 'A'] = "pane_index";
        UPPER['S' - 'A'] = "session_name";
        UPPER['T' - 'A'] = "pane_title";
        UPPER['W' - 'A'] = "window_name";
    }

    private final String text;
    private List<Node> nodes = List.of();
    private boolean parsed;

    private Format(String text) {
        this.text = text;
    }

    public static Format parse(String text) {
        return new Format(text);
    }

    /** Expands without a cache of formats; for texts that are used once. {@link Formats} is for the others. */
    public String expand(FormatContext context) {
        return new Formats().expand(text, context);
    }

    public String text() {
        return text;
    }

    List<Node> nodes() {
        if (!parsed) {
            nodes = new Parse(text).nodes();
            parsed = true;
        }
        return nodes;
    }

    /** The variable an alias such as {@code #S} stands for, or an empty string. */
    private static String alias(char c) {
        if (c == 'h') {
            return "host_short";
        }
        String name = c >= 'A' && c <= 'Z' ? UPPER[c - 'A'] : null;
        return name == null ? "" : name;
    }

    /** One pass over the text. */
    private static final class Parse {
        private final String text;
        private final List<Node> nodes = new ArrayList<>();
        private final StringBuilder plain = new StringBuilder();
        private int at;

        Parse(String text) {
            this.text = text;
        }

        List<Node> nodes() {
            while (at < text.length()) {
                int hash = text.indexOf('#', at);
                if (hash < 0 || hash == text.length() - 1) {
                    plain.append(text, at, text.length());
                    break;
                }
                plain.append(text, at, hash);
                at = hash;
                if (!special(text.charAt(hash + 1))) {
                    flush();
                    nodes.add(new Node.Stop());
                    return List.copyOf(nodes);
                }
            }
            flush();
            return List.copyOf(nodes);
        }

        /** Reads what starts with a hash at {@link #at}; false if its end is missing. */
        private boolean special(char c) {
            return switch (c) {
                case '(' -> job();
                case '{' -> replacement();
                case '[', '#' -> style(c);
                case '}', ',' -> {
                    plain.append(c);
                    at += 2;
                    yield true;
                }
                default -> {
                    String name = alias(c);
                    if (name.isEmpty()) {
                        plain.append('#').append(c);
                    } else {
                        add(new Node.Replace(Replacement.of(name), "#" + c, name));
                    }
                    at += 2;
                    yield true;
                }
            };
        }

        private boolean job() {
            int depth = 0;
            for (int i = at + 1; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '(') {
                    depth++;
                } else if (c == ')' && --depth == 0) {
                    add(new Node.Job(Format.parse(text.substring(at + 2, i))));
                    at = i + 1;
                    return true;
                }
            }
            return false;
        }

        private boolean replacement() {
            int end = Scan.skip(text, at, "}");
            if (end < 0) {
                return false;
            }
            String source = text.substring(at + 2, end);
            add(new Node.Replace(Replacement.of(source), "#{}", source));
            at = end + 1;
            return true;
        }

        /** Hashes before a bracket stay as they are: whoever draws the text resolves them. Others escape a hash. */
        private boolean style(char c) {
            int i = at + 1;
            while (i < text.length() && text.charAt(i) == '#') {
                i++;
            }
            if (i < text.length() && text.charAt(i) == '[') {
                plain.append(text, at, i + 1);
                at = i + 1;
            } else {
                plain.append(c);
                at += 2;
            }
            return true;
        }

        private void add(Node node) {
            flush();
            nodes.add(node);
        }

        private void flush() {
            if (!plain.isEmpty()) {
                nodes.add(new Node.Text(plain.toString()));
                plain.setLength(0);
            }
        }
    }
}
