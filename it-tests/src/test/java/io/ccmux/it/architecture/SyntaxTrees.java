package io.ccmux.it.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import javax.tools.ToolProvider;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** The syntax of source files, as the compiler reads it. */
final class SyntaxTrees {
    /** A method or constructor, {@code name} being {@code Class.method}. */
    record Method(Path file, String name, int firstLine, int lines) {}

    private final List<Method> methods = new ArrayList<>();
    private final List<Method> openSwitches = new ArrayList<>();

    SyntaxTrees(List<Path> files) {
        var compiler = ToolProvider.getSystemJavaCompiler();
        try (var manager = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            var task = (JavacTask) compiler.getTask(null, manager, diagnostic -> {}, List.of("-proc:none"), null,
                    manager.getJavaFileObjectsFromPaths(files));
            var positions = Trees.instance(task).getSourcePositions();
            for (var unit : task.parse()) {
                new Reader(unit, positions).scan(unit, "");
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Stream<Method> methods() {
        return methods.stream();
    }

    /**
     * The methods with a switch that tells types apart and yet has a default, which would swallow a type that is added
     * later.
     */
    Stream<Method> openSwitches() {
        return openSwitches.stream();
    }

    /** Walks a file; what it is handed down is the name of the class around. */
    private final class Reader extends TreeScanner<Void, String> {
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Path file;
        private Method method;

        Reader(CompilationUnitTree unit, SourcePositions positions) {
            this.unit = unit;
            this.positions = positions;
            this.file = Path.of(unit.getSourceFile().toUri());
            this.method = new Method(file, "a field", 1, 1);
        }

        private int line(long position) {
            return (int) unit.getLineMap().getLineNumber(position);
        }

        @Override
        public Void visitClass(ClassTree tree, String around) {
            return super.visitClass(tree, tree.getSimpleName().toString());
        }

        @Override
        public Void visitMethod(MethodTree tree, String around) {
            int first = line(positions.getStartPosition(unit, tree));
            int last = line(positions.getEndPosition(unit, tree));
            var outer = method;
            method = new Method(file, around + "." + tree.getName(), first, last - first + 1);
            methods.add(method);
            super.visitMethod(tree, around);
            method = outer;
            return null;
        }

        @Override
        public Void visitSwitch(SwitchTree tree, String around) {
            judge(tree.getCases());
            return super.visitSwitch(tree, around);
        }

        @Override
        public Void visitSwitchExpression(SwitchExpressionTree tree, String around) {
            judge(tree.getCases());
            return super.visitSwitchExpression(tree, around);
        }

        private void judge(List<? extends CaseTree> cases) {
            boolean patterns = cases.stream().flatMap(one -> one.getLabels().stream())
                    .anyMatch(PatternCaseLabelTree.class::isInstance);
            boolean otherwise = cases.stream().flatMap(one -> one.getLabels().stream())
                    .anyMatch(DefaultCaseLabelTree.class::isInstance);
            if (patterns && otherwise) {
                openSwitches.add(method);
            }
        }
    }
}
