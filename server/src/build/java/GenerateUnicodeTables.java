import static java.nio.charset.StandardCharsets.UTF_8;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UCharacter.EastAsianWidth;
import com.ibm.icu.lang.UCharacter.GraphemeClusterBreak;
import com.ibm.icu.lang.UCharacter.HangulSyllableType;
import com.ibm.icu.lang.UCharacter.IndicConjunctBreak;
import com.ibm.icu.lang.UCharacterCategory;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.text.UnicodeSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes {@code UnicodeTables.java}: what the terminal must know of every code point, as ICU knows it. Run while the
 * server is built, so that neither ICU nor the Unicode version of a JDK matters when it runs.
 *
 * <pre>
 *  properties of a code point, 10 bits
 *     9              8 7                   6                       5 4 3 2                 1 0
 *    +--------------+---------------------+-----------------------+-----------------------+-------------------+
 *    | emoji        | Indic conjunct      | Extended_Pictographic | Grapheme_Cluster_     | width: 0 1 2,     |
 *    | variation    | break: 0 none       |                       | Break, numbered as in | 3 = ambiguous     |
 *    | base         | 1 consonant         |                       | BREAKS                |                   |
 *    |              | 2 extend 3 linker   |                       |                       |                   |
 *    +--------------+---------------------+-----------------------+-----------------------+-------------------+
 *
 *  properties of c = VALUES[STAGE2[STAGE1[c / 128] * 128 + c % 128]]
 * </pre>
 */
final class GenerateUnicodeTables {
    private static final int CODE_POINTS = 0x110000;
    private static final int BLOCK = 128;
    /** Characters of one string constant: in a class file its UTF-8 must fit 65535 bytes. */
    private static final int PART = 16_000;

    /** The numbers are their positions here; {@code Graphemes} knows them by the same. */
    private static final List<Integer> BREAKS = List.of(GraphemeClusterBreak.OTHER, GraphemeClusterBreak.CR,
            GraphemeClusterBreak.LF, GraphemeClusterBreak.CONTROL, GraphemeClusterBreak.EXTEND,
            GraphemeClusterBreak.ZWJ, GraphemeClusterBreak.REGIONAL_INDICATOR, GraphemeClusterBreak.PREPEND,
            GraphemeClusterBreak.SPACING_MARK, GraphemeClusterBreak.L, GraphemeClusterBreak.V, GraphemeClusterBreak.T,
            GraphemeClusterBreak.LV, GraphemeClusterBreak.LVT);

    private final UnicodeSet basicEmoji = new UnicodeSet("[:Basic_Emoji:]");
    private final List<Integer> values = new ArrayList<>();
    private final StringBuilder stage1 = new StringBuilder();
    private final StringBuilder stage2 = new StringBuilder();

    public static void main(String[] arguments) throws IOException {
        GenerateUnicodeTables tables = new GenerateUnicodeTables();
        tables.collect();
        Path file = Path.of(arguments[0], "io", "ccmux", "server", "terminal", "UnicodeTables.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, tables.source(), UTF_8);
    }

    private void collect() {
        Map<String, Integer> blocks = new LinkedHashMap<>();
        for (int start = 0; start < CODE_POINTS; start += BLOCK) {
            StringBuilder block = new StringBuilder();
            for (int codePoint = start; codePoint < start + BLOCK; codePoint++) {
                block.append((char) index(properties(codePoint)));
            }
            Integer number = blocks.get(block.toString());
            if (number == null) {
                number = blocks.size();
                blocks.put(block.toString(), number);
                stage2.append(block);
            }
            stage1.append((char) number.intValue());
        }
        if (values.size() > 256) {
            throw new IllegalStateException(values.size() + " kinds of code points do not fit a byte");
        }
    }

    private int index(int properties) {
        int index = values.indexOf(properties);
        if (index < 0) {
            index = values.size();
            values.add(properties);
        }
        return index;
    }

    private int properties(int codePoint) {
        int breaks = BREAKS.indexOf(UCharacter.getIntPropertyValue(codePoint, UProperty.GRAPHEME_CLUSTER_BREAK));
        if (breaks < 0) {
            throw new IllegalStateException("unknown grapheme break of U+" + Integer.toHexString(codePoint));
        }
        int conjunctBreak = UCharacter.getIntPropertyValue(codePoint, UProperty.INDIC_CONJUNCT_BREAK);
        int conjunct = switch (IndicConjunctBreak.values()[conjunctBreak]) {
            case NONE -> 0;
            case CONSONANT -> 1;
            case EXTEND -> 2;
            case LINKER -> 3;
        };
        int pictographic = has(codePoint, UProperty.EXTENDED_PICTOGRAPHIC) ? 1 : 0;
        int variation = variationBase(codePoint) ? 1 : 0;
        return width(codePoint) | breaks << 2 | pictographic << 6 | conjunct << 7 | variation << 9;
    }

    /** Those of emoji-variation-sequences.txt whose text form is narrow. */
    private boolean variationBase(int codePoint) {
        boolean keycap = codePoint == '#' || codePoint == '*' || codePoint >= '0' && codePoint <= '9';
        return keycap || basicEmoji.contains(Character.toString(codePoint) + '\uFE0F');
    }

    private static int width(int codePoint) {
        int category = UCharacter.getType(codePoint);
        if (codePoint == 0xAD || category == UCharacterCategory.PRIVATE_USE) {
            return 1;
        }
        if (invisible(codePoint, category)) {
            return 0;
        }
        int eastAsian = UCharacter.getIntPropertyValue(codePoint, UProperty.EAST_ASIAN_WIDTH);
        if (eastAsian == EastAsianWidth.WIDE || eastAsian == EastAsianWidth.FULLWIDTH
                || has(codePoint, UProperty.REGIONAL_INDICATOR) || has(codePoint, UProperty.EMOJI_PRESENTATION)) {
            return 2;
        }
        return eastAsian == EastAsianWidth.AMBIGUOUS ? 3 : 1;
    }

    private static boolean invisible(int codePoint, int category) {
        int syllable = UCharacter.getIntPropertyValue(codePoint, UProperty.HANGUL_SYLLABLE_TYPE);
        return switch (category) {
            case UCharacterCategory.CONTROL, UCharacterCategory.NON_SPACING_MARK, UCharacterCategory.ENCLOSING_MARK,
                    UCharacterCategory.LINE_SEPARATOR, UCharacterCategory.PARAGRAPH_SEPARATOR ->
                true;
            case UCharacterCategory.FORMAT -> !has(codePoint, UProperty.PREPENDED_CONCATENATION_MARK);
            case UCharacterCategory.OTHER_LETTER ->
                syllable == HangulSyllableType.VOWEL_JAMO || syllable == HangulSyllableType.TRAILING_JAMO;
            default -> has(codePoint, UProperty.DEFAULT_IGNORABLE_CODE_POINT);
        };
    }

    private static boolean has(int codePoint, int property) {
        return UCharacter.hasBinaryProperty(codePoint, property);
    }

    private String source() {
        StringBuilder text = new StringBuilder();
        values.forEach(value -> text.append((char) value.intValue()));
        return """
                package io.ccmux.server.terminal;

                /** Made by GenerateUnicodeTables of Unicode %s; not to be edited. */
                final class UnicodeTables {
                    static final String[] VALUES = {%s};
                    static final String[] STAGE1 = {%s};
                    static final String[] STAGE2 = {%s};

                    private UnicodeTables() {
                    }
                }
                """.formatted(UCharacter.getUnicodeVersion(), parts(text), parts(stage1), parts(stage2));
    }

    private static String parts(StringBuilder text) {
        List<String> parts = new ArrayList<>();
        for (int start = 0; start < text.length(); start += PART) {
            parts.add(literal(text.substring(start, Math.min(start + PART, text.length()))));
        }
        return String.join(",\n        ", parts);
    }

    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            literal.append(c < 0x100 ? "\\%03o".formatted((int) c) : "\\u%04x".formatted((int) c));
        }
        return literal.append('"').toString();
    }
}
