package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Input a program might send, and input none should: words, sequences, strings, noise. A function of its seed. */
public final class VtGenerator {
    private static final String ESC = "\033";
    private static final String[] CHARACTERS = {"あ", "漢字", "한국", "é", "e\u0301", "n\u0303", "→", "─┼", "ｱ", "😀", "日",
        "Ａ", "\u200d", "\ufe0f", "\u0301", "❤\ufe0f", "🇩🇪", "🇫", "👨\u200d👩\u200d👧", "👍🏽", "\u1112\u1161\u11ab",
        "क\u094dष",
        "\u200b", "\u0600", "\u00a0", "\u0085", "\u009b2J", "\ufffd", "\u115f", "1\ufe0f\u20e3"};
    private static final String[] MODES = {"?1", "?3", "?5", "?6", "?7", "?7", "?9", "?12", "?25", "?40", "?41", "?45",
        "?47",
        "?66", "?69", "?69", "?1000", "?1003", "?1004", "?1006", "?1007", "?1047", "?1048", "?1049", "?1049", "?1045",
        "?2004", "?2026", "?2027", "?2031", "?2048", "4", "20"};
    private static final String[] STRINGS = {"]0;title", "]2;wörld", "]8;;http://a/b", "]8;id=1;http://a/c", "]8;;",
        "]7;file://h/tmp", "]4;1;rgb:1/2/3", "]4;1;?", "]4;257;red", "]5;0;#123", "]105", "]12;red", "]112", "]10;?",
        "]104", "kname", "]52;c;aGk=", "]133;A", "]133;D;1", "]9;4;1;5",
        "P$qm", "P+q524742", "Ptmux;x", "Pq#0", "_Gx", "^pm", "Xsos"};

    private static final String[] QUESTIONS = {"[c", "[>c", "[=c", "[>q", "[5n", "[6n", "[?6n", "[?15n", "[?996n",
        "[14t", "[18t", "[20t", "[21t", "[x", "[?u", "[?4m", "[?1;1S", "[1;1;1;1;9;9*y", "P$qm" + ESC + "\\",
        "P$qr" + ESC + "\\", "P$q q" + ESC + "\\", "P$q\"p" + ESC + "\\", "P+q544e;zz" + ESC + "\\", "]4;1;?\007",
        "]4;1;#123;1;?" + ESC + "\\", "]11;?\007", "]11;red;?;?\007", "]52;c;?\007"};

    private final Random random;
    private final List<Supplier<String>> kinds = List.of(this::word, this::word, this::word, this::characters,
            this::control, this::control, this::move, this::move, this::edit, this::edit, this::style, this::style,
            this::mode, this::region, this::escape, this::string, this::rectangle, this::broken, this::question);

    public VtGenerator(long seed) {
        random = new Random(seed);
    }

    /** Some pieces of input, one after the other. */
    public byte[] bytes(int pieces) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(40) == 0) {
                byte[] noise = new byte[random.nextInt(12)];
                random.nextBytes(noise);
                bytes.writeBytes(noise);
            } else {
                bytes.writeBytes(kinds.get(random.nextInt(kinds.size())).get().getBytes(UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private String pick(String... texts) {
        return texts[random.nextInt(texts.length)];
    }

    private char pick(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    private String number() {
        return switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "0";
            case 2 -> Integer.toString(random.nextInt(100_000));
            default -> Integer.toString(1 + random.nextInt(12));
        };
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(random.nextInt(8) == 0 ? 60 : 12); i >= 0; i--) {
            word.append((char) (' ' + random.nextInt(95)));
        }
        return word.toString();
    }

    private String characters() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            text.append(pick(CHARACTERS));
        }
        return text.toString();
    }

    private String control() {
        return pick("\r\n", "\r\n", "\n", "\r", "\b", "\b\b\b", "\t", "\013", "\f", "\016", "\017", "\007", "\0");
    }

    private String move() {
        return ESC + "[" + number() + ";" + number() + pick("ABCDEFGHIZad`ef");
    }

    private String edit() {
        return ESC + "[" + pick("", "", "?") + number() + pick("", "", "", " ", "'") + pick("@PXKJLMST^bgnA}~");
    }

    private String style() {
        return ESC + "["
                + pick("0", "1", "4:3", "7", "38;5;" + number(), "48;2;1;2;" + number(), "38:2::3:2:1", "44", "49",
                        "58;5;3", "39", "22;53")
                + "m";
    }

    private String mode() {
        return ESC + "[" + pick(MODES) + pick("hhhl$psr") + pick("", "p");
    }

    private String question() {
        return random.nextInt(3) == 0
                ? ESC + "[" + pick("?", ">", "=", "") + number() + pick("cnpqtux") + pick("", "$p")
                : ESC + pick(QUESTIONS);
    }

    private String region() {
        return ESC + "[" + number() + ";" + number() + pick("rs");
    }

    private String escape() {
        return ESC + pick("7", "8", "D", "E", "H", "M", "N", "O", "=", ">", "(0", "(B", ")0", "#8", "6", "9", "n", "V",
                "W", "[?5W", "[s",
                "[u",
                "[!p", "[1\"q", "[0\"q", "[>1u", "[=7;2u", "[<u", "[>4;2m", "[>4;1f", "[?u", "[6n", "[3 q", "[22t",
                "[23t", "[x", "c");
    }

    private String string() {
        return ESC + pick(STRINGS) + pick("\007", ESC + "\\", ESC + "\\", "\u009c", "");
    }

    private String rectangle() {
        return ESC + "[" + number() + ";" + number() + ";" + number() + ";" + number() + ";" + number() + ";" + number()
                + pick("$v", "$x", "$z", "${", "$r", "$t", "*x");
    }

    private String broken() {
        return pick(ESC, ESC + "[", ESC + "[1;2", ESC + "[?", ESC + "]", ESC + "P", ESC + "P1$", "\u009d",
                ESC + "[1\u0018",
                ESC + "[1;\u001a", ESC + "[:;:;m", ESC + "(", ESC + "[>1;2;3c", ESC + "[1$$p");
    }
}
