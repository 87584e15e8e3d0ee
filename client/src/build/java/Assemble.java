import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Makes the distribution. Called by the build of the client as
 * {@code java Assemble.java CLIENT-DIRECTORY START-TIME CLASS-PATH}; runs on the JDK that the distribution will run on.
 *
 * <pre>
 *  target/dist/bin/ccmux ccmux-install ccmux-server ccmux-tmux-shim ccmux-tool ccmux-train
 *              share/ (manual page and completions, for ccmux-install)
 *              lib/*.jar java.sh platform.sh (class path, selector)
 *              lib/native/ (libraries that would be unpacked at every start otherwise)
 *              aot/client.aot server.aot jdk (whom they were made for)
 *              jdk (home of the JDK)
 *              stamp (its time is when the build started)
 * </pre>
 *
 * <p>A new distribution is made beside the old one and takes its name at the end: programs that run go on with their
 * files.
 */
final class Assemble {
    private final Path client;
    private final Path target;
    private final Path dist;
    private final List<Path> jars;

    private Assemble(Path client, String classPath) {
        this.client = client;
        this.jars = jars(client, classPath);
        this.target = client.resolve("target");
        this.dist = target.resolve("dist-new");
    }

    public static void main(String[] arguments) throws Exception {
        new Assemble(Path.of(arguments[0]).toAbsolutePath(), arguments[2]).run(Instant.parse(arguments[1]));
    }

    private void run(Instant start) throws Exception {
        Path finished = target.resolve("dist");
        if (isCurrent(finished)) {
            stamp(finished, start);
            return;
        }
        delete(dist);
        Files.createDirectories(dist.resolve("aot"));
        copyTree(client.resolve("src/main/dist"), dist);
        for (String program : List.of("ccmux", "ccmux-install", "ccmux-server", "ccmux-tmux-shim",
                "ccmux-tool", "ccmux-train")) {
            Files.setPosixFilePermissions(dist.resolve("bin").resolve(program),
                    PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        copyJars();
        copyNatives();
        Files.writeString(dist.resolve("jdk"), System.getProperty("java.home") + "\n");
        Path old = target.resolve("dist-old");
        delete(old);
        if (Files.exists(finished)) {
            Files.move(finished, old);
        }
        Files.move(dist, finished);
        delete(old);
        train(finished);
        stamp(finished, start);
    }

    /** Whether the distribution was made from just these files by just this JDK. */
    private boolean isCurrent(Path finished) throws IOException {
        Path made = finished.resolve("stamp");
        if (!Files.exists(made) || !Files.exists(finished.resolve("aot/client.aot"))
                || !Files.exists(finished.resolve("aot/server.aot"))) {
            return false;
        }
        return Files.readString(made).equals(inputs());
    }

    private String inputs() throws IOException {
        StringBuilder inputs = new StringBuilder(System.getProperty("java.home")).append('\n');
        List<Path> files = new ArrayList<>(jars);
        for (Path directory : List.of(client.resolve("src/main/dist"), client.resolve("src/build"))) {
            try (var tree = Files.walk(directory)) {
                files.addAll(tree.filter(Files::isRegularFile).sorted().toList());
            }
        }
        for (Path file : files) {
            inputs.append(client.relativize(file)).append(' ').append(Files.size(file)).append(' ')
                    .append(Files.getLastModifiedTime(file)).append('\n');
        }
        return inputs.toString();
    }

    private void stamp(Path finished, Instant start) throws IOException {
        Path stamp = finished.resolve("stamp");
        Files.writeString(stamp, inputs());
        Files.setLastModifiedTime(stamp, FileTime.from(start));
    }

    /** Our own first; the build names the client's classes where its jar is meant. */
    private static List<Path> jars(Path client, String classPath) {
        List<Path> jars = new ArrayList<>();
        for (String element : classPath.split(File.pathSeparator)) {
            if (element.endsWith(".jar")) {
                jars.add(Path.of(element));
            }
        }
        jars.add(client.resolve("target/ccmux-client-0.1.0.jar"));
        jars.sort(Comparator.comparing((Path jar) -> !jar.getFileName().toString().startsWith("ccmux-"))
                .thenComparing(Path::getFileName));
        return jars;
    }

    /** {@code netty-transport-native-epoll-4.2.7.Final-linux-x86_64.jar} without its version. */
    private static String plainName(Path jar) {
        return jar.getFileName().toString().replaceFirst("-\\d[\\w.]*(-\\d+)?(?=-|\\.jar)", "");
    }

    private void copyJars() throws IOException {
        StringBuilder classPath = new StringBuilder("# Made by Assemble.java.\nclass_path=");
        String separator = "";
        for (Path jar : jars) {
            String name = plainName(jar);
            Files.copy(jar, dist.resolve("lib").resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
            if (!name.equals("ccmux-client.jar") && !name.startsWith("jline-")) {
                classPath.append(separator).append("$lib/").append(name);
                separator = ":";
            }
        }
        classPath.append("\nselector_provider=").append(SelectorProvider.provider().getClass().getName()).append('\n');
        Files.writeString(dist.resolve("lib/platform.sh"), classPath.toString());
    }

    private void copyNatives() throws IOException {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        String arch = arm ? "aarch64" : "x86-64";
        String system = mac ? "darwin" : "linux";
        Path natives = Files.createDirectories(dist.resolve("lib/native"));
        String jline = mac ? "Mac/" + (arm ? "arm64" : "x86_64") : "Linux/" + (arm ? "arm64" : "x86_64");
        unpack("jline-native", "org/jline/nativ/" + jline + "/", natives);
        unpack("jna", "com/sun/jna/" + system + "-" + arch + "/", natives);
        unpack("zstd-jni", system + "/" + (arm ? "aarch64" : mac ? "x86_64" : "amd64") + "/", natives);
        unpack("netty-transport-native", "META-INF/native/", natives);
        String pty = mac ? "darwin" : "linux/" + arch;
        unpack("pty4j", "resources/com/pty4j/native/" + pty + "/",
                Files.createDirectories(natives.resolve("pty4j").resolve(pty)));
    }

    /** Copies the files directly in a directory of the jars whose name starts with {@code prefix}. */
    private void unpack(String prefix, String directory, Path into) throws IOException {
        for (Path jar : jars) {
            if (!jar.getFileName().toString().startsWith(prefix)) {
                continue;
            }
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                for (ZipEntry entry : zip.stream().toList()) {
                    String name = entry.getName();
                    if (name.startsWith(directory) && !entry.isDirectory()
                            && name.indexOf('/', directory.length()) < 0) {
                        Path file = into.resolve(name.substring(directory.length()));
                        try (InputStream bytes = zip.getInputStream(entry)) {
                            Files.copy(bytes, file, StandardCopyOption.REPLACE_EXISTING);
                        }
                        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
                    }
                }
            }
        }
    }

    private static void train(Path finished) throws Exception {
        ProcessBuilder training = new ProcessBuilder(finished.resolve("bin/ccmux-train").toString()).inheritIO();
        training.environment().put("JAVA_HOME", System.getProperty("java.home"));
        training.start().waitFor();
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                Path copy = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(path, copy);
                }
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        try (var paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
