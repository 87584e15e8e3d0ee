package io.ccmux.server.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The clusters are those of the JDK, whose {@code \X} was made by others from an older Unicode. */
final class GraphemesTest {
    private static final Pattern CLUSTER = Pattern.compile("\\X");
    /**
     * Some of most classes; the JDK errs about spacing marks and prepended ones near emoji. All are older than the
     * Unicode of any JDK this is built with.
     */
    private static final int[] CODE_POINTS = {'a', 'z', '1', '#', 0xE9, 0x300, 0x301, 0x308, 0x483, 0x200D, 0xFE0F,
        0xFE0E,
        0x20E3, 0x1F1E9, 0x1F1EA, 0x1F468, 0x1F469, 0x1F467, 0x1F3FD, 0x2764, 0x1F600, 0x4E00, 0xAC00, 0xAC01, 0x1100,
        0x1112, 0x1161, 0x11AB, 0x904, 0x915, 0x937, 0x94D, 0x93C, 0x995, 0x9CD, 0x200C,
        0x1F44D, 0xA9, 0x1160, 0x11A8};

    @Test
    void areTheJdksOnRandomStrings() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int left = 1 + random.nextInt(8); left > 0; left--) {
                text.appendCodePoint(CODE_POINTS[random.nextInt(CODE_POINTS.length)]);
            }
            if (text.indexOf("\u200d") != text.lastIndexOf("\u200d")) {
                continue; // the JDK counts a joiner among what may stand before a joiner
            }
            assertEquals(jdk(text.toString()), ours(text.toString()), "seed 42, string " + i);
        }
    }

    @Test
    void holdAFlagAFamilyAndASyllable() {
        assertEquals(List.of("🇩🇪", "🇫🇷", "🇩"), ours("🇩🇪🇫🇷🇩"));
        assertEquals(List.of("👨\u200d👩\u200d👧", "x"), ours("👨\u200d👩\u200d👧x"));
        assertEquals(List.of("\u1112\u1161\u11ab", "\uac00"), ours("\u1112\u1161\u11ab\uac00"));
        assertEquals(List.of("\u0915\u094d\u0937"), ours("\u0915\u094d\u0937"));
        assertEquals(List.of("\u0915\u0903", "a"), ours("\u0915\u0903a"));
        assertEquals(List.of("❤\u0e33\u200d", "❤"), ours("❤\u0e33\u200d❤"));
        assertEquals(List.of("\u0600a", "b"), ours("\u0600ab"));
        assertEquals(List.of("\u0600❤\u200d👧"), ours("\u0600❤\u200d👧"));
    }

    private static List<String> jdk(String text) {
        return CLUSTER.matcher(text).results().map(MatchResult::group).toList();
    }

    private static List<String> ours(String text) {
        List<String> clusters = new ArrayList<>();
        int state = Graphemes.NONE;
        for (int codePoint : text.codePoints().toArray()) {
            int properties = Width.properties(codePoint);
            boolean joins = !clusters.isEmpty() && Graphemes.joins(state, properties);
            state = joins ? Graphemes.advance(state, properties) : Graphemes.start(properties);
            String before = joins ? clusters.removeLast() : "";
            clusters.add(before + Character.toString(codePoint));
        }
        return clusters;
    }
}
