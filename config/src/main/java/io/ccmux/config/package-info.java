/** Options, their table, and the file they are read from. */
package io.ccmux.config;
