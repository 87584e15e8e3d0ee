/** The language of formats: text with values of the session model in it. */
package io.ccmux.server.format;
