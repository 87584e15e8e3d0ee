package io.ccmux.server.input;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A control sequence that a terminal sent, cut into its parts: {@code CSI marker parameters intermediate final}.
 *
 * @param marker one of {@code < = > ?}, or a blank
 * @param parameters each with its sub-parameters, which colons separate; -1 for one that is empty
 * @param intermediate the last of them, or a blank
 */
record ControlSequence(char marker, List<List<Integer>> parameters, char intermediate, char letter) {
    private static final int NUMBER_MAX = 1 << 21;

    /** Cuts what stands between {@code ESC [} and the final byte, both excluded. */
    static ControlSequence of(byte[] bytes, int start, int end) {
        String text = new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
        boolean marked = !text.isEmpty() && "<=>?".indexOf(text.charAt(0)) >= 0;
        int stop = text.length();
        while (stop > 0 && text.charAt(stop - 1) < '0') {
            stop--;
        }
        List<List<Integer>> parameters = new ArrayList<>();
        for (String parameter : text.substring(marked ? 1 : 0, Math.max(stop, marked ? 1 : 0)).split(";", -1)) {
            List<Integer> parts = new ArrayList<>();
            for (String part : parameter.split(":", -1)) {
                parts.add(number(part));
            }
            parameters.add(parts);
        }
        char intermediate = stop < text.length() ? text.charAt(text.length() - 1) : ' ';
        return new ControlSequence(marked ? text.charAt(0) : ' ', parameters, intermediate, (char) bytes[end]);
    }

    private static int number(String digits) {
        int number = digits.isEmpty() ? -1 : 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = Math.min(number * 10 + digit, NUMBER_MAX);
        }
        return number;
    }

    int count() {
        return parameters.size();
    }

    /** The parameter at {@code index}, or {@code otherwise} when it is missing or empty. */
    int parameter(int index, int otherwise) {
        return part(index, 0, otherwise);
    }

    /** A sub-parameter, or {@code otherwise}. */
    int part(int index, int part, int otherwise) {
        if (index >= parameters.size() || part >= parameters.get(index).size()) {
            return otherwise;
        }
        int number = parameters.get(index).get(part);
        return number < 0 ? otherwise : number;
    }

    /** The first parts of all parameters, 0 for those that are empty. */
    List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            numbers.add(parameter(i, 0));
        }
        return numbers;
    }
}
