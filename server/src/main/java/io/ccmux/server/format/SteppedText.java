package io.ccmux.server.format;

/** Text that may be looked at only so often: the bound on what a regular expression can cost. */
final class SteppedText implements CharSequence {
    /** Characters a match may look at. */
    private static final int STEPS_MAX = 2_000_000;

    private final String text;
    private int steps;

    SteppedText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++steps > STEPS_MAX) {
            throw new TooManyStepsException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }

    /** Ends a match that would take too long. */
    static final class TooManyStepsException extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyStepsException() {
            super("too many steps", null, false, false);
        }
    }
}
