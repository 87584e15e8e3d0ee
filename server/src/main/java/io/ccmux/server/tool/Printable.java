package io.ccmux.server.tool;

/** Text that may come from anywhere, made harmless for the terminal that it is printed on. */
final class Printable {
    private static final int SHOWN_MAX = 200;

    private Printable() {}

    /** One line: control characters and those that turn text around are escaped. */
    static String line(String text) {
        var line = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (c) {
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                case '\\' -> line.append("\\\\");
                case 0x1b -> line.append("\\e");
                default -> {
                    if (Character.isISOControl(c) || Character.getType(c) == Character.FORMAT) {
                        line.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
                    } else {
                        line.appendCodePoint(c);
                    }
                }
            }
        });
        return line.toString();
    }

    /** The beginning of a line, and how much more there is. */
    static String beginning(String text) {
        return text.length() <= SHOWN_MAX
                ? line(text)
                : line(text.substring(0, SHOWN_MAX)) + "... (" + text.length() + " characters)";
    }
}
