/** The session thread: what it is told, what it decides, and in which order things become true. */
package io.ccmux.server.loop;
