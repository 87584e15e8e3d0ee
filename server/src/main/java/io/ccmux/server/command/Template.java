package io.ccmux.server.command;

/**
 * Command text with places for answers.
 *
 * <pre>
 *   %1 … %9     the first to the ninth answer
 *   %%          the first one, once
 *   %1%  %%%    the same, with what means something between double quotes escaped
 * </pre>
 */
public record Template(String text) {
    private static final String QUOTED = "\"\\$;~";

    /** The text with one more answer in it; {@code number} counts from 1. */
    public Template with(int number, String answer) {
        var out = new StringBuilder();
        boolean used = false;
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i++);
            char next = i < text.length() ? text.charAt(i) : 0;
            boolean numbered = next >= '1' && next <= '9' && next - '0' == number;
            boolean first = next == '%' && !used;
            if (c != '%' || !numbered && !first) {
                out.append(c);
                continue;
            }
            used |= !numbered;
            i++;
            boolean escaped = i < text.length() && text.charAt(i) == '%';
            i += escaped ? 1 : 0;
            append(out, answer, escaped);
        }
        return new Template(out.toString());
    }

    private static void append(StringBuilder out, String answer, boolean escaped) {
        for (int i = 0; i < answer.length(); i++) {
            char c = answer.charAt(i);
            if (escaped && QUOTED.indexOf(c) >= 0) {
                out.append('\\');
            }
            out.append(c);
        }
    }
}
