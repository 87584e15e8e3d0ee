package io.ccmux.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

class JsonTest {
    private static Map<String, Object> sample() {
        var value = new LinkedHashMap<String, Object>();
        value.put("text", "a \"quoted\" \\ line\n\u001bé漢");
        value.put("number", 12);
        value.put("flag", true);
        value.put("nothing", Optional.empty());
        value.put("something", Optional.of("x"));
        value.put("list", List.of(1, List.of(), Map.of()));
        return value;
    }

    @Test
    void writesOneLineWithoutControlCharacters() {
        assertEquals("{\"text\":\"a \\\"quoted\\\" \\\\ line\\u000a\\u001b\\u00e9\\u6f22\",\"number\":12,\"flag\":true,"
                + "\"nothing\":null,\"something\":\"x\",\"list\":[1,[],{}]}", Json.line(sample()));
    }

    @Test
    void writesAPageForPeople() {
        assertEquals("{\n  \"a\": [\n    1,\n    {\n      \"b\": 2\n    }\n  ]\n}\n",
                Json.page(Map.of("a", List.of(1, Map.of("b", 2)))));
    }

    @Test
    void readsWhatItWrote() {
        var read = Json.read(Json.page(sample())).orElseThrow();
        assertEquals(sample().get("text"), read.get("text"));
        assertEquals(12, read.get("number"));
        assertEquals(List.of(1, List.of(), Map.of()), read.get("list"));
        assertEquals(Optional.empty(), Json.read("{\"a\": "));
    }
}
