/** The language that clients and the server speak over the socket. */
package io.ccmux.protocol;
