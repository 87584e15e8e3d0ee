package io.ccmux.server.mode;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.config.Words;
import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.command.Scene;
import io.ccmux.server.mux.Buffers;
import io.ccmux.server.mux.ClientId;
import io.ccmux.server.mux.Launch;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.PaneId;
import io.ccmux.server.mux.Size;

/**
 * A paste buffer in an editor, in a popup.
 *
 * <pre>
 *   buffer --> file beside the socket --> editor --> file --> buffer of the same name;  the file is removed
 * </pre>
 *
 * <p>A buffer that did not end with a newline gets none from editors that add one.
 *
 * @param client whose screen the popup is over
 * @param pane   the one that the list of buffers is in
 */
record BufferEditing(Buffers.Buffer buffer, ClientId client, PaneId pane, Scene scene) {
    private static final int BYTES_MAX = 16 * 1024 * 1024;
    /** Tenths of the client's columns and rows that the popup takes. */
    private static final int TENTHS = 9;

    Effect begin() {
        return new Effect.Background(new Effect.WriteFile(file(), buffer.bytes(), false),
                (outcome, mux) -> outcome instanceof Outcome.Failed(var reason)
                        ? Decision.of(new Effect.Complain(reason + ": " + file()))
                        : Decision.NOTHING.await(popup(mux), (ended, then) -> edited()));
    }

    /** In the directory of the socket, which is the user's alone. */
    private String file() {
        return scene.server().socket() + ".edit" + client.number();
    }

    private Effect.Lasting popup(Mux mux) {
        var options = mux.serverOptions();
        String command = options.string("editor") + " " + Words.quote(file());
        var window = mux.find(pane).map(shown -> mux.window(shown.window()).options()).orElseGet(mux::windowOptions);
        var size = scene.client(client).map(view -> view.size()).orElse(new Size(80, 24));
        return new Effect.ShowPopup(client, pane, new Effect.Popup("",
                new Effect.BoxLook(window.string("popup-border-lines"), window.string("popup-style"),
                        window.string("popup-border-style")),
                new Effect.BoxPlace("C", "C", Math.max(1, size.columns() * TENTHS / 10), Math.max(1, size.rows()
                        * TENTHS / 10)),
                Effect.Closing.ON_EXIT),
                new Launch(List.of("/bin/sh", "-c", command), command, scene.directory(), Map.of()));
    }

    private Decision edited() {
        return Decision.NOTHING.await(new Effect.ReadFile(file(), BYTES_MAX), (outcome, mux) -> {
            var removed = new Effect.Background(new Effect.Shell("rm -f " + Words.quote(file()), "/"),
                    (status, then) -> Decision.NOTHING);
            if (!(outcome instanceof Outcome.Read(var bytes)) || mux.buffers().named(buffer.name()).isEmpty()) {
                return Decision.of(removed);
            }
            return Decision.of(Buffers.filling(buffer.name(), ended(bytes), buffer.automatic(),
                    buffer.createdMicros())).and(removed);
        });
    }

    private byte[] ended(byte[] bytes) {
        boolean added = bytes.length > 0 && bytes[bytes.length - 1] == '\n'
                && (buffer.bytes().length == 0 || buffer.bytes()[buffer.bytes().length - 1] != '\n');
        return added ? Arrays.copyOf(bytes, bytes.length - 1) : bytes;
    }

    /** Of the buffer of a name, if there is one. */
    static Optional<Effect> of(String name, ClientId client, PaneId pane, Scene scene) {
        return scene.world().mux().buffers().named(name)
                .map(buffer -> new BufferEditing(buffer, client, pane, scene).begin());
    }
}
