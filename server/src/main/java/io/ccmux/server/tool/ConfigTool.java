package io.ccmux.server.tool;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.ccmux.config.DefaultFile;
import io.ccmux.config.Json;

/** Prints a configuration with everything as it is by default, or says what is wrong with the one that is there. */
final class ConfigTool implements Tool {
    /** What is done. */
    enum Form {
        CHECK, DEFAULT
    }

    private final Form form;

    ConfigTool(Form form) {
        this.form = form;
    }

    @Override
    public int run(Workplace place, ToolWords words) throws ToolException {
        if (form == Form.DEFAULT) {
            place.out().print(words.json()
                    ? Json.line(Tables.map("text", DefaultFile.text())) + "\n"
                    : DefaultFile.text());
            return 0;
        }
        List<Path> files = words.words().isEmpty()
                ? place.configurations()
                : words.words().stream().map(Path::of).toList();
        var problems = new ArrayList<String>();
        for (Path file : files) {
            if (!Files.exists(file) && !words.words().isEmpty()) {
                throw new ToolException("no such file: " + file);
            }
            problems.addAll(place.settings().apply(file).problems());
        }
        if (words.json()) {
            place.print(Json.line(Tables.map("files", files.stream().map(Path::toString).toList(), "problems",
                    problems)));
        } else {
            problems.forEach(place::print);
            if (problems.isEmpty()) {
                files.forEach(file -> place.print(file + (Files.exists(file) ? ": all is well" : ": not there")));
            }
        }
        return problems.isEmpty() ? 0 : 1;
    }
}
