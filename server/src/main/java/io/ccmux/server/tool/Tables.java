package io.ccmux.server.tool;

import java.util.LinkedHashMap;
import java.util.Map;

/** Things by name, in the order in which they are said. */
final class Tables {
    private Tables() {}

    /** @param keysAndValues a name, what it stands for, and so on */
    static Map<String, Object> map(Object... keysAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(keysAndValues[i].toString(), keysAndValues[i + 1]);
        }
        return map;
    }
}
