/**
 * The session model: sessions hold windows, windows hold panes, a pane holds a terminal and the recipe of its program.
 *
 * <pre>
 *   Mux ── Session ──(index)── Window ── Layout ── Pane ── Terminal
 *    │        $1                 @1                 %1
 *    └─ options at every level, key tables, paste buffers, environment; what the next server has to know
 * </pre>
 *
 * <p>All of it changes by {@link io.ccmux.server.mux.Mux#apply} and nothing else; an
 * {@link io.ccmux.server.mux.Event} carries all that applying it needs, so no clock, no chance and no file is read
 * here. What must be done in the outside world when something changes (a process to kill, a size to tell) comes back as
 * {@link io.ccmux.server.mux.Notice}s, which replay drops.
 *
 * <p>What holds: every window is held by at least one session, every pane is in its window's layout, ids are never used
 * twice, and {@link io.ccmux.server.mux.Mux#events()} makes the same state again.
 *
 * <p>To add an event: a record in its family, a case in {@code apply}, a place in {@code events()}, a row in
 * {@code EventTypes}. The property test {@code MuxEventsTest} finds what was forgotten.
 */
package io.ccmux.server.mux;
