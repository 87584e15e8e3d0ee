package io.ccmux.server.format;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Pattern;

/** {@code e|operator|flags|digits:}: sums and comparisons of two numbers. */
final class Arithmetic {
    /** Most digits after the point that are shown. */
    private static final int DIGITS_MAX = 100;
    private static final double EQUAL_WITHIN = 1e-9;
    private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,18}");
    private static final Pattern NUMBER = Pattern.compile(
            "\\s*[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");

    private static final Pattern HEXADECIMAL = Pattern.compile("\\s*[+-]?0[xX][0-9a-fA-F]{1,15}");
    /** What printf shows if a negative number of digits is asked for. */
    private static final int DIGITS_OF_PRINTF = 6;

    private Arithmetic() {}

    /** The result, or an empty string if the operator, a flag or a number is not one. */
    static String evaluate(List<String> arguments, String left, String right) {
        if (arguments.isEmpty() || arguments.size() > 3) {
            return "";
        }
        boolean fractions = arguments.size() > 1 && !arguments.get(1).isEmpty();
        if (fractions && arguments.get(1).indexOf('f') < 0) {
            return "";
        }
        if (arguments.size() > 2 && !isInteger(arguments.get(2))) {
            return "";
        }
        int usual = fractions ? 2 : 0;
        int asked = arguments.size() > 2 ? integer(arguments.get(2)) : usual;
        int digits = asked < 0 ? DIGITS_OF_PRINTF : Math.min(asked, DIGITS_MAX);
        if (!isNumber(left) || !isNumber(right)) {
            return "";
        }
        double a = number(left, fractions);
        double b = number(right, fractions);
        double result = apply(arguments.getFirst(), a, b);
        return Double.isNaN(result) && !knows(arguments.getFirst()) ? "" : show(result, fractions, digits);
    }

    /** A whole number within the range of {@code int}; 0 for anything else. */
    static int integer(String text) {
        if (!isInteger(text)) {
            return 0;
        }
        long value = Long.parseLong(text);
        return value == (int) value ? (int) value : 0;
    }

    static boolean isInteger(String text) {
        return INTEGER.matcher(text).matches();
    }

    private static boolean isNumber(String text) {
        return text.isEmpty() || NUMBER.matcher(text).matches() || HEXADECIMAL.matcher(text).matches();
    }

    private static double number(String text, boolean fractions) {
        String plain = text.strip();
        double value = plain.isEmpty()
                ? 0
                : Double.parseDouble(HEXADECIMAL.matcher(plain).matches() ? plain + "p0" : plain);
        return fractions ? value : (double) (long) value;
    }

    private static boolean knows(String operator) {
        return List.of("+", "-", "*", "/", "m", "%").contains(operator);
    }

    private static double apply(String operator, double a, double b) {
        return switch (operator) {
            case "+" -> a + b;
            case "-" -> a - b;
            case "*" -> a * b;
            case "/" -> a / b;
            case "m", "%" -> a % b;
            case "==" -> bit(Math.abs(a - b) < EQUAL_WITHIN);
            case "!=" -> bit(Math.abs(a - b) > EQUAL_WITHIN);
            case ">" -> bit(a > b);
            case "<" -> bit(a < b);
            case ">=" -> bit(a >= b);
            case "<=" -> bit(a <= b);
            default -> Double.NaN;
        };
    }

    private static double bit(boolean value) {
        return value ? 1 : 0;
    }

    private static String show(double result, boolean fractions, int digits) {
        boolean finite = Double.isFinite(result);
        if (!finite && fractions) {
            return Double.isNaN(result) ? "-nan" : result > 0 ? "inf" : "-inf";
        }
        // what a division by zero gives as an integer in C on the machines tmux runs on
        BigDecimal value = finite
                ? new BigDecimal(fractions ? result : (double) (long) result)
                : new BigDecimal(Long.MIN_VALUE);
        String text = value.setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
        boolean negativeZero = fractions && Math.copySign(1, result) < 0 && !text.startsWith("-");
        return negativeZero ? "-" + text : text;
    }
}
