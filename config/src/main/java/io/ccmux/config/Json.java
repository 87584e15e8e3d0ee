package io.ccmux.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;

/**
 * JSON text and the values that it stands for: a Map with names for keys, a List, a String, a Number, a Boolean; an
 * empty Optional is null.
 */
public final class Json {
    private static final String INDENT = "  ";

    private Json() {}

    /** On one line. */
    public static String line(Object value) {
        var text = new StringBuilder();
        write(text, value, "", "");
        return text.toString();
    }

    /** On many lines, for people too; a line ends it. */
    public static String page(Object value) {
        var text = new StringBuilder();
        write(text, value, "\n", INDENT);
        return text.append('\n').toString();
    }

    /** The object that a text stands for, empty if it stands for none. */
    public static Optional<Map<String, Object>> read(String text) {
        try {
            return Optional.of(ConfigFactory
                    .parseString(text, ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON)).root().unwrapped());
        } catch (ConfigException unreadable) {
            return Optional.empty();
        }
    }

    private static void write(StringBuilder text, Object value, String newline, String indent) {
        switch (value) {
            case Map<?, ?> map -> {
                String separator = "{";
                for (var entry : map.entrySet()) {
                    text.append(separator).append(newline.isEmpty() ? "" : newline + indent);
                    string(text, String.valueOf(entry.getKey()));
                    text.append(newline.isEmpty() ? ":" : ": ");
                    write(text, entry.getValue(), newline.isEmpty() ? "" : newline + indent, indent);
                    separator = ",";
                }
                text.append(map.isEmpty() ? "{}" : newline + "}");
            }
            case List<?> list -> {
                String separator = "[";
                for (Object item : list) {
                    text.append(separator).append(newline.isEmpty() ? "" : newline + indent);
                    write(text, item, newline.isEmpty() ? "" : newline + indent, indent);
                    separator = ",";
                }
                text.append(list.isEmpty() ? "[]" : newline + "]");
            }
            case Optional<?> optional when optional.isPresent() -> write(text, optional.get(), newline, indent);
            case Optional<?> _ -> text.append("null");
            case Number number -> text.append(number);
            case Boolean flag -> text.append(flag);
            case Object other -> string(text, other.toString());
        }
    }

    /** Everything but plain ASCII is escaped, so that whoever prints it prints no control characters. */
    private static void string(StringBuilder text, String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\').append(c);
            } else if (c >= ' ' && c < 0x7f) {
                text.append(c);
            } else {
                text.append("\\u").append(Integer.toHexString(0x10000 | c).substring(1));
            }
        }
        text.append('"');
    }
}
