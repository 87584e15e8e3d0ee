package io.ccmux.server.mux;

/**
 * A fact, the only thing that changes state. Every event is a record that carries all that applying it needs, so that
 * the same events make the same state on any day and on any machine.
 *
 * <p>To add one: write the record in its family, follow the compiler to {@code apply}, give it a row in
 * {@code EventTypes} and a place in {@link Mux#events()}.
 */
public sealed interface Event
        permits SessionEvent, WindowEvent, PaneEvent, OptionEvent, KeyEvent, BufferEvent, EnvironmentEvent,
        ServerEvent {}
