/**
 * The reference pages of {@code docs}, made from the tables of the code.
 *
 * <p>{@link io.ccmux.server.docs.ReferencePages} says what a page should be,
 * {@link io.ccmux.server.docs.GeneratedDocsTest} compares that with the file, and writes the file when it is run with
 * {@code -Dccmux.docs.write=true}.
 *
 * <p>To add a page: a method in {@code ReferencePages} and its row in {@code all()}.
 */
package io.ccmux.server.docs;
