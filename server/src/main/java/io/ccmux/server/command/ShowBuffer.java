package io.ccmux.server.command;

import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.ccmux.server.mux.Mux;

/** Prints a paste buffer: as it is, or for a client that is attached, so that it can be read. */
final class ShowBuffer implements Command {
    private static final Map<Integer, String> ESCAPES = Map.of(0x07, "\\a", (int) '\b', "\\b", (int) '\t', "\\t", 0x0b,
            "\\v", (int) '\f', "\\f", (int) '\r', "\\r");

    @Override
    public Spec spec() {
        return new Spec("show-buffer", "showb", "[-b buffer-name]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var buffer = BufferFills.find(call, mux, "no buffer ").orElseThrow(() -> new CommandException("no buffers"));
        return call.scene().attached().isPresent()
                ? Decision.print(visible(new String(buffer.bytes(), StandardCharsets.UTF_8)))
                : Decision.of(new Effect.PrintBytes(buffer.bytes()));
    }

    /** Control characters but line ends as escapes, as vis(3) writes them in the style of C. */
    private static String visible(String text) {
        var out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\\') {
                out.append("\\\\");
            } else if (c == '\n' || c >= ' ' && c != 0x7f) {
                out.appendCodePoint(c);
            } else {
                out.append(ESCAPES.getOrDefault(c, "\\%03o".formatted(c)));
            }
        });
        return out.toString();
    }
}
