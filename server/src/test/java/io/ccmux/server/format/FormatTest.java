package io.ccmux.server.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.ccmux.server.mux.SessionId;
import io.ccmux.server.mux.Size;

/** What formats become; results without another note are those of tmux itself. */
class FormatTest {
    private final TestWorld world = new TestWorld();
    private final Formats formats = new Formats();
    private final Subject subject = subject();

    private Subject subject() {
        SessionId session = world.session("work", new Size(80, 24), "sh", "vi", "top");
        Map.of("@a", "hello world", "@b", "/usr/local/bin/x", "@c", "<#{@a}>", "@d", "0", "@e", "", "@g", "1700000000",
                "@h", "a#[fg=red]b##c", "@i", "12", "@m", "%H-#{@i}", "@wide", "a界b").forEach(world::setOwn);
        return Subject.of(world, world.mux().session(session));
    }

    private String expand(String format) {
        return formats.expandTime(format, subject);
    }

    // @formatter:off
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
            "#S:#I.#P #W #F             → work:0.0 sh *",
            "#D #T #H #h                → %0 title0 vm.example.org vm",
            "#{?1,a,b}                  → b",
            "#{?#{l:1},a,b}             → a",
            "#{?@a,yes,no}#{?@d,yes,no} → yesno",
            "#{?@e,1,#{?@a,2,3}}        → 2",
            "x#{nope                    → x",
            "x#{==:a}y                  → x",
            "x#{nosuch}y                → xy",
            "#{==:#{@a},hello world}    → 1",
            "#{!=:a,b}#{<:a,b}#{>=:a,b} → 110",
            "#{&&:1,1}#{&&:1,0}         → 10",
            "#{=3:@a}                   → hel",
            "#{=/3/...:@a}              → hel...",
            "#{=-3:@a}                  → rld",
            "#{=/-3/...:@a}             → ...rld",
            "#{=2:@wide}.               → a.",
            "#{p12:@a}.                 → hello world .",
            "#{p-12:@a}.                → ` hello world.`",
            "#{s/o/0/:@a}               → hell0 w0rld",
            "#{s/(l)(o)/\\2\\1/:@a}     → helol world",
            "#{s/L/x/i:@a}              → hexxo worxd",
            "#{s/^h/J/:@a}              → Jello world",
            "#{m:*wor*,#{@a}}#{m:w*,#{@a}} → 10",
            "#{m/ri:^HEL+,#{@a}}        → 1",
            "#{b:@b} #{d:@b}            → x /usr/local/bin",
            "#{q:@a}                    → hello\\ world",
            "#{q/e:@h}                  → a##[fg=red]b####c",
            "#{n:@wide} #{n:@a}         → 5 11",
            "#{E:@c} #{@c}              → <hello world> <#{@a}>",
            "#{T:@m}                    → 13-12",
            "#{=2;p4:@a}.               → he  .",
            "#{a:65}#{a:7}              → A",
            "##{x} ###{l:z}             → #{x} #z",
            "##[fg=red] #[fg=red]       → ##[fg=red] #[fg=red]",
            "#,#}#Q                     → ,}#Q",
            "a#                         → a#",
            "%H:%M 100% %%              → 13:13 100% %",
            "#{t:@g}                    → Tue Nov 14 22:13:20 2023",
            "#{t/p:session_created}     → 13:13",
            "#{W:#I:#W }                → `0:sh 1:vi 2:top `",
            "#{W:#I ,[#I]}              → `[0]1 2 `",
            "#{e|+|:1,2} #{e|*|:3,-4}   → 3 -12",
            "#{e|/|:7,2} #{e|m|:7,3}    → 3 1",
            "#{e|/|f|3:10,3}            → 3.333",
            "#{e|+|f|-1:7,1}            → 8.000000",
            "#{e|+||2:1.5,2} #{e|+:0x10,1} → 3.00 17",
            "#{m:[[:alpha:]]*,abc}#{m:[![:digit:]]*,1} → 10",
            "#{e|/|:1,0}                → -9223372036854775808",
            "#{e|<|:1,2} #{e|==|f:1,1.0} → 1 1.00",
            "#{e|x|:1,2}#{e|+|:a,2}     → ``",
            "#{mouse} #{status}         → 0 on",
            "#{status-left}             → [#{session_name}]",
            "#(date)                    → <date>",
            "#(echo #S)                 → <echo work>",
            "#{session_name;x}          → ``",
    })
    void expandsAsTmuxDoes(String format, String expected) {
        assertEquals(expected, format.equals("#{status-left}") ? expand(format).strip() : expand(format));
    }

    /** What tmux has learned since the version that is at hand. */
    @ParameterizedTest
    @CsvSource(delimiter = '→', quoteCharacter = '`', value = {
            "#{?@d,a,@e,b,@a,c,d}       → c",
            "#{?@d,a,@e,b,c}            → c",
            "#{?@d,a,@e,b}              → ``",
            "#{&&:1,1,1}#{||:0,0,1}     → 11",
            "#{!:0}#{!!:abc}            → 11",
            "#{R:ab,3}                  → ababab",
            "#{l:a#,b#}}                → a,b}",
            "#{N/w:vi}#{N/w:emacs}      → 10",
            "#{N/s:work}                → 1",
            "#{c:red} #{c:#ff8000}      → 800000 ff8000",
            "#{W:#I#{?loop_last_flag,.,;}} → 0;1;2.",
            "#{W/r:#I}                  → 210",
            "#{S:#S ,<#S>}              → <work>",
            "#{w:@wide}                 → 4",
    })
    void expandsWhatNewerVersionsKnow(String format, String expected) {
        assertEquals(expected, expand(format));
    }
    // @formatter:on

    @Test
    void endsAFormatThatNamesItself() {
        world.setOwn("@loop", "#{E:@loop}x#{E:@loop}");
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertTrue(expand("#{E:@loop}").length() < 1 << 22));
    }

    @Test
    void endsARegularExpressionThatBacktracksWithoutEnd() {
        world.setOwn("@long", "a".repeat(200) + "b");
        assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> assertEquals("0", expand("#{m/r:^(a+)+$,#{@long}}")));
    }

    @Test
    void listsSessionsWindowsAndPanes() {
        assertEquals("work: 3 windows (created Fri Nov 20 13:13:01 2026)", expand(DefaultFormats.LIST_SESSIONS));
        assertEquals("0: sh* (1 panes) [80x24] [layout b25d,80x24,0,0,0] @0 (active)",
                expand(DefaultFormats.LIST_WINDOWS));
        assertEquals("work:0: sh* (1 panes) [80x24] ", expand(DefaultFormats.LIST_ALL_WINDOWS));
        assertEquals("[work] 0:sh, current pane 0 - (13:13 20-Nov-26)", expand(DefaultFormats.DISPLAY_MESSAGE));
        assertEquals("work:0.0", expand(DefaultFormats.NEW_WINDOW));
    }

    @Test
    void listsClients() {
        ClientView client = world.client(new SessionId(0), new Size(200, 50));
        assertEquals("/dev/pts/3: work [200x50 xterm-256color] (attached,focused,UTF-8)",
                formats.expand(DefaultFormats.LIST_CLIENTS, Subject.of(world, client)));
        assertEquals("1", formats.expand("#{session_attached}", Subject.of(world, client)));
    }

    @Test
    void knowsTheVariablesOfTmux() {
        assertTrue(Variables.names().size() >= 150, () -> "only " + Variables.names().size());
    }
}
