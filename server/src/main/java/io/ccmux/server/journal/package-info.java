/**
 * How each event looks on disk: one table, {@link io.ccmux.server.journal.EventTypes}. An event without a row cannot be
 * journaled; a test compares the table with the sealed families.
 */
package io.ccmux.server.journal;
