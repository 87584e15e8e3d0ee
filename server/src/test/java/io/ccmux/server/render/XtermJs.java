package io.ccmux.server.render;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A terminal of somebody else's making: xterm.js without a window, in a process of node.
 *
 * <p>It is there if the variable {@link #MODULES} names a folder {@code node_modules} with {@code @xterm/headless},
 * {@code @xterm/addon-unicode11} and {@code @xterm/addon-unicode-graphemes}.
 */
final class XtermJs implements AutoCloseable {
    static final String MODULES = "CCMUX_XTERM_MODULES";
    /** Which characters are wide, as xterm.js knows it: by Unicode 6, by Unicode 11, or by grapheme clusters. */
    static final String[] WIDTHS = {"6", "11", "15-graphemes"};

    private final Process node;
    private final Writer requests;
    private final BufferedReader answers;

    private XtermJs(Process node) {
        this.node = node;
        requests = node.outputWriter(UTF_8);
        answers = new BufferedReader(new InputStreamReader(node.getInputStream(), UTF_8));
    }

    /** Where its modules are, if they are anywhere and there is a node to run them. */
    static Optional<Path> modules() {
        boolean node = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "node")));
        return Optional.ofNullable(System.getenv(MODULES)).filter(named -> node).map(Path::of)
                .filter(folder -> Files.isDirectory(folder.resolve("@xterm/headless")));
    }

    static XtermJs start(Path modules, String widths, int columns, int rows) throws IOException {
        Path script = Path.of("src/test/resources/io/ccmux/server/render/xterm.js").toAbsolutePath();
        return new XtermJs(new ProcessBuilder("node", script.toString(), modules.toString(), widths, "" + columns,
                "" + rows).redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /** Feeds it; returns for each row its cells: {@code ""} for the right half of a wide one. */
    String[][] show(byte[] bytes) throws IOException {
        requests.write(Base64.getEncoder().encodeToString(bytes) + "\n");
        requests.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("node has ended");
        }
        String[] rows = answer.split("\u001e", -1);
        String[][] cells = new String[rows.length][];
        for (int y = 0; y < rows.length; y++) {
            cells[y] = rows[y].split("\u001f", -1);
        }
        return cells;
    }

    @Override
    public void close() {
        node.destroy();
    }
}
