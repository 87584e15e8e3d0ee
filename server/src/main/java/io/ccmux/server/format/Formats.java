package io.ccmux.server.format;

import java.util.LinkedHashMap;
import java.util.Map;

/** The formats in use, parsed once each. Belongs to one thread. */
public final class Formats {
    /** How many formats are kept; the ones used longest ago go first. */
    private static final int FORMATS_MAX = 1024;
    /** Longer texts than this many characters are not kept. */
    private static final int KEPT_CHARS_MAX = 8192;

    private final Map<String, Format> kept = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Format> eldest) {
            return size() > FORMATS_MAX;
        }
    };

    /** Expands a format in which {@code %} means nothing. */
    public String expand(String text, FormatContext context) {
        return new Expansion(this, context, false, FormatLog.NONE).expand(format(text));
    }

    /** Expands a format in which {@code %H:%M} and the like stand for the context's time, as in status lines. */
    public String expandTime(String text, FormatContext context) {
        return new Expansion(this, context, true, FormatLog.NONE).expand(format(text));
    }

    /** The same, and how it came about. */
    public String explain(String text, FormatContext context, FormatLog log) {
        return new Expansion(this, context, true, log).expand(format(text));
    }

    /** Whether the format's value is neither empty nor {@code 0}: the rule of {@code if-shell -F} and filters. */
    public boolean isTrue(String text, FormatContext context) {
        return Scan.isTrue(expand(text, context));
    }

    Format format(String text) {
        if (text.length() > KEPT_CHARS_MAX) {
            return Format.parse(text);
        }
        return kept.computeIfAbsent(text, Format::parse);
    }
}
