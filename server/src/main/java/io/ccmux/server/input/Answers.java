package io.ccmux.server.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Says what a terminal's answer means; what nobody asked for means nothing. */
final class Answers {
    private static final int THEME = 997;
    private static final int HEXADECIMAL = 16;

    private Answers() {}

    /** Control sequences with a marker. */
    static Optional<Answer> marked(ControlSequence sequence) {
        return switch (sequence.letter()) {
            case 'c' -> Optional.of(sequence.marker() == '?'
                    ? new Answer.PrimaryAttributes(sequence.numbers())
                    : new Answer.SecondaryAttributes(sequence.numbers()));
            case 'u' -> Optional.of(new Answer.KeyboardFlags(sequence.parameter(0, 0)));
            case 'y' -> Optional.of(new Answer.Mode(sequence.parameter(0, 0), sequence.parameter(1, 0)));
            case 'n' -> sequence.parameter(0, 0) == THEME
                    ? Optional.of(new Answer.Theme(sequence.parameter(1, 1) == 1))
                    : Optional.empty();
            case 'R' -> Optional
                    .of(new Answer.CursorPosition(sequence.parameter(0, 1), sequence.parameter(1, 1)));
            default -> Optional.empty();
        };
    }

    /** {@code CSI 4 ; height ; width t} for the window, 6 for a cell. */
    static Optional<Answer> pixels(ControlSequence sequence) {
        int what = sequence.parameter(0, 0);
        if (sequence.count() < 3 || (what != 4 && what != 6)) {
            return Optional.empty();
        }
        return Optional.of(new Answer.PixelSize(what == 6, sequence.parameter(1, 0), sequence.parameter(2, 0)));
    }

    /**
     * Control strings.
     *
     * @param kind {@code ]} for OSC, {@code P} for DCS, and the others
     */
    static Optional<Answer> string(char kind, String text) {
        if (kind == 'P') {
            return device(text);
        }
        if (kind != ']') {
            return Optional.empty();
        }
        String[] parts = text.split(";", 3);
        return switch (parts[0]) {
            case "4" -> parts.length < 3 ? Optional.empty() : palette(parts[1], parts[2]);
            case "10", "11", "12" -> parts.length < 2
                    ? Optional.empty()
                    : rgb(parts[1]).map(rgb -> new Answer.Colour(Integer.parseInt(parts[0]), rgb));
            case "52" -> parts.length < 3 ? Optional.empty() : Optional.of(new Answer.Clipboard(parts[1], parts[2]));
            default -> Optional.empty();
        };
    }

    /** {@code >| name} or {@code 1+r name = value ; …} with names and values in hexadecimal digits. */
    private static Optional<Answer> device(String text) {
        if (text.startsWith(">|")) {
            return Optional.of(new Answer.Version(text.substring(2)));
        }
        if (!text.startsWith("1+r")) {
            return Optional.empty();
        }
        List<String> names = Arrays.stream(text.substring(3).split(";")).map(pair -> pair.split("=")[0])
                .filter(name -> name.matches("([0-9a-fA-F]{2}){1,16}"))
                .map(name -> new String(HexFormat.of().parseHex(name), StandardCharsets.ISO_8859_1)).toList();
        return names.isEmpty() ? Optional.empty() : Optional.of(new Answer.Capabilities(names));
    }

    private static Optional<Answer> palette(String index, String colour) {
        if (!index.matches("[0-9]{1,3}") || Integer.parseInt(index) > 255) {
            return Optional.empty();
        }
        return rgb(colour).map(rgb -> new Answer.PaletteColour(Integer.parseInt(index), rgb));
    }

    /** {@code rgb:rrrr/gggg/bbbb} with one to four digits each, {@code rgba:} with a fourth that does not count. */
    private static Optional<Integer> rgb(String text) {
        int colon = text.indexOf(':');
        if (!text.startsWith("rgb:") && !text.startsWith("rgba:")) {
            return Optional.empty();
        }
        String[] parts = text.substring(colon + 1).split("/");
        if (parts.length < 3) {
            return Optional.empty();
        }
        int rgb = 0;
        for (int i = 0; i < 3; i++) {
            if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return Optional.empty();
            }
            int most = (1 << 4 * parts[i].length()) - 1;
            rgb = rgb << 8 | Integer.parseInt(parts[i], HEXADECIMAL) * 255 / most;
        }
        return Optional.of(rgb);
    }
}
