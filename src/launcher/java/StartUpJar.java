import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassFile.StackMapsOption;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.constant.ClassDesc;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Writes a copy of the jar whose every class can be kept in the start-up cache. The JVM does not keep classes of the file
 * versions before 50, which hold no stack maps; Picocli's and those of Jinjava's expression language are that old. In the copy they
 * are of the oldest version that must have stack maps, and have them. In newer classes calls that are bound at each start are
 * replaced ({@link BoundEarly}). Nothing else is changed, and a class that does not verify afterwards stays as it was.
 *
 * <p>What is no class goes into a jar of its own. Opening a jar takes longer for each entry, and most starts find all of their
 * classes in the cache and want a file or two: with the files first on the class path, the classes' jar is not opened at all.
 *
 * <p>The launcher runs this from source, on the JVM that will use the copy: the class-file interface came with Java 24, and
 * the project is compiled for 21. Usage: {@code java StartUpJar.java JAR CLASSES FILES}.
 */
final class StartUpJar {

    private static final int FIRST_WITH_STACK_MAPS = ClassFile.JAVA_6_VERSION;
    private static final int RAISED = ClassFile.JAVA_7_VERSION;

    private final ClassFile classFile;

    private StartUpJar(ZipFile jar) {
        ClassHierarchyResolver ours = ClassHierarchyResolver.ofResourceParsing(type -> stream(jar, type));
        this.classFile = ClassFile.of(
                StackMapsOption.GENERATE_STACK_MAPS,
                ClassHierarchyResolverOption.of(
                        ours.orElse(ClassHierarchyResolver.defaultResolver()).cached()));
    }

    public static void main(String[] args) throws IOException {
        try (ZipFile jar = new ZipFile(args[0]);
                ZipOutputStream classes = create(args[1]);
                ZipOutputStream files = create(args[2])) {
            StartUpJar startUp = new StartUpJar(jar);
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                byte[] bytes = read(jar, entry);
                if (entry.getName().endsWith(".class")) {
                    add(classes, entry, startUp.faster(bytes));
                } else {
                    add(files, entry, bytes);
                }
                if (entry.getName().equals(JarFile.MANIFEST_NAME)) {
                    add(classes, entry, bytes); // which says that some classes are for newer versions only
                }
            }
        }
    }

    private static ZipOutputStream create(String name) throws IOException {
        return new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(name))));
    }

    private static void add(ZipOutputStream to, ZipEntry entry, byte[] bytes) throws IOException {
        ZipEntry same = new ZipEntry(entry.getName());
        same.setTime(entry.getTime());
        to.putNextEntry(same);
        to.write(bytes);
        to.closeEntry();
    }

    /** The class as a start likes it; as it was when there is nothing to do, or when it cannot be done. */
    private byte[] faster(byte[] original) {
        try {
            ClassModel model = classFile.parse(original);
            boolean old = model.majorVersion() < FIRST_WITH_STACK_MAPS;
            byte[] made = old ? raised(model) : BoundEarly.of(classFile, model, original);
            return made == original || classFile.verify(made).isEmpty() ? made : original;
        } catch (IllegalArgumentException e) {
            return original;
        }
    }

    /** Each method's code is written anew, which is when stack maps are made. */
    private byte[] raised(ClassModel old) {
        MethodTransform anew = MethodTransform.transformingCode((code, element) -> code.with(element));
        return classFile.build(
                old.thisClass().asSymbol(),
                built -> old.forEach(element -> {
                    switch (element) {
                        case ClassFileVersion version -> built.withVersion(RAISED, 0);
                        case MethodModel method -> built.transformMethod(method, anew);
                        default -> built.with(element);
                    }
                }));
    }

    private static InputStream stream(ZipFile jar, ClassDesc type) {
        String descriptor = type.descriptorString();
        ZipEntry entry = jar.getEntry(descriptor.substring(1, descriptor.length() - 1) + ".class");
        try {
            return entry == null ? null : jar.getInputStream(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(ZipFile jar, ZipEntry entry) throws IOException {
        try (InputStream in = jar.getInputStream(entry)) {
            return in.readAllBytes();
        }
    }
}
