package io.ccmux.server.mode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.command.Template;
import io.ccmux.server.format.Formats;
import io.ccmux.server.format.Subject;

/** What a chooser lists, made anew whenever it is looked at, and what can be done with its lines. */
interface ChooseSource {
    /** In which order lines are wanted, and which of them: those for which a format holds, or all if it is empty. */
    record Wanted(String order, boolean reverse, String filter) {
        boolean passes(Subject subject) {
            return filter.isEmpty() || new Formats().isTrue(filter, subject);
        }
    }

    /**
     * What a key does to a line, or to all that are tagged.
     *
     * @param command  with {@code %%} for the line's target; empty for the command that ends the line
     * @param tagged   whether it is done to the tagged lines
     * @param question asked before, with {@code %%} for the line's name or the number of lines; empty for none
     * @param closes   whether the chooser goes
     */
    record Deed(String command, boolean tagged, String question, boolean closes) {}

    List<ChooseItem> items(Wanted wanted, Scene scene);

    /** The target that is chosen at first. */
    String first(Scene scene);

    /** How deep lines are shown at first; deeper ones are folded away. */
    int depth();

    /** The orders that there are, the usual one first. */
    List<String> orders();

    /** What keys do beyond those that all choosers have. */
    Map<String, Deed> deeds();

    /** What Enter runs for a line; nothing for one that it folds. */
    default String command(ChooseItem item, String template, Scene scene) {
        return new Template(template).with(1, item.target()).text();
    }

    /** What questions call a line. */
    default String called(ChooseItem item) {
        return item.name();
    }

    /** What a key does to a line that takes more than a command made of it; nothing for any other key. */
    default Optional<Effect> keyed(String key, ChooseItem item, Scene scene) {
        return Optional.empty();
    }

    /** Whether the chooser stays when a line was chosen. */
    default boolean stays() {
        return false;
    }

    ChoosePreview preview(ChooseItem item, Scene scene);

    static String expand(String format, String usual, Subject subject) {
        return new Formats().expand(format.isEmpty() ? usual : format, subject);
    }
}
