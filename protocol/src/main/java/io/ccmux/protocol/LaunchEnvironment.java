package io.ccmux.protocol;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The environment a process was started with, before the launcher gave Java a locale.
 *
 * <p>Java decodes arguments, variables and file names by the locale, and in the C locale loses whatever is not ASCII.
 * The launcher therefore sets {@code LC_ALL=C.UTF-8} where the locale is not UTF-8, and leaves what stood there in
 * {@code CCMUX_LC_ALL}: {@code =value}, or {@code -} if it was not set. Programs must see neither.
 */
public final class LaunchEnvironment {
    private static final String KEPT = "CCMUX_LC_ALL";
    private static final String LOCALE = "LC_ALL";

    private LaunchEnvironment() {}

    /** What this process's environment was before its launcher. */
    public static Map<String, String> ofThisProcess() {
        return original(System.getenv());
    }

    static Map<String, String> original(Map<String, String> present) {
        Map<String, String> environment = new LinkedHashMap<>(present);
        String kept = environment.getOrDefault(KEPT, "");
        environment.remove(KEPT);
        if (kept.startsWith("=")) {
            environment.put(LOCALE, kept.substring(1));
        } else if (kept.equals("-")) {
            environment.remove(LOCALE);
        }
        return environment;
    }
}
