package io.ccmux.persistence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.Method;
import java.util.Optional;

/**
 * Loads the journal and its tests once more, with one of the {@link SeededMistakes} in it or none.
 *
 * <pre>
 *  aload file                                      aload file
 *  invokeinterface StorageFile.force()    --->     invokestatic SeededMistakes.aReplyDoesNotWait…(StorageFile)
 * </pre>
 */
final class MistakenLoader extends ClassLoader {
    private static final String OURS = "io.ccmux.persistence.";
    private static final ClassDesc MISTAKES = SeededMistakes.class.describeConstable().orElseThrow();

    private final Optional<Method> mistake;
    private int made;

    MistakenLoader(Optional<Method> mistake) {
        super(MistakenLoader.class.getClassLoader());
        this.mistake = mistake;
    }

    /** In how many places the mistake was made in classes that were loaded so far. */
    int made() {
        return made;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(OURS)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> known = findLoadedClass(name);
            return known == null ? findClass(name) : known;
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes;
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            bytes = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        boolean here = mistake.filter(method -> seeded(method).in().getName().equals(name)).isPresent();
        byte[] loaded = here ? mistaken(bytes, mistake.get()) : bytes;
        return defineClass(name, loaded, 0, loaded.length);
    }

    private static SeededMistakes.Seeded seeded(Method mistake) {
        return mistake.getAnnotation(SeededMistakes.Seeded.class);
    }

    private byte[] mistaken(byte[] bytes, Method mistake) {
        ClassFile files = ClassFile.of(ClassHierarchyResolverOption
                .of(ClassHierarchyResolver.ofResourceParsing(getParent())));
        String method = seeded(mistake).method();
        CodeTransform calls = (code, element) -> {
            if (element instanceof InvokeInstruction call && call.name().equalsString(seeded(mistake).call())) {
                code.invokestatic(MISTAKES, mistake.getName(), inPlaceOf(call));
                made++;
            } else {
                code.with(element);
            }
        };
        return files.transformClass(files.parse(bytes), ClassTransform.transformingMethodBodies(
                found -> found.methodName().equalsString(method)
                        || found.methodName().stringValue().startsWith("lambda$" + method + "$"),
                calls));
    }

    /** What a static method takes that is called in the place of another. */
    private static MethodTypeDesc inPlaceOf(InvokeInstruction call) {
        MethodTypeDesc type = call.typeSymbol();
        return call.opcode() == Opcode.INVOKESTATIC
                ? type
                : type.insertParameterTypes(0, call.owner().asSymbol());
    }
}
