package io.ccmux.it.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What must never be, as far as sources tell. A violation is shown as file, line and what is wrong. */
class SourceRulesTest {
    private static final int FILE_LINES_MAX = 400;
    private static final int METHOD_LINES_MAX = 40;
    private static final int LINE_COLUMNS_MAX = 120;
    private static final Pattern UNFINISHED = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b(?!%)");

    /** Methods that are a table: one row a kind, and nothing to be gained by cutting them. */
    private static final Set<String> TABLES = Set.of("EventTypes.sessions", "EventTypes.panes", "EventTypes.others",
            "Performer.perform", "BufferCommandsTest.areAStack", "OptionCommandsTest.saysWhatIsWrongAsTmuxDoes",
            "FormatTest.expandsAsTmuxDoes", "ChooseMode.key",
            "Prompt.act");
    /** Methods that tell members of a family from what is none. */
    private static final Set<String> OPEN_SWITCHES = Set.of("EventTypes.event", "EventTypes.record",
            "Secrets.withheld");

    private static final List<Path> PRODUCT = Stream.of("src/main/java", "src/build/java")
            .flatMap(below -> Product.sources(below).stream()).toList();
    private static final List<Path> ALL = Stream.of(PRODUCT, Product.sources("src/test/java"),
            Product.javaFiles(Product.ROOT.resolve("it-tests/src"))).flatMap(List::stream).toList();

    private static void none(List<Path> files, Function<Path, Stream<String>> violations) {
        assertFalse(files.isEmpty(), "no sources found below " + Product.ROOT);
        String found = files.stream().flatMap(violations).collect(Collectors.joining("\n"));
        assertEquals("", found);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String at(Path file, int line, String what) {
        return Product.ROOT.relativize(file) + ":" + line + ": " + what;
    }

    @Test
    void filesAreShort() {
        none(ALL, file -> lines(file).size() > FILE_LINES_MAX
                ? Stream.of(at(file, lines(file).size(), "more than " + FILE_LINES_MAX + " lines"))
                : Stream.empty());
    }

    /**
     * Tables whose columns stand under each other are wrapped in {@code @formatter:off} and may be wider; text blocks
     * are what they are.
     */
    @Test
    void linesAreShort() {
        none(ALL, file -> {
            var lines = lines(file);
            var wide = new ArrayList<String>();
            boolean table = false;
            boolean block = false;
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                table = line.contains("@formatter:off") || table && !line.contains("@formatter:on");
                block ^= line.split("\"\"\"", -1).length % 2 == 0;
                if (!table && !block && line.codePointCount(0, line.length()) > LINE_COLUMNS_MAX) {
                    wide.add(at(file, i + 1, "more than " + LINE_COLUMNS_MAX + " columns"));
                }
            }
            return wide.stream();
        });
    }

    @Test
    void nothingIsLeftForLater() {
        none(PRODUCT, file -> {
            var lines = lines(file);
            return IntStream.range(0, lines.size()).filter(i -> UNFINISHED.matcher(lines.get(i)).find())
                    .mapToObj(i -> at(file, i + 1, "unfinished"));
        });
    }

    @Test
    void methodsAreShort() {
        var trees = new SyntaxTrees(ALL);
        assertEquals("", trees.methods().filter(method -> method.lines() > METHOD_LINES_MAX)
                .filter(method -> !TABLES.contains(method.name()))
                .map(method -> at(method.file(), method.firstLine(),
                        method.name() + " has " + method.lines() + " lines"))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void switchesOverFamiliesNameEveryMember() {
        var trees = new SyntaxTrees(PRODUCT);
        assertEquals("", trees.openSwitches().filter(method -> !OPEN_SWITCHES.contains(method.name()))
                .map(method -> at(method.file(), method.firstLine(),
                        method.name() + " has a switch over types with a default"))
                .collect(Collectors.joining("\n")));
    }

    @Test
    void everyPackageHasAnEssay() {
        var missing = new ArrayList<Path>();
        PRODUCT.stream().filter(file -> !file.toString().contains("/src/build/")).map(Path::getParent).distinct()
                .filter(directory -> !Files.exists(directory.resolve("package-info.java"))).forEach(missing::add);
        assertEquals(List.of(), missing);
    }
}
