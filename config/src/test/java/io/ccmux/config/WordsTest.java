package io.ccmux.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

class WordsTest {
    private static final Surroundings SURROUNDINGS = new Surroundings(
            name -> Optional.ofNullable(Map.of("HOME", "/h", "A_1", "value").get(name)),
            user -> user.isEmpty() ? Optional.of("/h") : user.equals("joe") ? Optional.of("/j") : Optional.empty(),
            format -> format.equals("1") || format.equals("#{yes}"));

    private static Script script(String text) {
        try {
            return Words.parse(text, SURROUNDINGS);
        } catch (WordsException e) {
            throw new AssertionError(text, e);
        }
    }

    /** Commands by {@code |}, words by {@code ,}; blocks in braces. */
    private static String read(String text) {
        return show(script(text).commands());
    }

    private static String show(List<CommandLine> commands) {
        return commands.stream().map(command -> command.arguments().stream().map(argument -> switch (argument) {
            case Argument.Word(String word) -> word;
            case Argument.Block(var block) -> "{" + show(block) + "}";
        }).collect(Collectors.joining(","))).collect(Collectors.joining("|"));
    }

    private static String fails(String text) {
        WordsException e = assertThrows(WordsException.class, () -> Words.parse(text, SURROUNDINGS));
        return e.line() + ": " + e.getMessage();
    }

    @Test
    void cutsWordsAndCommands() {
        assertEquals("a,b|c", read("a  b\t; c"));
        assertEquals("a|b|c", read("a\nb # comment\n\n# comment\nc"));
        assertEquals("a,b|c", read("a \\\n b\r\nc"));
        assertEquals("a,;,b", read("a \\; b"));
        assertEquals("a,b;", read("a b\\;"));
        assertEquals("a,x#y,", read("a x#y ''"));
        assertEquals("a,%1,%%", read("a %1 %%"));
        assertEquals("bind,x{", read("bind x{"));
    }

    @Test
    void undoesQuotesAndEscapes() {
        assertEquals("a,b c,d e,fg", read("a 'b c' \"d e\" f''g"));
        assertEquals("a,\\n$HOME ~,\n/h \"", read("a '\\n$HOME ~' \"\\n$HOME \\\"\""));
        assertEquals("a,\u001b\t A,é,\uD83D\uDE00", read("a \\e\\t\\s\\101 \\u00e9 \\U0001f600"));
        assertEquals("a,/h/x,/j,b~,~", read("a ~/x ~joe b~ \\~"));
        assertEquals("a,value,valueb,,$,$1", read("a $A_1 ${A_1}b $NONE $ $1"));
        assertEquals("a,b\nc\n d", read("a 'b\n   c\n\\ d'").replace("\\", ""));
        assertEquals("a,b\nd", read("a \"b\n  # comment\nd\"").replace("\n\n", "\n"));
    }

    @Test
    void readsBlocks() {
        assertEquals("bind,x,{a|b,{c}},d", read("bind x { a ; b { c } } d"));
        assertEquals("if,{a|b},{}", read("if {\n a\n b\n} { }"));
        assertEquals("a,}", read("a \\}"));
    }

    @Test
    void followsConditions() {
        assertEquals("a|c", read("%if 1\na\n%else\nb\n%endif\nc"));
        assertEquals("b", read("%if 0\na\n%elif #{yes}\nb\n%elif 1\nc\n%else\nd\n%endif"));
        assertEquals("x,{b}", read("x {\n%if 0\na\n%else\nb\n%endif\n}"));
        assertEquals("d", read("%if 0\n%if 1\na\n%endif\n%else\nd\n%endif"));
        assertEquals("a", read("%if 1 a %else b %endif"));
    }

    @Test
    void setsVariablesForWhatFollows() {
        Script script = script("N=v\n%hidden H='w x'\n%if 0\nO=p\n%endif\na $N $H\nM=y b c=d");
        assertEquals("a,v,w x|b,c=d", show(script.commands()));
        assertEquals(List.of(new Script.Assignment("N", "v", false), new Script.Assignment("H", "w x", true),
                new Script.Assignment("M", "y", false)), script.assignments());
    }

    @Test
    void theEndEndsAQuotedWordToo() throws WordsException {
        assertEquals("a,b c", show(script("a 'b c").commands()));
    }

    @Test
    void tellsTheLineOfAMistake() {
        assertEquals("2: syntax error", fails("a\nb } c"));
        assertEquals("3: syntax error", fails("a\nb { c\n"));
        assertEquals("1: syntax error", fails("; a"));
        assertEquals("1: syntax error", fails("%endif"));
        assertEquals("1: invalid octal escape", fails("a \\9\\400"));
        assertEquals("1: invalid \\u argument", fails("a \\u12"));
        assertEquals("1: invalid environment variable", fails("a ${b"));
        assertEquals("1: too many braces", fails("a { ".repeat(100)));
    }

    @Test
    void cutsArgumentsOfAShell() {
        assertEquals("a,b|c|d;", show(Words.ofWords(List.of("a", "b;", "c", ";", "d\\;"))));
        assertEquals("a", show(Words.ofWords(List.of("a", ";", ";"))));
        assertEquals("", show(Words.ofWords(List.of())));
    }

    @Test
    void quotesAsTmuxLists() {
        assertEquals("''", Words.quote(""));
        assertEquals("\\\"", Words.quote("\""));
        assertEquals("\"M-{\"", Words.quote("M-{"));
        assertEquals("'a\"b'", Words.quote("a\"b"));
        assertEquals("\"a b \\\"c\\\" \\$d $1\"", Words.quote("a b \"c\" $d $1"));
        assertEquals("\\~x", Words.quote("~x"));
        assertEquals("a\\nb\\033", Words.quote("a\nb\u001b"));
        assertEquals("a \\; b { c ; d }", Words.print(script("a ; b { c ; d }").commands()));
    }

    @Test
    void readsBackWhateverItQuotes() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "ab ;{}#$'\"\\~%=\n\t\u001b-@é\u2014[](),:?_9";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder word = new StringBuilder();
            for (int i = random.nextInt(8); i >= 0; i--) {
                word.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            String line = "a " + Words.quote(word.toString());
            assertEquals(List.of("a", word.toString()),
                    script(line).commands().getFirst().arguments().stream().map(Argument::text).toList(),
                    () -> "seed " + seed + ": " + line);
        }
    }

    @Test
    void endsWhateverItIsGiven() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String alphabet = "ab ;{}#$'\"\\~%=\n";
        for (int round = 0; round < 20_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(30); i >= 0; i--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                Words.parse(text.toString(), SURROUNDINGS);
            } catch (WordsException e) {
                assertEquals(1, e.getMessage().lines().count(), () -> "seed " + seed + ": " + text);
            }
        }
    }
}
