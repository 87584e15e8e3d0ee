package io.ccmux.server.mode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Scene;
import io.ccmux.server.format.BufferVariables;
import io.ccmux.server.format.DefaultFormats;
import io.ccmux.server.format.Subject;
import io.ccmux.server.mux.Buffers;

/** The paste buffers, to choose from. */
record ChooseBuffers(Effect.Mode.BufferList asked) implements ChooseSource {
    private static final int PREVIEW_BYTES_MAX = 16 * 1024;
    private static final Map<String, Deed> DEEDS = Map.of(
            "p", new Deed("paste-buffer -p -b '%%'", false, "", true),
            "P", new Deed("paste-buffer -p -b '%%'", true, "", true),
            "d", new Deed("delete-buffer -b '%%'", false, "", false),
            "D", new Deed("delete-buffer -b '%%'", true, "", false));

    @Override
    public int depth() {
        return 0;
    }

    @Override
    public List<String> orders() {
        return List.of("time", "name", "size");
    }

    @Override
    public Map<String, Deed> deeds() {
        return DEEDS;
    }

    @Override
    public Optional<Effect> keyed(String key, ChooseItem item, Scene scene) {
        return key.equals("e")
                ? scene.pane().flatMap(pane -> BufferEditing.of(item.target(), asked.listing().client(), pane, scene))
                : Optional.empty();
    }

    @Override
    public String first(Scene scene) {
        return "";
    }

    @Override
    public List<ChooseItem> items(Wanted wanted, Scene scene) {
        var buffers = new ArrayList<>(scene.world().mux().buffers().all());
        switch (wanted.order()) {
            case "name" -> buffers.sort(Comparator.comparing(Buffers.Buffer::name));
            case "size" -> buffers.sort(Comparator.<Buffers.Buffer>comparingInt(buffer -> buffer.bytes().length)
                    .reversed());
            default -> {
                // the newest is the first
            }
        }
        var items = new ArrayList<ChooseItem>();
        for (var buffer : wanted.reverse() ? buffers.reversed() : buffers) {
            var subject = Subject.of(scene.world()).with(BufferVariables.of(buffer));
            if (wanted.passes(subject)) {
                items.add(new ChooseItem(buffer.name(), "", 0, buffer.name(), ChooseSource.expand(asked.listing()
                        .format(), DefaultFormats.CHOOSE_BUFFER, subject),
                        "delete-buffer -b '" + buffer.name() + "'"));
            }
        }
        return items;
    }

    @Override
    public ChoosePreview preview(ChooseItem item, Scene scene) {
        return new ChoosePreview.Text(scene.world().mux().buffers().named(item.target()).map(buffer -> new String(
                buffer.bytes(), 0, Math.min(buffer.bytes().length, PREVIEW_BYTES_MAX), StandardCharsets.UTF_8)
                .lines().toList()).orElse(List.of()));
    }
}
