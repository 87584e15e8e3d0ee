/**
 * tmux's format language: text with holes in it, and what fills them.
 *
 * <p>A {@link io.ccmux.server.format.Format} is text parsed once into a tree: plain text, {@code #{…}} replacements and
 * {@code #(…)} jobs. It is expanded against a {@link io.ccmux.server.format.FormatContext}, which knows what names mean
 * (variables, options, the environment), which objects the loops walk over, and what time it is; nothing here reads a
 * clock. {@link io.ccmux.server.format.Formats} keeps the trees of the texts in use, because a status line expands the
 * same thirty texts again and again and many of them are reached only through another one ({@code #{E:status-left}}).
 *
 * <p>What holds: an expansion never fails and always ends. As in tmux, a syntax error ends the text where it stands, an
 * unknown name is empty, and nesting is bounded; unlike tmux, so are the number of expansions, the size of the result
 * and the steps of a regular expression.
 *
 * <p>To add a variable, add a row to the table of the object it belongs to. To add a modifier, add its letter
 * to {@code ModifierParser} and its meaning to {@code Replacement} and {@code Expansion}.
 */
package io.ccmux.server.format;
