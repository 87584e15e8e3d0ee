package io.ccmux.server.command;

import io.ccmux.config.KeyNames;
import io.ccmux.config.OptionException;
import io.ccmux.config.OptionTable;
import io.ccmux.config.OptionValue;
import io.ccmux.config.Options;

/** How a call wants a menu or a popup to look: by its flags {@code -b -s -S -H}, else by the options of the window. */
final class BoxLooks {
    private BoxLooks() {}

    /** @param kind {@code menu} or {@code popup}, with which the names of the options begin */
    static Effect.BoxLook of(Call call, Options options, String kind) throws CommandException {
        return new Effect.BoxLook(call.has('B') ? "none" : value(call, 'b', kind + "-border-lines", options),
                value(call, 's', kind + "-style", options), value(call, 'S', kind + "-border-style", options));
    }

    /** A position; one that depends on the box itself is worked out when that is shown. */
    static String position(String text, Expand expand) {
        return text.contains("popup_") ? text : expand.text(text);
    }

    /** What a flag says in place of an option; it must be something that the option could be. */
    static String value(Call call, char flag, String option, Options options) throws CommandException {
        if (!call.has(flag)) {
            return options.string(option);
        }
        try {
            var value = OptionTable.exact(option).orElseThrow().parse(call.value(flag).orElse(""), KeyNames.UNCHECKED);
            return ((OptionValue.Text) value).text();
        } catch (OptionException wrong) {
            throw new CommandException(wrong.getMessage());
        }
    }
}
