/**
 * Rules about the code, checked on its classes and its sources: who may use whom, what the deciding part of the server
 * must never touch, how things are named, and how long they may get.
 *
 * <p>A rule is a test, its exceptions are short named lists in it. To draw a new arrow between packages, add it to the
 * table of {@link io.ccmux.it.architecture.ArchitectureTest}, and to the picture in {@code docs/architecture.md}.
 */
package io.ccmux.it.architecture;
