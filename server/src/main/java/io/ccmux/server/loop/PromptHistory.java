package io.ccmux.server.loop;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.ccmux.server.command.Outcome;

/**
 * What users answered to prompts, kept in the file that the option {@code history-file} names, if it names one: a line
 * for each answer, the oldest first.
 *
 * <pre>
 *   command:split-window -h
 *   search:error
 * </pre>
 */
final class PromptHistory {
    private static final int FILE_BYTES_MAX = 1 << 20;

    private final Core core;
    /** The file whose lines are known. */
    private String read = "";

    PromptHistory(Core core) {
        this.core = core;
    }

    private String file() {
        String path = core.mux().serverOptions().string("history-file");
        return path.startsWith("~/") ? core.facts().environment().getOrDefault("HOME", "") + path.substring(1) : path;
    }

    /** Reads the file, if there is one that was not read. */
    void load() {
        load(() -> {});
    }

    private void load(Runnable then) {
        String file = file();
        if (file.isEmpty() || file.equals(read)) {
            then.run();
            return;
        }
        read = file;
        var later = core.log().answers();
        core.outside().readFile(core.jobs().begin(outcome -> {
            if (outcome instanceof Outcome.Read(byte[] bytes)) {
                add(new String(bytes, StandardCharsets.UTF_8), later);
            }
            then.run();
        }), file, FILE_BYTES_MAX);
    }

    /** The lines of the file, and after them what was answered before it was read. */
    private void add(String text, Map<String, List<String>> later) {
        for (String line : text.lines().toList()) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                core.log().answer(line.substring(0, colon), line.substring(colon + 1));
            }
        }
        later.forEach((kind, answers) -> answers.forEach(answer -> core.log().answer(kind, answer)));
    }

    void remember(String kind, String text) {
        core.log().answer(kind, text);
        load(this::save);
    }

    void forget(String kind) {
        core.log().forgetAnswers(kind);
        load(this::save);
    }

    private void save() {
        String file = file();
        if (file.isEmpty()) {
            return;
        }
        var lines = new ArrayList<String>();
        new TreeMap<>(core.log().answers()).forEach((kind, answers) -> answers.forEach(answer -> lines.add(kind + ":"
                + answer + "\n")));
        core.outside().writeFile(core.jobs().begin(outcome -> failed(file, outcome)), file,
                String.join("", lines).getBytes(StandardCharsets.UTF_8), false);
    }

    private void failed(String file, Outcome outcome) {
        if (outcome instanceof Outcome.Failed(String why)) {
            core.log().message(core.outside().micros(), why + ": " + file);
        }
    }
}
