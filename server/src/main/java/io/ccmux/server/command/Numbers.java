package io.ccmux.server.command;

/** Reads the numbers in flags and arguments, in the words that strtonum(3) has for what is wrong with them. */
final class Numbers {
    private Numbers() {}

    /** @param what stands before the reason in the error, such as {@code "repeat count "} */
    static int within(String text, int least, int most, String what) throws CommandException {
        long number;
        try {
            number = Long.parseLong(text.strip());
        } catch (NumberFormatException none) {
            boolean digits = text.strip().matches("[+-]?[0-9]+");
            throw new CommandException(what + (!digits ? "invalid" : text.startsWith("-") ? "too small" : "too large"));
        }
        if (number < least) {
            throw new CommandException(what + "too small");
        }
        if (number > most) {
            throw new CommandException(what + "too large");
        }
        return (int) number;
    }
}
