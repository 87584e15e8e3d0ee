/**
 * What can be set, and the words it is set with.
 *
 * <p>{@link io.ccmux.config.OptionTable} has one row per option: its scopes, kind, default and help. {@link
 * io.ccmux.config.Options} are the values set at one place (the server, a session, a window, a pane, or the globals of
 * one of those) with what they fall back to; they are immutable, and an option nobody set has the default of its row.
 * {@link io.ccmux.config.Words} reads command lines the way tmux does, and {@link io.ccmux.config.ConfigFile} reads
 * {@code ccmux.conf}.
 *
 * <p>Values are kept as text in canonical form ({@code on}, never {@code yes}); what checks them is the
 * {@link io.ccmux.config.OptionKind} of the row. To add an option, write a row in {@code ServerOptions},
 * {@code SessionOptions} or {@code WindowOptions}; the option page of the docs follows.
 */
package io.ccmux.config;
