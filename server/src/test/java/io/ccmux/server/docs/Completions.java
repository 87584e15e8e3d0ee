package io.ccmux.server.docs;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ccmux.config.Option;
import io.ccmux.config.OptionTable;
import io.ccmux.server.command.CommandTable;
import io.ccmux.server.command.Spec;

/** What shells complete after {@code ccmux}: commands, their flags, options, layouts, and what the server has. */
final class Completions {
    private static final Pattern FLAGS = Pattern.compile("\\[-([A-Za-z0-9]+)");
    private static final String MADE = "# Made by GeneratedDocsTest; a change here does not last.\n";

    private Completions() {}

    private static String flags(Spec spec) {
        return FLAGS.matcher(spec.usage()).results().map((MatchResult found) -> found.group(1))
                .flatMap(letters -> letters.chars().mapToObj(letter -> "-" + (char) letter)).distinct().sorted()
                .collect(Collectors.joining(" "));
    }

    private static String commands() {
        return CommandTable.specs().stream().flatMap(spec -> Stream.of(spec.name(), spec.alias()))
                .filter(name -> !name.isEmpty()).sorted().collect(Collectors.joining(" "));
    }

    private static String options() {
        return OptionTable.rows().stream().map(Option::name).sorted().collect(Collectors.joining(" "));
    }

    private static String names(Spec spec, String between) {
        return spec.alias().isEmpty() ? spec.name() : spec.name() + between + spec.alias();
    }

    private static final String BASH = MADE
            + """
                    # Completion of ccmux for bash.
                    _ccmux() {
                        local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= \
                    i=1 flags=
                        while ((i < COMP_CWORD)); do
                            case ${COMP_WORDS[i]} in
                                -[LSTcf]) ((i += 2)) ;;
                                -*) ((i++)) ;;
                                *) command=${COMP_WORDS[i]} && break ;;
                            esac
                        done
                        if [[ -z $command ]]; then
                            case $before in
                                -f | -S) COMPREPLY=($(compgen -f -- "$word")) ;;
                                *) COMPREPLY=($(compgen -W "COMMANDS -2 -C -D -L -N -S -T -V -c -f -h -l -u \
                    -v --help" -- "$word")) ;;
                            esac
                            return
                        fi
                        case $command in
                    CASES    esac
                        case $before in
                            -t | -s) COMPREPLY=($(compgen -W "$(ccmux list-sessions -F '#{session_name}' 2> \
                    /dev/null)" -- "$word")) ;;
                            -b) COMPREPLY=($(compgen -W "$(ccmux list-buffers -F '#{buffer_name}' 2> \
                    /dev/null)" -- "$word")) ;;
                            -T) COMPREPLY=($(compgen -W "copy-mode copy-mode-vi prefix root" -- "$word")) ;;
                            *)
                                case $word in -*) COMPREPLY=($(compgen -W "$flags" -- "$word")) && return ;; esac
                                case $command in
                                    set | set-option | setw | set-window-option | show | show-options | \
                    showw | show-window-options | set-hook | show-hooks)
                                        COMPREPLY=($(compgen -W "OPTIONS" -- "$word")) ;;
                                    select-layout | selectl) COMPREPLY=($(compgen -W "LAYOUTS" -- "$word")) ;;
                                    source | source-file | load-buffer | loadb | save-buffer | saveb | layout)
                                        COMPREPLY=($(compgen -f -W "save load" -- "$word")) ;;
                                esac ;;
                        esac
                    }
                    complete -F _ccmux ccmux
                    """;

    static String bash() {
        var cases = CommandTable.specs().stream().filter(spec -> !flags(spec).isEmpty())
                .map(spec -> "        " + names(spec, " | ") + ") flags='" + flags(spec) + "' ;;\n")
                .collect(Collectors.joining());
        return BASH
                .replace("COMMANDS", commands()).replace("CASES", cases).replace("OPTIONS", options())
                .replace("LAYOUTS", String.join(" ", LAYOUTS));
    }

    private static final List<String> LAYOUTS = List.of("even-horizontal", "even-vertical", "main-horizontal",
            "main-horizontal-mirrored", "main-vertical", "main-vertical-mirrored", "tiled");

    private static final String ZSH = "#compdef ccmux\n" + MADE
            + """
                    # Completion of ccmux for zsh.
                    _ccmux() {
                        local command i=2 flags=()
                        while (( i < CURRENT )); do
                            case ${words[i]} in
                                -[LSTcf]) (( i += 2 )) ;;
                                -*) (( i++ )) ;;
                                *) command=${words[i]}; break ;;
                            esac
                        done
                        if [[ -z $command ]]; then
                            case ${words[CURRENT-1]} in
                                -f|-S) _files ;;
                                *) compadd -- COMMANDS -2 -C -D -L -N -S -T -V -c -f -h -l -u -v --help ;;
                            esac
                            return
                        fi
                        case $command in
                    CASES    esac
                        case ${words[CURRENT-1]} in
                            -t|-s) compadd -- ${(f)"$(ccmux list-sessions -F '#{session_name}' 2> /dev/null)"} ;;
                            -b) compadd -- ${(f)"$(ccmux list-buffers -F '#{buffer_name}' 2> /dev/null)"} ;;
                            -T) compadd -- copy-mode copy-mode-vi prefix root ;;
                            *)
                                if [[ ${words[CURRENT]} == -* ]]; then compadd -- $flags; return; fi
                                case $command in
                                    set | set-option | setw | set-window-option | show | show-options | \
                    showw | show-window-options | set-hook | show-hooks)
                                        compadd -- OPTIONS ;;
                                    select-layout|selectl) compadd -- LAYOUTS ;;
                                    layout) compadd -- save load; _files ;;
                                    *) _files ;;
                                esac ;;
                        esac
                    }
                    _ccmux "$@"
                    """;

    static String zsh() {
        var cases = CommandTable.specs().stream().filter(spec -> !flags(spec).isEmpty())
                .map(spec -> "        " + names(spec, "|") + ") flags=(" + flags(spec) + ") ;;\n")
                .collect(Collectors.joining());
        return ZSH
                .replace("COMMANDS", commands()).replace("CASES", cases).replace("OPTIONS", options())
                .replace("LAYOUTS", String.join(" ", LAYOUTS));
    }

    static String fish() {
        var page = new StringBuilder(MADE)
                .append("""
                        # Completion of ccmux for fish.
                        set -l commands COMMANDS
                        complete -c ccmux -f
                        complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -a "$commands"
                        complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -s f -r -F -d 'read \
                        this configuration'
                        complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -s L -x -d 'talk to \
                        the server of this name'
                        complete -c ccmux -n "not __fish_seen_subcommand_from $commands" -s S -r -F -d 'talk to \
                        the server at this socket'
                        """
                        .replace("COMMANDS", commands()));
        for (Spec spec : CommandTable.specs()) {
            String seen = " -n '__fish_seen_subcommand_from " + names(spec, " ") + "'";
            for (String flag : flags(spec).split(" ")) {
                if (!flag.isEmpty()) {
                    String values = switch (flag) {
                        case "-t", "-s" -> " -x -a \"(ccmux list-sessions -F '#{session_name}' 2> /dev/null)\"";
                        default -> "";
                    };
                    page.append("complete -c ccmux").append(seen).append(" -o ").append(flag.substring(1))
                            .append(values).append('\n');
                }
            }
        }
        page.append(
                "complete -c ccmux -n '__fish_seen_subcommand_from set set-option setw show show-options showw' -a '")
                .append(options()).append("'\n");
        page.append("complete -c ccmux -n '__fish_seen_subcommand_from select-layout selectl' -a '")
                .append(String.join(" ", LAYOUTS)).append("'\n");
        return page.append("complete -c ccmux -n '__fish_seen_subcommand_from source source-file layout' -F\n")
                .toString();
    }
}
