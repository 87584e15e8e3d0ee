package io.ccmux.server.render;

/**
 * A question on the status line and the answer as far as it was typed.
 *
 * @param question    what stands before the answer; it may hold styles
 * @param cursor      the index in the answer where the cursor is
 * @param commandMode whether keys are commands of vi rather than text
 */
public record PromptLine(String question, String input, int cursor, boolean commandMode) {
    public PromptLine {
        cursor = Math.clamp(cursor, 0, input.length());
    }
}
