/** A pipe with a terminal on its end. */
package io.ccmux.client;
