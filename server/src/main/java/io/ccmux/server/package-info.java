/** The wiring of the server: the only place that names implementations. */
package io.ccmux.server;
