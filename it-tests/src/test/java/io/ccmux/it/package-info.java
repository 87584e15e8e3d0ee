/**
 * The packaged product, driven from outside: {@code bin/ccmux} of the distribution in a directory of its own, real
 * terminals, real signals, a real disk.
 *
 * <p>{@link io.ccmux.it.Ccmux} is one such installation: it runs commands and knows the server's process.
 * {@link io.ccmux.it.AttachedClient} is a user at a terminal: what the client prints goes into a terminal emulator,
 * keys go the other way. Both wait for states, never for time to pass, and end everything that they started.
 *
 * <p>Tests whose name ends in {@code IT} need the distribution and run after it is packaged.
 * {@link io.ccmux.it.KillCycles} is a program of its own.
 */
package io.ccmux.it;
