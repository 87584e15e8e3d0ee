/** The emulator inside a pane: bytes in, screen out. */
package io.ccmux.server.terminal;
