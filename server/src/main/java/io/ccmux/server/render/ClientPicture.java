package io.ccmux.server.render;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.ccmux.server.format.ClientView;
import io.ccmux.server.mux.PaneId;

/**
 * What one client's screen is made of, besides the session it is attached to.
 *
 * @param message  the line that stands over the status line for a while
 * @param prompt   the question that stands there
 * @param views    what panes show instead of their terminals
 * @param overlays what is painted over all of it, in order
 * @param panned   which cell of a window larger than the client is at the top left, if the user chose one
 */
public record ClientPicture(ClientView client, Optional<String> message, Optional<PromptLine> prompt,
        Function<PaneId, Optional<PaneView>> views, List<Overlay> overlays, Optional<Viewport.Spot> panned) {}
