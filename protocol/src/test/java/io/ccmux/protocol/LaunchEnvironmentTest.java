package io.ccmux.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LaunchEnvironmentTest {
    @Test
    void undoesTheLocaleOfTheLauncher() {
        assertEquals(Map.of("A", "1", "LC_ALL", "C"),
                LaunchEnvironment.original(Map.of("A", "1", "LC_ALL", "C.UTF-8", "CCMUX_LC_ALL", "=C")));
        assertEquals(Map.of("LC_ALL", ""),
                LaunchEnvironment.original(Map.of("LC_ALL", "C.UTF-8", "CCMUX_LC_ALL", "=")));
        assertEquals(Map.of(), LaunchEnvironment.original(Map.of("LC_ALL", "C.UTF-8", "CCMUX_LC_ALL", "-")));
    }

    @Test
    void leavesALocaleAloneThatTheLauncherDidNotTouch() {
        Map<String, String> environment = Map.of("LC_ALL", "de_DE.UTF-8", "LANG", "C");
        assertEquals(environment, LaunchEnvironment.original(environment));
    }
}
