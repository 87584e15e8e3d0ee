package io.ccmux.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The command line taken apart as tmux does it: global flags up to the first word that is none, then the words of the
 * commands.
 *
 * @param flags those given that take no value
 * @param values of the flags {@code -L -S -T -c}
 * @param configurations the files given by {@code -f}, in order
 * @param words of the commands, untouched
 */
record Arguments(Set<Flag> flags, Map<Character, String> values, List<String> configurations, List<String> words) {

    /** A global flag without a value. */
    enum Flag {
        COLOURS_256, CONTROL, CONTROL_RAW, FOREGROUND, HELP, LOGIN, NO_START, STRICT_RECOVERY, UTF8, VERBOSE, VERSION
    }

    static final String USAGE = """
            usage: ccmux [-2CDhlNuVv] [-c shell-command] [-f file] [-L socket-name]
                         [-S socket-path] [-T features] [command [flags]]
            """;

    private static final String WITH_VALUE = "LSTcf";
    private static final Map<String, Flag> LONG = Map.of("--help", Flag.HELP, "--strict-recovery",
            Flag.STRICT_RECOVERY);

    static Arguments parse(String... line) throws UsageException {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        Map<Character, String> values = new HashMap<>();
        List<String> configurations = new ArrayList<>();
        int next = 0;
        while (next < line.length && line[next].length() > 1 && line[next].charAt(0) == '-') {
            String word = line[next++];
            if (word.equals("--")) {
                break;
            }
            if (LONG.containsKey(word)) {
                flags.add(LONG.get(word));
                continue;
            }
            for (int i = 1; i < word.length(); i++) {
                char letter = word.charAt(i);
                if (WITH_VALUE.indexOf(letter) < 0) {
                    add(flags, letter);
                    continue;
                }
                String value = word.substring(i + 1);
                if (value.isEmpty()) {
                    if (next == line.length) {
                        throw new UsageException("ccmux: option requires an argument -- " + letter);
                    }
                    value = line[next++];
                }
                if (letter == 'f') {
                    configurations.add(value);
                } else {
                    values.put(letter, value);
                }
                break;
            }
        }
        return new Arguments(flags, values, configurations, List.of(line).subList(next, line.length));
    }

    boolean has(Flag flag) {
        return flags.contains(flag);
    }

    Optional<String> value(char letter) {
        return Optional.ofNullable(values.get(letter));
    }

    private static void add(Set<Flag> flags, char letter) throws UsageException {
        switch (letter) {
            case '2' -> flags.add(Flag.COLOURS_256);
            case 'C' -> flags.add(flags.contains(Flag.CONTROL) ? Flag.CONTROL_RAW : Flag.CONTROL);
            case 'D' -> flags.add(Flag.FOREGROUND);
            case 'h' -> flags.add(Flag.HELP);
            case 'l' -> flags.add(Flag.LOGIN);
            case 'N' -> flags.add(Flag.NO_START);
            case 'q' -> {
                // Was quiet once; tmux still takes it.
            }
            case 'u', 'U' -> flags.add(Flag.UTF8);
            case 'v' -> flags.add(Flag.VERBOSE);
            case 'V' -> flags.add(Flag.VERSION);
            default -> throw new UsageException("ccmux: unknown option -- " + letter);
        }
    }
}
