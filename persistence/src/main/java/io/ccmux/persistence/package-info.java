/** The journal, its checkpoints and the way back. */
package io.ccmux.persistence;
