/**
 * The commands of the user, one file each, all in {@link io.ccmux.server.command.CommandTable}.
 *
 * <pre>
 *   words --> CommandTable --> Spec: flags and arguments --> Call --> decide(call, mux) --> Decision
 *                                                                        pure               events to remember,
 *                                                                                           effects to perform,
 *                                                                                           what to do after one
 * </pre>
 *
 * <p>Deciding changes nothing and reads nothing but the call and the state. A mistake of the user is a
 * {@link io.ccmux.server.command.CommandException} with the one line that the user reads, tmux's where tmux has one.
 *
 * <p>To add a command: write its file and its row in {@code CommandTable}.
 */
package io.ccmux.server.command;
