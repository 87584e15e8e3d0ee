package io.ccmux.server.command;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

import io.ccmux.server.mux.BufferEvent;
import io.ccmux.server.mux.Mux;

/** Types a paste buffer into a pane, bracketed if asked for and if the program wants that. */
final class PasteBuffer implements Command {
    private static final byte[] PASTE_START = "\u001b[200~".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PASTE_END = "\u001b[201~".getBytes(StandardCharsets.US_ASCII);

    @Override
    public Spec spec() {
        return new Spec("paste-buffer", "pasteb", "[-dprS] [-s separator] [-b buffer-name] [-t target-pane]");
    }

    @Override
    public Decision decide(Call call, Mux mux) throws CommandException {
        var pane = call.pane(mux, 't');
        if (pane.dead()) {
            throw new CommandException("target pane has exited");
        }
        var buffer = BufferFills.find(call, mux, "no buffer ");
        if (buffer.isEmpty()) {
            return Decision.NOTHING;
        }
        var decision = Decision.NOTHING;
        if (pane.inputEnabled()) {
            String separator = call.value('s').orElse(call.has('r') ? "\n" : "\r");
            boolean bracketed = call.has('p') && pane.terminal().modes().bracketedPaste();
            var text = new Paste(buffer.get().bytes(), separator, bracketed, !call.has('S')).text();
            decision = decision.and(new Effect.Write(pane.id(), text));
        }
        return call.has('d') ? decision.and(new BufferEvent.Removed(buffer.get().name())) : decision;
    }

    /** A buffer as it is typed. {@code harmless}: what could be taken for a control sequence is made visible. */
    private record Paste(byte[] bytes, String separator, boolean bracketed, boolean harmless) {
        byte[] text() {
            var out = new ByteArrayOutputStream(bytes.length + 16);
            if (bracketed) {
                out.writeBytes(PASTE_START);
            }
            byte[] between = separator.getBytes(StandardCharsets.UTF_8);
            for (byte one : bytes) {
                if (one == '\n') {
                    out.writeBytes(between);
                } else {
                    add(out, one);
                }
            }
            if (bracketed) {
                out.writeBytes(PASTE_END);
            }
            return out.toByteArray();
        }

        /** As vis(3) writes it with VIS_SAFE and VIS_NOSLASH. */
        private void add(ByteArrayOutputStream out, byte one) {
            boolean control = one >= 0 && one < ' ' && "\t\r\b\u0007".indexOf(one) < 0 || one == 127;
            if (harmless && control) {
                out.write('^');
                out.write(one ^ 64);
            } else {
                out.write(one);
            }
        }
    }
}
