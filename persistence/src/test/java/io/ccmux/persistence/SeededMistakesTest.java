package io.ccmux.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The test of the tests: those that are to notice a mistake of {@link SeededMistakes} do, and are content without. */
class SeededMistakesTest {
    @TestFactory
    Stream<DynamicTest> everyMistakeIsCaught() {
        return mistakes().stream().map(mistake -> DynamicTest.dynamicTest(mistake.getName(), () -> {
            MistakenLoader loader = new MistakenLoader(Optional.of(mistake));
            TestExecutionSummary summary = run(loader, catcher(mistake));
            assertTrue(loader.made() > 0, "there is no such call");
            assertTrue(summary.getTestsFailedCount() > 0, "not noticed");
        }));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsCaughtWhereNothingIsWrong() {
        return mistakes().stream().map(SeededMistakesTest::catcher).distinct()
                .map(tests -> DynamicTest.dynamicTest(tests.getSimpleName(), () -> {
                    TestExecutionSummary summary = run(new MistakenLoader(Optional.empty()), tests);
                    assertEquals(List.of(), summary.getFailures());
                    assertTrue(summary.getTestsSucceededCount() > 0, "no tests");
                }));
    }

    private static List<Method> mistakes() {
        return Arrays.stream(SeededMistakes.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(SeededMistakes.Seeded.class))
                .sorted(Comparator.comparing(Method::getName)).toList();
    }

    private static Class<?> catcher(Method mistake) {
        return mistake.getAnnotation(SeededMistakes.Seeded.class).caughtBy();
    }

    private static TestExecutionSummary run(MistakenLoader loader, Class<?> tests) throws ClassNotFoundException {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(Class.forName(tests.getName(), false, loader))).build(), listener);
        return listener.getSummary();
    }
}
