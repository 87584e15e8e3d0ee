package io.ccmux.it.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.Location;

/** The product as these tests look at it: the classes and the sources of its modules, without their tests. */
final class Product {
    static final List<String> MODULES = List.of("protocol", "config", "persistence", "server", "client");
    /** Where the modules are; Maven runs the tests of a module in its directory. */
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Product() {}

    static JavaClasses classes() {
        return new ClassFileImporter().withImportOption(Product::isProduct).importPackages("io.ccmux");
    }

    private static boolean isProduct(Location location) {
        return !location.contains("/test-classes/") && !location.contains("-tests.jar");
    }

    /** All source files of the modules, those that the build makes left out. */
    static List<Path> sources(String below) {
        return MODULES.stream().flatMap(module -> javaFiles(ROOT.resolve(module).resolve(below)).stream()).toList();
    }

    static List<Path> javaFiles(Path directory) {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (var tree = Files.walk(directory)) {
            return tree.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
