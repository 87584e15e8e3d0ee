package io.ccmux.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;

import io.ccmux.protocol.ClientMessage;
import io.ccmux.protocol.ServerMessage;
import io.ccmux.server.command.Decision;
import io.ccmux.server.command.Effect;
import io.ccmux.server.command.Outcome;
import io.ccmux.server.loop.Report;
import io.ccmux.server.mux.Event;
import io.ccmux.server.mux.Mux;
import io.ccmux.server.mux.Notice;
import io.ccmux.server.terminal.TerminalNotice;

/** What must never be, as far as classes tell. */
class ArchitectureTest {
    private static final JavaClasses PRODUCT = Product.classes();
    private static final String SERVER = "io.ccmux.server";

    /** All that a package may use, beyond itself and the JDK. */
    private static final Map<String, List<String>> ARROWS = new TreeMap<>(Map.ofEntries(
    // @formatter:off
            row("io.ccmux.protocol",            "com.esotericsoftware.kryo.."),
            row("io.ccmux.config",              "com.typesafe.config.."),
            row("io.ccmux.persistence",         "io.ccmux.persistence.storage", "com.esotericsoftware.kryo..",
                                                "com.github.luben.zstd.."),
            row("io.ccmux.persistence.storage"),
            row("io.ccmux.client",              "io.ccmux.protocol", "org.jline.."),
            row("io.ccmux.server.terminal"),
            row("io.ccmux.server.input"),
            row("io.ccmux.server.mux",          "terminal", "input", "io.ccmux.config"),
            row("io.ccmux.server.journal",      "mux", "terminal", "input", "io.ccmux.config",
                                                "io.ccmux.persistence"),
            row("io.ccmux.server.format",       "mux", "terminal", "io.ccmux.config"),
            row("io.ccmux.server.command",      "mux", "terminal", "input", "format", "render", "io.ccmux.config"),
            row("io.ccmux.server.render",       "mux", "terminal", "format", "io.ccmux.config"),
            row("io.ccmux.server.mode",         "mux", "terminal", "render", "format", "input", "command",
                                                "io.ccmux.config"),
            row("io.ccmux.server.loop",         "command", "render", "input", "mux", "terminal", "format", "mode",
                                                "io.ccmux.config", "io.ccmux.persistence", "io.ccmux.protocol",
                                                "org.slf4j"),
            row("io.ccmux.server.net",          "loop", "mux", "pty", "io.ccmux.protocol", "io.netty..", "org.slf4j"),
            row("io.ccmux.server.pty",          "io.netty..", "com.pty4j..", "com.sun.jna..", "org.slf4j"),
            row("io.ccmux.server.tool",         "journal", "mux", "io.ccmux.config", "io.ccmux.persistence",
                                                "io.ccmux.persistence.storage", "io.ccmux.protocol",
                                                "com.github.luben.zstd.."),
            row("io.ccmux.server",              "tool", "terminal", "input", "mux", "journal", "format", "command", "render",
                                                "mode", "loop", "net", "pty", "io.ccmux.config", "io.ccmux.protocol",
                                                "io.ccmux.persistence", "io.ccmux.persistence.storage", "io.netty..",
                                                "com.github.luben.zstd..", "org.slf4j")));
            // @formatter:on

    /** What decides and draws, and so must give the same answer whenever and wherever it is asked. */
    private static final String[] PURE = Stream.of("terminal", "mux", "command", "input", "format", "mode", "render")
            .map(ArchitectureTest::packageName).toArray(String[]::new);

    /** The packages of the JDK that only compute; of the others, what is named below. */
    private static final DescribedPredicate<JavaClass> COMPUTING = resideInAnyPackage("java.lang", "java.lang.invoke",
            "java.lang.runtime", "java.lang.annotation", "java.util", "java.util.function", "java.util.regex",
            "java.util.stream", "java.math", "java.nio", "java.nio.charset", "java.text", "java.time..", "io.ccmux..")
            .or(type(java.io.ByteArrayOutputStream.class)).or(type(java.io.IOException.class))
            .or(type(java.io.UncheckedIOException.class)).or(type(java.io.Serializable.class))
            .or(type(java.io.PrintStream.class));

    private static final DescribedPredicate<JavaClass> OUTSIDE_WORLD = simpleName("Thread").or(simpleName("Process"))
            .or(simpleName("ThreadLocal")).or(simpleName("ProcessBuilder")).or(simpleName("ProcessHandle"))
            .or(simpleName("Runtime")).or(simpleName("Random")).or(simpleName("SplittableRandom"))
            .or(simpleName("Timer")).or(simpleName("UUID")).or(simpleName("Scanner")).or(type(java.time.Clock.class))
            .or(simpleName("PrintStream")).as("threads, processes, chance and clocks");

    private static Map.Entry<String, List<String>> row(String name, String... uses) {
        return Map.entry(name, Stream.of(uses).map(ArchitectureTest::packageName).toList());
    }

    private static String packageName(String drawn) {
        return drawn.contains(".") ? drawn : SERVER + "." + drawn;
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(PRODUCT);
    }

    // ---- packages --------------------------------------------------------------------------

    @TestFactory
    Stream<DynamicTest> packagesUseOnlyWhatIsDrawn() {
        return ARROWS.entrySet().stream().map(row -> DynamicTest.dynamicTest(row.getKey(), () -> {
            var allowed = new ArrayList<>(row.getValue());
            allowed.addAll(List.of(row.getKey(), "java..", "sun.misc", "com.sun.security.auth.."));
            check(classes().that().resideInAPackage(row.getKey()).should()
                    .onlyDependOnClassesThat(resideInAnyPackage(allowed.toArray(String[]::new)).or(primitive())));
        }));
    }

    private static DescribedPredicate<JavaClass> primitive() {
        return DescribedPredicate.describe("primitive", type -> type.getBaseComponentType().isPrimitive());
    }

    @Test
    void everyPackageIsDrawn() {
        check(classes().should().resideInAnyPackage(ARROWS.keySet().toArray(String[]::new)));
    }

    @Test
    void noPackagesGoInACircle() {
        check(slices().matching("io.ccmux.(**)").should().beFreeOfCycles());
    }

    @Test
    void librariesStayWhereTheyBelong() {
        check(noClasses().that().resideOutsideOfPackages("io.ccmux.server.net", "io.ccmux.server.pty", SERVER)
                .should().dependOnClassesThat().resideInAPackage("io.netty.."));
        check(noClasses().that().resideOutsideOfPackage("io.ccmux.server.pty").should().dependOnClassesThat()
                .resideInAnyPackage("com.pty4j..", "com.sun.jna..", "java.lang.foreign.."));
    }

    // ---- what decides is pure --------------------------------------------------------------

    @Test
    void whatDecidesOnlyComputes() {
        check(noClasses().that().resideInAnyPackage(PURE).should()
                .dependOnClassesThat(not(COMPUTING).and(not(primitive()))));
        check(noClasses().that().resideInAnyPackage(PURE).should().dependOnClassesThat(OUTSIDE_WORLD));
    }

    @Test
    void whatDecidesReadsNoClockNoChanceNoEnvironment() {
        check(noClasses().that().resideInAnyPackage(PURE).should().accessTargetWhere(asksTheWorld()));
    }

    private static DescribedPredicate<JavaAccess<?>> asksTheWorld() {
        var system = List.of("nanoTime", "currentTimeMillis", "getenv", "getProperty", "getProperties", "lineSeparator",
                "console", "out", "err", "in", "exit", "gc", "load", "loadLibrary", "getLogger");
        return DescribedPredicate.describe("asks the world", access -> {
            var owner = access.getTarget().getOwner();
            String name = access.getTarget().getName();
            return owner.isEquivalentTo(System.class) && system.contains(name)
                    || owner.getPackageName().startsWith("java.time") && name.equals("now")
                    || name.equals("systemDefault") || name.equals("defaultCharset")
                    || owner.isEquivalentTo(java.util.Locale.class) && name.equals("getDefault")
                    || owner.isEquivalentTo(java.util.TimeZone.class) && name.equals("getDefault")
                    || owner.isEquivalentTo(Math.class) && name.equals("random")
                    || owner.isEquivalentTo(java.util.Collections.class) && name.equals("shuffle")
                    || owner.isEquivalentTo(Object.class) && List.of("wait", "notify", "notifyAll").contains(name)
                    || name.equals("identityHashCode") || name.startsWith("parallelStream") || name.equals("parallel");
        });
    }

    @Test
    void whatDecidesLocksNothing() {
        check(methods().that().areDeclaredInClassesThat().resideInAnyPackage(PURE).should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED));
        check(fields().that().areDeclaredInClassesThat().resideInAnyPackage(PURE).should()
                .notHaveModifier(JavaModifier.VOLATILE));
    }

    // ---- state -----------------------------------------------------------------------------

    @Test
    void onlyTheLoopTheHistoryAndTheLoadedStateApplyEvents() {
        check(noClasses().that().resideOutsideOfPackages("io.ccmux.server.loop", "io.ccmux.server.history",
                "io.ccmux.server.mux").and().doNotHaveSimpleName("LoadedState").should().callMethodWhere(
                        DescribedPredicate.describe("applies events to the state",
                                call -> call.getTargetOwner().isEquivalentTo(Mux.class)
                                        && call.getTarget().getName().equals("apply"))));
    }

    /** The others that touch files do so for the user, for a socket or for a log, never for the state. */
    @Test
    void onlyTheStorageTouchesFilesOfState() {
        var files = resideInAnyPackage("java.nio.file..", "java.nio.channels..").or(type(java.io.File.class))
                .or(type(java.io.RandomAccessFile.class)).or(type(java.io.FileOutputStream.class))
                .or(type(java.io.FileInputStream.class)).or(type(java.io.FileWriter.class));
        check(noClasses().that().resideInAnyPackage("io.ccmux.persistence", "io.ccmux.server.journal",
                "io.ccmux.server.loop").should().dependOnClassesThat(files));
    }

    // ---- kinds of classes ------------------------------------------------------------------

    @Test
    void commandsAreFinalAndForTheTableAlone() {
        check(classes().that(commands()).should().haveModifier(JavaModifier.FINAL).andShould().bePackagePrivate());
    }

    private static DescribedPredicate<JavaClass> commands() {
        return DescribedPredicate.describe("are commands", type -> !type.isInterface()
                && type.getAllRawInterfaces().stream()
                        .anyMatch(of -> of.getName().equals(SERVER + ".command.Command")));
    }

    @TestFactory
    Stream<DynamicTest> whatIsSaidIsARecord() {
        return Stream.of(Event.class, Effect.class, Outcome.class, Report.class, Notice.class, TerminalNotice.class,
                ClientMessage.class, ServerMessage.class)
                .map(family -> DynamicTest.dynamicTest(family.getSimpleName(), () -> check(
                        classes().that(assignableTo(family)).and().areNotInterfaces().should().beRecords())));
    }

    @Test
    void decisionsAndImagesAreRecords() {
        check(classes().that().haveFullyQualifiedName(Decision.class.getName()).or()
                .haveFullyQualifiedName(SERVER + ".terminal.TerminalImage").should().beRecords());
    }

    @Test
    void namesSayWhatAThingIs() {
        check(classes().should().haveNameNotMatching(".*(Manager|Helper|Utils?|Impl|Base|^Abstract)(\\$.*)?"));
        check(noClasses().should().haveNameMatching(".*\\.(Base|Abstract)[A-Z].*"));
    }

    @Test
    void nothingStaticChanges() {
        check(fields().that().areStatic().and().areDeclaredInClassesThat(resideInAPackage("io.ccmux..")).should()
                .beFinal());
        var mutable = resideInAPackage("java.util.concurrent.atomic").or(assignableTo(StringBuilder.class))
                .or(type(AtomicReference.class)).or(type(java.util.HashMap.class)).or(type(ArrayList.class))
                .or(type(java.util.concurrent.ConcurrentHashMap.class)).or(assignableTo(java.util.Random.class))
                .or(assignableTo(java.util.concurrent.locks.Lock.class)).or(assignableTo(ThreadLocal.class));
        check(fields().that().areStatic().should().notHaveRawType(mutable));
    }
}
