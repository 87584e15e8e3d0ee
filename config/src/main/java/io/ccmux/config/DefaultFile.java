package io.ccmux.config;

import java.util.Collection;

import com.typesafe.config.ConfigUtil;

/** A {@code ccmux.conf} that says what is in force anyway, for people to change: what {@code config default} prints. */
public final class DefaultFile {
    private static final String HEAD = """
            # ccmux.conf, with everything as it is by default. Options are commented out: remove the # to change one.
            # It is read when the server starts, and again by: ccmux config reload

            """;
    private static final String KEYS = """

            keys {
              prefix {
                # "|" = "split-window -h"
                # "&" = null
              }
              root {
                # "M-Left" = { command = "select-pane -L", note = "To the left", repeat = true }
              }
            }

            # Commands for what happens; the names are those of set-hook.
            hooks {
              # session-created = "display-message hello"
              # after-new-window = ["set-option automatic-rename off", "display-message new"]
            }

            # Variables for new panes; null for one that they shall not get.
            environment {
              # EDITOR = vim
              # LESS = null
            }

            # The options status-left, status-position and so on, once more in short; lines is the option status.
            status {
              # left = "[#S] "
              # lines = 2
            }

            # Layouts by name, for: select-layout work
            layouts {
              # work = "8205,80x24,0,0{40x24,0,0,0,39x24,41,0,1}"
            }
            """;

    private DefaultFile() {}

    public static String text() {
        var text = new StringBuilder(HEAD).append("persistence {\n");
        for (Setting row : PersistenceTable.rows()) {
            text.append("  # ").append(row.help()).append(": ").append(row.values()).append('\n')
                    .append("  ").append(row.name()).append(" = ").append(row.preset()).append("\n\n");
        }
        text.setLength(text.length() - 1);
        text.append("}\n\noptions {\n");
        OptionTable.rows().stream().filter(row -> !row.isHook()).forEach(row -> text.append("  # ").append(row.help())
                .append("\n  # ").append(row.name()).append(" = ").append(value(row.preset())).append("\n\n"));
        text.setLength(text.length() - 1);
        return text.append("}\n").append(KEYS).toString();
    }

    private static String value(OptionValue value) {
        return switch (value) {
            case OptionValue.Text(String text) -> quoted(text);
            case OptionValue.Items(var items) -> list(items.values());
        };
    }

    private static String list(Collection<String> items) {
        return "[" + String.join(", ", items.stream().map(DefaultFile::quoted).toList()) + "]";
    }

    private static String quoted(String text) {
        return text.matches("[A-Za-z0-9-]+") ? text : ConfigUtil.quoteString(text);
    }
}
