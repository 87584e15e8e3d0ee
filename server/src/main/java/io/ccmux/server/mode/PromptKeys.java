package io.ccmux.server.mode;

import java.util.Map;

import io.ccmux.server.input.Key;

/** What keys do in a prompt: those of emacs, and how vi's two modes turn keys into them. */
final class PromptKeys {
    /** Something that a prompt can do with its line. */
    enum Action {
        ACCEPT, CANCEL, START, END, LEFT, RIGHT, WORD_LEFT, WORD_RIGHT, SPACE_LEFT, SPACE_RIGHT, WORD_END, SPACE_END,
        REMOVE_LEFT, REMOVE_RIGHT, REMOVE_ALL, REMOVE_TO_END, REMOVE_WORD, PASTE, TRANSPOSE, OLDER, NEWER, COMPLETE,
        QUOTE, BACKWARD, FORWARD,
        /** The line gets what the key stands for. */
        INSERT,
        /** vi: keys are commands from now on. */
        COMMANDS,
        /** vi: keys are text from now on; the rest are that and something before. */
        TEXT, TEXT_RIGHT, TEXT_START, TEXT_END, TEXT_REMOVE_RIGHT, TEXT_REMOVE_ALL, TEXT_REMOVE_TO_END,
        /** Nothing. */
        NONE
    }

    // @formatter:off
    private static final Map<String, Action> EMACS = Map.ofEntries(
            Map.entry("Enter", Action.ACCEPT), Map.entry("KPEnter", Action.ACCEPT), Map.entry("C-j", Action.ACCEPT),
            Map.entry("C-m", Action.ACCEPT),
            Map.entry("Escape", Action.CANCEL), Map.entry("C-c", Action.CANCEL), Map.entry("C-g", Action.CANCEL),
            Map.entry("C-[", Action.CANCEL),
            Map.entry("C-a", Action.START), Map.entry("Home", Action.START),
            Map.entry("C-e", Action.END), Map.entry("End", Action.END),
            Map.entry("C-b", Action.LEFT), Map.entry("Left", Action.LEFT),
            Map.entry("C-f", Action.RIGHT), Map.entry("Right", Action.RIGHT),
            Map.entry("M-b", Action.WORD_LEFT), Map.entry("C-Left", Action.WORD_LEFT),
            Map.entry("M-f", Action.WORD_RIGHT), Map.entry("C-Right", Action.WORD_RIGHT),
            Map.entry("BSpace", Action.REMOVE_LEFT), Map.entry("C-h", Action.REMOVE_LEFT),
            Map.entry("C-d", Action.REMOVE_RIGHT), Map.entry("DC", Action.REMOVE_RIGHT),
            Map.entry("C-u", Action.REMOVE_ALL), Map.entry("C-k", Action.REMOVE_TO_END),
            Map.entry("C-w", Action.REMOVE_WORD), Map.entry("C-y", Action.PASTE),
            Map.entry("C-t", Action.TRANSPOSE),
            Map.entry("Up", Action.OLDER), Map.entry("C-p", Action.OLDER),
            Map.entry("Down", Action.NEWER), Map.entry("C-n", Action.NEWER),
            Map.entry("Tab", Action.COMPLETE), Map.entry("C-i", Action.COMPLETE),
            Map.entry("C-v", Action.QUOTE),
            Map.entry("C-r", Action.BACKWARD), Map.entry("C-s", Action.FORWARD));

    private static final Map<String, Action> VI_COMMANDS = Map.ofEntries(
            Map.entry("i", Action.TEXT), Map.entry("a", Action.TEXT_RIGHT), Map.entry("A", Action.TEXT_END),
            Map.entry("I", Action.TEXT_START), Map.entry("s", Action.TEXT_REMOVE_RIGHT),
            Map.entry("S", Action.TEXT_REMOVE_ALL), Map.entry("C", Action.TEXT_REMOVE_TO_END),
            Map.entry("$", Action.END), Map.entry("0", Action.START), Map.entry("^", Action.START),
            Map.entry("h", Action.LEFT), Map.entry("l", Action.RIGHT), Map.entry("Left", Action.LEFT),
            Map.entry("Right", Action.RIGHT), Map.entry("BSpace", Action.LEFT),
            Map.entry("b", Action.WORD_LEFT), Map.entry("w", Action.WORD_RIGHT), Map.entry("e", Action.WORD_END),
            Map.entry("B", Action.SPACE_LEFT), Map.entry("W", Action.SPACE_RIGHT), Map.entry("E", Action.SPACE_END),
            Map.entry("D", Action.REMOVE_TO_END), Map.entry("d", Action.REMOVE_ALL),
            Map.entry("x", Action.REMOVE_RIGHT), Map.entry("DC", Action.REMOVE_RIGHT),
            Map.entry("X", Action.REMOVE_LEFT), Map.entry("p", Action.PASTE),
            Map.entry("j", Action.NEWER), Map.entry("Down", Action.NEWER),
            Map.entry("k", Action.OLDER), Map.entry("Up", Action.OLDER),
            Map.entry("q", Action.CANCEL), Map.entry("C-c", Action.CANCEL),
            Map.entry("Home", Action.START), Map.entry("End", Action.END),
            Map.entry("Enter", Action.ACCEPT), Map.entry("KPEnter", Action.ACCEPT));
    // @formatter:on

    private PromptKeys() {}

    static Action emacs(Key key) {
        return EMACS.getOrDefault(key.name(), Action.INSERT);
    }

    static Action viText(Key key) {
        boolean escape = key.equals(Key.ESCAPE) || key.name().equals("C-[");
        return escape ? Action.COMMANDS : emacs(key);
    }

    static Action viCommand(Key key) {
        return VI_COMMANDS.getOrDefault(key.name(), Action.NONE);
    }
}
