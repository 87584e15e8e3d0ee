package io.ccmux.server.mode;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.ccmux.config.OptionTable;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.Session;

/** What Tab makes of the word before the cursor: a command, an option, a layout, a session. */
final class Completion {
    private static final List<String> LAYOUTS = List.of("even-horizontal", "even-vertical", "main-horizontal",
            "main-horizontal-mirrored", "main-vertical", "main-vertical-mirrored", "tiled");

    private final String kind;
    private final Scene scene;

    /** A text in the place of what stands from a character to the cursor. */
    record Completed(int from, String text) {}

    Completion(String kind, Scene scene) {
        this.kind = kind;
        this.scene = scene;
    }

    Optional<Completed> of(String before) {
        int space = before.lastIndexOf(' ') + 1;
        String word = before.substring(space);
        if (word.isEmpty()) {
            return Optional.empty();
        }
        int from = before.codePointCount(0, space);
        if (kind.equals("target") || kind.equals("window-target")) {
            return complete(sessions("").toList(), word, "").map(text -> new Completed(from, text));
        }
        if (!kind.equals("command")) {
            return Optional.empty();
        }
        if (word.startsWith("-t") || word.startsWith("-s")) {
            return complete(sessions(word.substring(0, 2)).toList(), word, "").map(text -> new Completed(from, text));
        }
        var known = space == 0 ? commands() : Stream.concat(options(), LAYOUTS.stream());
        return complete(known.distinct().toList(), word, " ").map(text -> new Completed(from, text));
    }

    private static Stream<String> commands() {
        return CommandTable.specs().stream().flatMap(spec -> Stream.of(spec.name(), spec.alias()))
                .filter(name -> !name.isEmpty());
    }

    private static Stream<String> options() {
        return OptionTable.rows().stream().map(option -> option.name());
    }

    private Stream<String> sessions(String flag) {
        return scene.world().mux().sessions().stream().map(Session::name).map(name -> flag + name + ":");
    }

    /** The one that begins so, with an end, or what all that begin so have in common. */
    private static Optional<String> complete(List<String> all, String word, String end) {
        var begun = all.stream().filter(one -> one.startsWith(word)).toList();
        if (begun.isEmpty()) {
            return Optional.empty();
        }
        if (begun.size() == 1) {
            return Optional.of(begun.getFirst() + end);
        }
        String common = begun.stream().reduce(Completion::common).orElseThrow();
        return common.equals(word) ? Optional.empty() : Optional.of(common);
    }

    private static String common(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return one.substring(0, length);
    }
}
