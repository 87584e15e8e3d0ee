package io.ccmux.server.format;

/**
 * What every screen says as long as it holds: that what happens is not as durable as people expect.
 *
 * @param text   a word or two
 * @param urgent whether it is shown on screens without a status line, too
 */
public record Warning(String text, boolean urgent) {
    /** The disk is in trouble. */
    public static final Warning NOT_DURABLE = new Warning("NOT DURABLE", true);

    /** As it is drawn. */
    public String shown() {
        return " " + text + " ";
    }
}
