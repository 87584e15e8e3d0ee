/**
 * Programs on pseudo-terminals: started, written to, read from, resized and reaped.
 *
 * <pre>
 *   spawn --(thread ccmux-spawn: fork, exec)--> started | failed
 *   master readable --(epoll, loop's thread)--> ready() -> the loop calls read(bytes) -> output ... output
 *   process ends --(its reaper thread: waitpid)--> drained to the end --> exited
 * </pre>
 *
 * <p>{@link io.ccmux.server.pty.PtySystem} and {@link io.ccmux.server.pty.Pty} are ports: another system may keep its
 * programs in a process of their own. What holds for every system: all events come on the loop's thread; every {@code
 * spawn} is answered by {@code started} or {@code failed}; after {@code started} comes exactly one {@code exited}, and
 * no output after it; nothing a program printed before it ended is lost. Reading is edge-triggered: a master that has
 * something stays on a list until it was read to the end, and a pane that is not read fills up and its program waits.
 *
 * <p>A program starts as it would from a login: it has no descriptor but its terminal, blocks and ignores no signal,
 * however the server was started, and has just the environment that it is given.
 *
 * <p>pty4j opens the masters, forks and waits; its streams are never used, because they can lose a process's last
 * output, and its process objects are not either, because their reapers write into descriptors that may be somebody
 * else's by then (pty4j issue 181), and do not tell an exit status of 143 from a SIGTERM.
 */
package io.ccmux.server.pty;
