/**
 * The tools: programs of one run that look at a state directory, copy it or put it back, with or without a server.
 *
 * <pre>
 *  bin/ccmux --&gt; client: its first word is a tool's --&gt; bin/ccmux-tool --&gt; ToolMain --&gt; {@link ToolTable}
 * </pre>
 *
 * <p>A tool is a class of its own and a row in {@link io.ccmux.server.tool.ToolTable}, and gets a
 * {@link io.ccmux.server.tool.Workplace}. What holds: none of them changes a state directory, except {@code restore};
 * each takes {@code --json}; the exit status is 0 if all is well, 1 if what was looked at is not or the user made a
 * mistake, which is then said in one line on standard error. What comes from programs is printed without control
 * characters.
 *
 * <p>The commands {@code checkpoint now}, {@code config reload} and {@code forget} are none of these: the server does
 * them.
 */
package io.ccmux.server.tool;
