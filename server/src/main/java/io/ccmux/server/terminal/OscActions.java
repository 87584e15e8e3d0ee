package io.ccmux.server.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;

/** What programs tell with OSC besides colours. */
final class OscActions {
    private static final int PATH_BYTES_MAX = 4096;
    private static final int NOTIFICATION_BYTES_MAX = 1024;
    /** Characters of Base64: 256 KiB of text. */
    private static final int CLIPBOARD_CHARACTERS_MAX = (256 << 10) / 3 * 4 + 4;
    private static final int SELECTIONS_MAX = 12;
    private static final int DIGITS_MAX = 9;

    private OscActions() {}

    static void title(Emulator terminal, String text) {
        if (!terminal.options.setsTitle()) {
            return;
        }
        String title = PlainText.of(text, Titles.BYTES_MAX);
        if (!title.equals(terminal.titles.title())) {
            terminal.titles.title(title);
            terminal.notices.add(new TerminalNotice.TitleChanged(title));
        }
    }

    /** The string of screen's ESC k. */
    static void windowName(Emulator terminal, byte[] string, int length) {
        String name = PlainText.of(new String(string, 0, length, UTF_8), Titles.BYTES_MAX);
        terminal.notices.add(new TerminalNotice.WindowNamed(name));
    }

    /** {@code file://host/path} or {@code /path}; the host is not looked at. */
    static void directory(Emulator terminal, String text) {
        String path = text;
        if (text.startsWith("file://")) {
            int slash = text.indexOf('/', "file://".length());
            path = slash < 0 ? "" : PlainText.percentDecoded(text.substring(slash));
        }
        boolean clean = path.equals(PlainText.of(path, PATH_BYTES_MAX));
        if (clean && (path.isEmpty() || path.startsWith("/")) && !path.equals(terminal.directory)) {
            terminal.directory = path;
            terminal.notices.add(new TerminalNotice.DirectoryChanged(path));
        }
    }

    /** {@code parameters;uri}; an empty address ends the link. */
    static void link(Emulator terminal, String text) {
        int semicolon = text.indexOf(';');
        if (semicolon < 0) {
            return;
        }
        String uri = PlainText.of(text.substring(semicolon + 1), Integer.MAX_VALUE);
        if (uri.isEmpty() || uri.getBytes(UTF_8).length > Link.URI_BYTES_MAX) {
            terminal.pen.link(Link.NONE);
            return;
        }
        String id = "";
        for (String parameter : text.substring(0, semicolon).split(":")) {
            if (parameter.startsWith("id=")) {
                id = PlainText.of(parameter.substring(3), Link.ID_BYTES_MAX);
            }
        }
        terminal.pen.link(terminal.links.intern(new Link(id, uri)));
    }

    /** {@code text}, or {@code 4;state;percent}. Other numbers are ConEmu's own business. */
    static void notification(Emulator terminal, String text) {
        if (text.startsWith("4;")) {
            progress(terminal, text.split(";"));
        } else if (!(text.length() > 1 && Character.isDigit(text.charAt(0)) && text.charAt(1) == ';')) {
            notify(terminal, "", text);
        }
    }

    private static void progress(Emulator terminal, String[] parts) {
        int state = number(parts[1]);
        int percent = parts.length > 2 ? number(parts[2]) : 0;
        if (state >= 0 && state <= 4) {
            terminal.notices.add(new TerminalNotice.Progress(state, Math.clamp(percent, 0, 100)));
        }
    }

    static void titledNotification(Emulator terminal, String text) {
        String[] parts = text.split(";", 3);
        if (parts[0].equals("notify") && parts.length > 1) {
            notify(terminal, parts[1], parts.length > 2 ? parts[2] : "");
        }
    }

    /** {@code metadata;text}: what part it is, and whether it is in base 64, stands in the metadata. */
    static void kittyNotification(Emulator terminal, String text) {
        int semicolon = text.indexOf(';');
        if (semicolon < 0) {
            return;
        }
        String part = "title";
        boolean encoded = false;
        for (String parameter : text.substring(0, semicolon).split(":")) {
            part = parameter.startsWith("p=") ? parameter.substring(2) : part;
            encoded |= parameter.equals("e=1");
        }
        if (part.equals("title") || part.equals("body")) {
            String shown = text.substring(semicolon + 1);
            notify(terminal, "", encoded ? new String(decoded(shown), UTF_8) : shown);
        }
    }

    /** What the text says in base 64; nothing if it is none. */
    private static byte[] decoded(String text) {
        try {
            return Base64.getMimeDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
    }

    private static void notify(Emulator terminal, String title, String text) {
        terminal.notices.add(new TerminalNotice.Notification(PlainText.of(title, NOTIFICATION_BYTES_MAX),
                PlainText.of(text, NOTIFICATION_BYTES_MAX)));
    }

    /** {@code selections;base64} or {@code selections;?}. */
    static void clipboard(Emulator terminal, String text) {
        int semicolon = text.indexOf(';');
        String selection = text.substring(0, Math.max(semicolon, 0));
        String data = text.substring(semicolon + 1);
        boolean known = selection.length() <= SELECTIONS_MAX
                && selection.chars().allMatch(c -> "cpqs01234567".indexOf(c) >= 0);
        if (semicolon < 0 || !known || data.length() > CLIPBOARD_CHARACTERS_MAX) {
            return;
        }
        if (data.equals("?")) {
            terminal.notices.add(new TerminalNotice.ClipboardAsked(selection));
            return;
        }
        terminal.notices.add(new TerminalNotice.Clipboard(selection, decoded(data)));
    }

    /** {@code A}, {@code B}, {@code C} or {@code D;status}, each perhaps with more. */
    static void promptMark(Emulator terminal, String text) {
        char kind = text.isEmpty() ? 0 : text.charAt(0);
        if (kind < 'A' || kind > 'D' || text.length() > 1 && text.charAt(1) != ';') {
            return;
        }
        Row row = terminal.edit();
        row.promptStart |= kind == 'A';
        row.outputStart |= kind == 'C';
        String[] parts = text.split(";");
        terminal.notices
                .add(new TerminalNotice.PromptMark(kind, kind == 'D' && parts.length > 1 ? number(parts[1]) : -1));
    }

    /** The number, or -1. */
    private static int number(String text) {
        boolean digits = !text.isEmpty() && text.length() <= DIGITS_MAX
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Integer.parseInt(text) : -1;
    }
}
