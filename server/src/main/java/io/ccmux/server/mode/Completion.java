package io.ccmux.server.mode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ccmux.config.OptionTable;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.Session;

/**
 * What Tab makes of the word before the cursor: a command, an alias, an option, a layout; after {@code -t} or
 * {@code -s} a session, and after its colon a window.
 */
final class Completion {
    private static final List<String> LAYOUTS = List.of("even-horizontal", "even-vertical", "main-horizontal",
            "main-horizontal-mirrored", "main-vertical", "main-vertical-mirrored", "tiled");

    private final String kind;
    private final Scene scene;

    /**
     * What may stand in the place of the text from a character to the cursor.
     *
     * @param text    what does, if anything
     * @param choices what could, if the user has to say which
     */
    record Completed(int from, Optional<String> text, List<Choice> choices) {}

    /** A text to choose, and how it is shown. */
    record Choice(String text, String shown) {
        Choice(String text) {
            this(text, text);
        }
    }

    Completion(String kind, Scene scene) {
        this.kind = kind;
        this.scene = scene;
    }

    Completed of(String before) {
        int space = before.lastIndexOf(' ') + 1;
        String word = before.substring(space);
        int from = before.codePointCount(0, space);
        return switch (kind) {
            case "target" -> target(from, "", word);
            case "window-target" -> chosen(from, "", windows(own(), word, ""));
            case "command" -> {
                boolean target = word.startsWith("-t") || word.startsWith("-s");
                yield target ? target(from, word.substring(0, 2), word.substring(2)) : named(from, word, space == 0);
            }
            default -> new Completed(from, Optional.empty(), List.of());
        };
    }

    // ---- names -----------------------------------------------------------------------------

    private Completed named(int from, String word, boolean first) {
        if (word.isEmpty()) {
            return new Completed(from, Optional.empty(), List.of());
        }
        var known = first ? commands() : Stream.concat(commands(), Stream.concat(options(), LAYOUTS.stream()));
        var begun = known.filter(one -> one.startsWith(word)).distinct().sorted().toList();
        return completed(from, word, begun, " ");
    }

    private Stream<String> commands() {
        var aliases = scene.world().mux().serverOptions().array("command-alias").values().stream()
                .filter(alias -> alias.contains("=")).map(alias -> alias.substring(0, alias.indexOf('=')));
        return Stream.concat(CommandTable.specs().stream().flatMap(spec -> Stream.of(spec.name(), spec.alias()))
                .filter(name -> !name.isEmpty()), aliases);
    }

    private static Stream<String> options() {
        return OptionTable.rows().stream().map(option -> option.name());
    }

    /** The only one, with an end; or what all have in common, and if that is nothing new, all of them. */
    private static Completed completed(int from, String word, List<String> begun, String end) {
        if (begun.size() == 1) {
            return new Completed(from, Optional.of(begun.getFirst() + end), List.of());
        }
        String common = begun.stream().reduce(Completion::common).orElse(word);
        return common.equals(word)
                ? new Completed(from, Optional.empty(), begun.stream().map(Choice::new).toList())
                : new Completed(from, Optional.of(common), List.of());
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }

    // ---- targets ---------------------------------------------------------------------------

    private Completed target(int from, String flag, String word) {
        int colon = word.indexOf(':');
        if (colon < 0) {
            var begun = scene.world().mux().sessions().stream().flatMap(session -> Stream.of(session.name(),
                    session.id().toString())).filter(name -> name.startsWith(word)
                            && (!word.isEmpty() || !name
                                    .startsWith("$")))
                    .map(name -> flag + name + ":").sorted().toList();
            return completed(from, flag + word, begun, "");
        }
        if (word.indexOf('.', colon) >= 0) {
            return new Completed(from, Optional.empty(), List.of());
        }
        var session = colon == 0 ? own() : scene.world().mux().sessionNamed(word.substring(0, colon));
        String before = session.map(found -> flag + found.name() + ":").orElse("");
        return chosen(from, flag + word, windows(session, word.substring(colon + 1), before));
    }

    private static Completed chosen(int from, String word, List<Choice> choices) {
        return choices.size() == 1 && !choices.getFirst().text().equals(word)
                ? new Completed(from, Optional.of(choices.getFirst().text()), List.of())
                : new Completed(from, Optional.empty(), choices);
    }

    private Optional<Session> own() {
        var mux = scene.world().mux();
        return scene.attached().flatMap(client -> client.session()).flatMap(mux::find)
                .or(() -> scene.pane().flatMap(mux::find)
                        .flatMap(pane -> mux.holders(pane.window()).stream().findFirst()));
    }

    private List<Choice> windows(Optional<Session> session, String begin, String before) {
        var choices = new ArrayList<Choice>();
        session.map(Session::windows).orElse(new java.util.TreeMap<>(Map.of())).forEach((index, window) -> {
            String number = Integer.toString(index);
            if (number.startsWith(begin)) {
                String name = scene.world().mux().window(window).name();
                choices.add(new Choice(before + number, before + number + " (" + name + ")"));
            }
        });
        return choices;
    }
}
