package io.ccmux.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What shows one flag of a command, as {@link FlagsIT} reads it.
 *
 * @param kind     the character after the flag: {@code :}, {@code =}, {@code !} or {@code ?}
 * @param expected what ccmux answers, if tmux 3.3a has no such flag
 */
record FlagCase(String command, String flag, char kind, String line, String expected) {
    private static final Path LIST = Path.of("src/test/resources/io/ccmux/it/flags.txt");
    private static final Pattern CASE = Pattern.compile("-(.)([:=!?]) (.*)");
    private static final Pattern VARYING = Pattern.compile("«([^»¦]*)(?:¦([^»]*))?»");

    String name() {
        return command + " -" + flag;
    }

    String with() {
        return VARYING.matcher(line).replaceAll("$1");
    }

    String without() {
        return VARYING.matcher(line).replaceAll(match -> match.group(2) == null ? "" : "$2");
    }

    static List<FlagCase> all() throws IOException {
        Map<String, String> names = new LinkedHashMap<>();
        var cases = new ArrayList<FlagCase>();
        String command = "";
        var lines = Files.readAllLines(LIST);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            var found = CASE.matcher(line);
            if (line.startsWith("& ")) {
                String[] parts = line.substring(2).split(" ", 2);
                names.put("&" + parts[0], parts[1]);
            } else if (line.startsWith("== ")) {
                command = line.substring(3);
            } else if (found.matches()) {
                char kind = found.group(2).charAt(0);
                String text = found.group(3);
                for (var name : names.entrySet()) {
                    text = kind == '?' ? text : text.replace(name.getKey(), name.getValue());
                }
                cases.add(new FlagCase(command, found.group(1), kind, text, kind == '=' ? lines.get(++i).strip() : ""));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                throw new IllegalArgumentException(line);
            }
        }
        return cases;
    }
}
