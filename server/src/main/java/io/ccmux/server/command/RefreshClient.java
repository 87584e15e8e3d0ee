package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Pane;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;
import io.ccmux.server.mux.Window;

/** Draws a client's screen anew, moves the part of a larger window that it shows, or changes its flags. */
final class RefreshClient implements Command {
    private static final Pattern SIZE = Pattern.compile("([0-9]{1,6})[x,]([0-9]{1,6})");
    private static final int SIZE_MAX = 10_000;

    @Override
    public Spec spec() {
        return new Spec("refresh-client", "refresh", "[-cDlLRSU] [-A pane:state] [-B name:what:format] [-C XxY] "
                + "[-f flags] [-F flags] [-r pane:report] [-t target-client] [adjustment]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var client = call.client(mux, 't');
        if (call.has('c') || call.has('L') || call.has('R') || call.has('U') || call.has('D')) {
            int by = call.word(0).isEmpty()
                    ? 1
                    : Numbers.within(call.words().getFirst(), 1, Integer.MAX_VALUE, "adjustment ");
            int columns = call.has('L') ? -by : call.has('R') ? by : 0;
            int rows = columns != 0 ? 0 : call.has('U') ? -by : call.has('D') ? by : 0;
            return Decision.of(new Effect.Pan(client.id(), columns, rows, call.has('c')));
        }
        var flags = call.value('f').or(() -> call.value('F'));
        if (flags.isPresent()) {
            return Decision.of(new Effect.SetFlags(client.id(), Arrays.stream(flags.get().split(","))
                    .filter(flag -> !flag.equals("!" + Attaching.READ_ONLY)).toList()));
        }
        if (call.has('l')) {
            return Decision.of(new Effect.AskClipboard(client.id()));
        }
        if (call.has('A') || call.has('B') || call.has('C') || call.has('r')) {
            return control(call, mux, client);
        }
        return Decision.of(new Effect.Refresh(client.id()));
    }

    private static Decision control(Call call, Mux mux, ClientView client) throws CommandException {
        if (!client.controlMode()) {
            throw new CommandException("not a control client");
        }
        var wishes = new ArrayList<Effect>();
        for (String text : call.values('A')) {
            int colon = text.indexOf(':');
            var pane = colon < 0 ? Optional.<PaneId>empty() : pane(mux, text.substring(0, colon));
            pane.ifPresent(id -> wishes.add(new Effect.Control(client.id(),
                    new Effect.Wish.Output(id, text.substring(colon + 1)))));
        }
        for (String text : call.values('B')) {
            wishes.add(new Effect.Control(client.id(), new Effect.Wish.Subscription(text)));
        }
        if (call.has('C')) {
            sized(mux, call.value('C').orElseThrow())
                    .ifPresent(wish -> wishes.add(new Effect.Control(client.id(), wish)));
        }
        for (String text : call.values('r')) {
            int colon = text.indexOf(':');
            var pane = colon < 0 ? Optional.<PaneId>empty() : pane(mux, text.substring(0, colon));
            pane.ifPresent(id -> wishes.add(new Effect.Control(client.id(), new Effect.Wish.Reported(id,
                    text.substring(colon + 1).getBytes(StandardCharsets.UTF_8)))));
        }
        return Decision.of(wishes.toArray(Effect[]::new));
    }

    private static Optional<PaneId> pane(Mux mux, String id) {
        return mux.panes().stream().map(Pane::id).filter(known -> known.toString().equals(id)).findFirst();
    }

    /** {@code WxH}, for one window {@code @N:WxH}, or {@code @N:} for that window no more. */
    private static Optional<Effect.Wish> sized(Mux mux, String text) throws CommandException {
        int colon = text.indexOf(':');
        if (!text.startsWith("@") || colon < 0) {
            return Optional.of(new Effect.Wish.Sized(Optional.empty(), Optional.of(size(text))));
        }
        String words = text.substring(colon + 1);
        var size = words.isEmpty() ? Optional.<Size>empty() : Optional.of(size(words));
        return mux.windows().stream().map(Window::id)
                .filter(id -> id.toString().equals(text.substring(0, colon))).findFirst()
                .map(window -> new Effect.Wish.Sized(Optional.of(window), size));
    }

    private static Size size(String text) throws CommandException {
        var matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            throw new CommandException("bad size argument");
        }
        int columns = Integer.parseInt(matcher.group(1));
        int rows = Integer.parseInt(matcher.group(2));
        if (columns < 1 || rows < 1 || columns > SIZE_MAX || rows > SIZE_MAX) {
            throw new CommandException("size too small or too big");
        }
        return new Size(columns, rows);
    }
}
