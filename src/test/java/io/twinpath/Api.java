package io.twinpath;

import java.lang.reflect.Executable;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What a program can name that starts at some types: these, and all that their public signatures lead to. */
final class Api {

    private static final List<String> MADE = Stream.of("", ".diff", ".plan", ".execute", ".rig", ".risk", ".evacuate")
            .map(p -> "io.twinpath" + p)
            .toList();

    private final Set<Type> looked = new HashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final SortedSet<String> foreign = new TreeSet<>();
    private final SortedSet<String> hidden = new TreeSet<>();
    private final SortedSet<String> lines = new TreeSet<>();

    Api(Collection<Class<?>> roots) {
        roots.forEach(this::reach);
        while (!open.isEmpty()) {
            type(open.pop());
        }
    }

    /** Types of libraries in signatures. */
    SortedSet<String> foreign() {
        return foreign;
    }

    /** Types of Twinpath in signatures that no program outside of their package can name. */
    SortedSet<String> hidden() {
        return hidden;
    }

    /** A line for each type and each public member. */
    SortedSet<String> lines() {
        return lines;
    }

    /** What Twinpath makes and programs only read: they may come to hold more. */
    private static boolean read(Class<?> type) {
        return type.isRecord()
                && MADE.stream().anyMatch(p -> type.getPackageName().equals(p));
    }

    private void type(Class<?> type) {
        lines.add(header(type));
        Stream.concat(Stream.ofNullable(type.getGenericSuperclass()), Arrays.stream(type.getGenericInterfaces()))
                .filter(t -> !(t instanceof Class<?> c) || Modifier.isPublic(c.getModifiers()))
                .forEach(this::reach);
        Stream.of(type.getTypeParameters()).forEach(this::reach);
        permitted(type).forEach(this::reach);
        Stream.of(type.getDeclaredClasses())
                .filter(c -> named(c.getModifiers()))
                .forEach(this::reach);
        Stream.of(type.getDeclaredFields())
                .filter(f -> seen(type, f) && !f.isSynthetic())
                .forEach(f -> {
                    lines.add(line(type, "field", f.toGenericString()));
                    reach(f.getGenericType());
                });
        Stream.of(type.getDeclaredConstructors())
                .filter(c -> seen(type, c) && !c.isSynthetic() && !read(type))
                .forEach(c -> member(type, "new", c));
        Stream.of(type.getDeclaredMethods())
                .filter(m -> seen(type, m)
                        && !m.isSynthetic()
                        && !(type.isEnum() && m.getName().equals("values")))
                .forEach(m -> member(type, abstracted(type, m) ? "implement" : "method", m));
    }

    private void member(Class<?> type, String what, Executable executable) {
        lines.add(line(type, what, executable.toGenericString()));
        Stream.of(executable.getGenericParameterTypes()).forEach(this::reach);
        Stream.of(executable.getGenericExceptionTypes()).forEach(this::reach);
        Stream.of(executable.getTypeParameters()).forEach(this::reach);
        if (executable instanceof Method m) {
            reach(m.getGenericReturnType());
        }
    }

    /** Whether a program that implements the interface has to write it. */
    private static boolean abstracted(Class<?> type, Method method) {
        return type.isInterface()
                && !type.isSealed()
                && !type.isAnnotation()
                && Modifier.isAbstract(method.getModifiers());
    }

    private static boolean seen(Class<?> type, Member member) {
        int modifiers = member.getModifiers();
        return Modifier.isPublic(modifiers)
                || (Modifier.isProtected(modifiers) && !Modifier.isFinal(type.getModifiers()));
    }

    private static boolean named(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }

    private static Stream<Class<?>> permitted(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()) : Stream.of();
    }

    private static String header(Class<?> type) {
        return type.getName() + "  " + form(type);
    }

    private static String form(Class<?> type) {
        if (type.isAnnotation()) {
            return "annotation";
        }
        return type.isEnum() ? "enum" : type.isRecord() ? "record" : type.isInterface() ? "interface" : "class";
    }

    private static String line(Class<?> type, String what, String signature) {
        String text = signature
                .replaceAll("\\b(public|protected|final|abstract|default|native|synchronized|volatile|transient) ", "")
                .replace(type.getTypeName() + ".", "")
                .replaceAll("\\bjava\\.(lang|util|util\\.function|nio\\.file|time)\\.(?=[A-Z])", "");
        return type.getName() + "  " + what + " " + text;
    }

    private void reach(Type type) {
        switch (type) {
            case Class<?> c when c.isArray() -> reach(c.getComponentType());
            case Class<?> c -> reach(c);
            case ParameterizedType p -> {
                reach(p.getRawType());
                Stream.of(p.getActualTypeArguments()).forEach(this::reach);
            }
            case GenericArrayType a -> reach(a.getGenericComponentType());
            case WildcardType w ->
                Stream.of(w.getUpperBounds(), w.getLowerBounds())
                        .flatMap(Arrays::stream)
                        .forEach(this::reach);
            case TypeVariable<?> v -> {
                if (looked.add(v)) {
                    Stream.of(v.getBounds()).forEach(this::reach);
                }
            }
            default -> throw new IllegalStateException("a form of type that is not known: " + type);
        }
    }

    private void reach(Class<?> type) {
        if (type.isPrimitive() || !looked.add(type)) {
            return;
        }
        if (!type.getName().startsWith("io.twinpath.")) {
            if (!type.getName().startsWith("java.")) {
                foreign.add(type.getName());
            }
        } else if (reachable(type)) {
            open.add(type);
        } else {
            hidden.add(type.getName());
        }
    }

    private static boolean reachable(Class<?> type) {
        return named(type.getModifiers()) && (type.getDeclaringClass() == null || reachable(type.getDeclaringClass()));
    }

    /** Those in which programs do not have to implement anything yet that a line names. */
    static List<String> toImplement(Collection<String> lines) {
        return lines.stream().filter(line -> line.contains("  implement ")).toList();
    }
}
