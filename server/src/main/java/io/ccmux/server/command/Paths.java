package io.ccmux.server.command;

/** What the user's paths mean: relative ones start where the caller is, {@code -} is its input or output. */
final class Paths {
    private Paths() {}

    static String absolute(String path, Scene scene) {
        if (path.startsWith("/") || path.equals("-")) {
            return path;
        }
        if (path.startsWith("~/")) {
            return scene.environment().getOrDefault("HOME", "") + path.substring(1);
        }
        return scene.directory() + "/" + path;
    }
}
