package io.ccmux.server.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OptionCommandsTest {
    private final Bench bench = new Bench();
    private final Transcript transcript = new Transcript(bench);

    @BeforeEach
    void startWithASession() {
        bench.must("new-session", "-d", "-s", "a");
    }

    @Test
    void saysWhatIsWrongAsTmuxDoes() throws CommandException {
        transcript.check("""
                $ set-option -g foo bar
                invalid option: foo
                [rc=1]
                $ set-option -g status maybe
                unknown value: maybe
                [rc=1]
                $ set-option -g history-limit x
                value is invalid: x
                [rc=1]
                $ set-option -g stat off
                ambiguous option: stat
                [rc=1]
                $ set-option -gq foo bar
                $ set-option -g status-left
                empty value
                [rc=1]
                $ set-option -g status-left[0] x
                not an array: status-left[0]
                [rc=1]
                $ set-option -t nope status off
                no such session: nope
                [rc=1]
                $ set-window-option -t nope mode-keys vi
                no such window: nope
                [rc=1]
                $ show-options -g nosuch
                invalid option: nosuch
                [rc=1]
                $ show-options -gq nosuch
                $ show-options @nosuch
                invalid option: @nosuch
                [rc=1]
                $ set-option -g prefix NoKey
                bad key: NoKey
                [rc=1]
                $ set-option -g display-panes-colour nocolour
                bad colour: nocolour
                [rc=1]
                """);
    }

    @Test
    void setsAndShows() throws CommandException {
        transcript.check("""
                $ show-options -g prefix
                prefix C-b
                $ show-options -gv prefix
                C-b
                $ set-option -g prefix ^a
                $ show-options -g prefix
                prefix C-a
                $ show-options -g status-left
                status-left "[#{session_name}] "
                $ show-options status-left
                $ show-options -A status-left
                status-left* "[#{session_name}] "
                $ set-option status-left x
                $ set-option -a status-left y
                $ show-options status-left
                status-left xy
                $ set-option -u status-left
                $ show-options status-left
                $ set-option -g @plugin 'some thing'
                $ show-options -g @plugin
                @plugin "some thing"
                $ set-option -ga @plugin s
                $ show-options -gqv @plugin
                some things
                $ set-option -go @plugin other
                already set: @plugin
                [rc=1]
                $ set-option -gu @plugin
                $ show-options -g @plugin
                invalid option: @plugin
                [rc=1]
                """);
    }

    @Test
    void togglesFlags() throws CommandException {
        transcript.check("""
                $ set-option -g mouse
                $ show-options -gv mouse
                on
                $ set-option -g mouse
                $ show-options -gv mouse
                off
                $ set-window-option synchronize-panes
                $ show-window-options
                synchronize-panes on
                """);
    }

    @Test
    void keepsArraysByIndex() throws CommandException {
        transcript.check("""
                $ show-options -s command-alias[1]
                command-alias[1] splitp=split-window
                $ set-option -s command-alias[9] zz=kill-server
                $ show-options -sv command-alias[9]
                zz=kill-server
                $ set-option -su command-alias[9]
                $ show-options -sv command-alias[9]

                $ set-option -g update-environment "A B"
                $ show-options -g update-environment
                update-environment[0] A
                update-environment[1] B
                $ set-option -ga update-environment C
                $ show-options -gv update-environment
                A
                B
                C
                $ set-option -gu update-environment[1]
                $ show-options -gv update-environment
                A
                C
                $ set-option -s user-keys ""
                $ show-options -s user-keys
                user-keys
                """);
    }

    @Test
    void setsOptionsWhereTheyBelong() throws CommandException {
        transcript.check("""
                $ set-option -p @x pane
                $ set-option -w @x window
                $ set-option @x session
                $ show-options -pv @x
                pane
                $ show-options -wv @x
                window
                $ show-options -v @x
                session
                $ set-option -p remain-on-exit on
                $ show-options -p
                @x pane
                remain-on-exit on
                $ set-option -U remain-on-exit
                $ show-options -p remain-on-exit
                """);
    }

    @Test
    void expandsNamesAndWithAFlagValues() throws CommandException {
        transcript.check("""
                $ set-option -F @name "#{session_name}!"
                $ show-options -v @name
                a!
                $ set-option @name "#{session_name}!"
                $ show-options -v @name
                #{session_name}!
                """);
    }

    @Test
    void keepsCommandsForHooks() throws CommandException {
        transcript.check("""
                $ set-hook -g after-new-window "display-message  'hello there'"
                $ show-hooks -g after-new-window
                after-new-window[0] display-message "hello there"
                $ set-hook -ga after-new-window { clear-history ; kill-server }
                $ show-hooks -g after-new-window
                after-new-window[0] display-message "hello there"
                after-new-window[1] clear-history ; kill-server
                $ set-hook -g after-new-window bogus
                unknown command: bogus
                [rc=1]
                $ set-hook -gu after-new-window
                $ show-hooks -g after-new-window
                after-new-window
                """);
    }

    @Test
    void runsAHookAtOnce() {
        bench.must("set-hook", "-g", "after-new-window", "set-option -g @ran yes");
        bench.must("set-hook", "-R", "after-new-window");
        assertEquals("yes\n", bench.must("show-options", "-gv", "@ran"));
    }

    @Test
    void readsValuesAsTmuxDoes() throws CommandException {
        transcript.check("""
                $ set-option -g status-keys ""
                unknown value:\s
                [rc=1]
                $ show-options -g history-limit[0]
                history-limit[0] 50000
                $ set-option -g status-style range=window
                invalid style: range=window
                [rc=1]
                $ set-option -g status-style range=pane|%1
                $ set-option -g @x { display-message a }
                $ show-options -gv @x
                display-message a
                """);
    }
}
