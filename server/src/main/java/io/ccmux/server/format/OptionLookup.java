package io.ccmux.server.format;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ccmux.config.Option;
import io.ccmux.config.OptionKind;
import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;
import io.ccmux.config.Scope;
import io.ccmux.server.mux.Mux;

/** Options as variables: {@code #{status-left}}, {@code #{status-format[1]}}, {@code #{@mine}}; flags are 0 and 1. */
final class OptionLookup {
    private static final Pattern INDEXED = Pattern.compile("(.+)\\[([0-9]{1,9})]");

    private OptionLookup() {}

    /** The value in force for the subject; empty if there is no such option, or nobody set it. */
    static Optional<String> value(String name, Subject subject) {
        if (name.startsWith("@")) {
            return own(name, subject);
        }
        if (name.endsWith("]")) {
            Matcher matcher = INDEXED.matcher(name);
            return matcher.matches()
                    ? item(matcher.group(1), Integer.parseInt(matcher.group(2)), subject)
                    : Optional.empty();
        }
        return OptionTable.exact(name).map(option -> {
            String text = holder(option, subject).string(name);
            return option.kind() instanceof OptionKind.Flag ? Subject.flag(text.equals("on")) : text;
        });
    }

    private static Optional<String> item(String name, int index, Subject subject) {
        return OptionTable.exact(name)
                .map(option -> holder(option, subject).array(name).getOrDefault(index, ""));
    }

    private static Options holder(Option option, Subject subject) {
        Mux mux = subject.world().mux();
        Set<Scope> scopes = option.scopes();
        if (scopes.contains(Scope.SERVER)) {
            return mux.serverOptions();
        }
        if (scopes.contains(Scope.SESSION)) {
            return session(subject);
        }
        return pane(subject);
    }

    /** A user's own option: looked for in the server, the pane and what is behind it, then the session. */
    private static Optional<String> own(String name, Subject subject) {
        return text(subject.world().mux().serverOptions(), name).or(() -> text(pane(subject), name))
                .or(() -> text(session(subject), name));
    }

    private static Optional<String> text(Options options, String name) {
        return options.value(name).map(value -> switch (value) {
            case OptionValue.Text(String text) -> text;
            case OptionValue.Items(var items) -> String.join(" ", items.values());
        });
    }

    private static Options session(Subject subject) {
        return subject.session().map(session -> session.options()).orElse(subject.world().mux().sessionOptions());
    }

    private static Options pane(Subject subject) {
        return subject.pane().map(pane -> pane.options()).or(() -> subject.window().map(window -> window.options()))
                .orElse(subject.world().mux().windowOptions());
    }
}
