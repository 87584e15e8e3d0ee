package io.ccmux.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import io.ccmux.config.ConfigFile;
import io.ccmux.protocol.LaunchEnvironment;
import io.ccmux.server.input.Key;
import io.ccmux.server.mux.LayoutString;
import io.ccmux.server.journal.RecordExtensions;
import io.ccmux.server.tool.ToolException;
import io.ccmux.server.tool.ToolTable;
import io.ccmux.server.tool.Workplace;

/**
 * The process of a tool: {@code ToolMain --socket PATH --state DIRECTORY (--config FILE | --file FILE ...) -- WORDS}.
 */
public final class ToolMain {
    private static final int BUFFER_BYTES = 64 << 10;

    private ToolMain() {}

    public static void main(String... line) {
        int status;
        try (var out = new PrintStream(new java.io.BufferedOutputStream(new FileOutputStream(FileDescriptor.out),
                BUFFER_BYTES), false, StandardCharsets.UTF_8)) {
            status = run(out, line);
        }
        Runtime.getRuntime().halt(status);
    }

    private static int run(PrintStream out, String... line) {
        try {
            int end = Arrays.asList(line).indexOf("--");
            var arguments = ServerArguments.parse(Arrays.copyOf(line, end));
            List<Path> configurations = arguments.config().map(List::of).orElse(arguments.files());
            var place = new Workplace(arguments.socket(), arguments.state(), configurations,
                    LaunchEnvironment.ofThisProcess(),
                    file -> ConfigFile.read(file, Key::canonical, LayoutString::isWellFormed),
                    () -> new LoadedState(false, RecordExtensions.installed()), out);
            return ToolTable.run(place, List.of(line).subList(end + 1, line.length));
        } catch (ToolException | IOException wrong) {
            out.flush();
            System.err.println(wrong.getMessage());
            return 1;
        }
    }
}
