package io.twinpath.model.shape;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One component of a record.
 *
 * <p>Its annotations are read when one is asked for: a spec gives few of all fields, and for each sort of annotation Java makes a class.
 */
public final class Field {

    /** From so many reads on a handle pays: making the first takes milliseconds, and reflection a microsecond each time. */
    private static final int MANY = 1000;

    private final String name;
    private final Type type;
    private final RecordComponent component;
    private volatile @Nullable Marks marks;

    /** Reads so far; lost counts of other threads do no harm. */
    private int reads;

    private volatile @Nullable MethodHandle often;

    private record Marks(
            boolean foundOnly, boolean writeOnly, boolean forcesReplace, Optional<Range> range, String doc) {

        static Marks of(RecordComponent component) {
            Doc doc = component.getAnnotation(Doc.class);
            return new Marks(
                    component.isAnnotationPresent(FoundOnly.class),
                    component.isAnnotationPresent(WriteOnly.class),
                    component.isAnnotationPresent(ForcesReplace.class),
                    Optional.ofNullable(component.getAnnotation(Range.class)),
                    doc == null ? "" : doc.value());
        }
    }

    Field(String name, Type type, RecordComponent component) {
        this.name = name;
        this.type = type;
        this.component = component;
    }

    /** In snake_case. */
    public String name() {
        return name;
    }

    public Type type() {
        return type;
    }

    /** Whether a spec has to give it. */
    public boolean required() {
        return type instanceof Type.Scalar || type instanceof Type.Choice || type instanceof Type.Fields;
    }

    /** Whether only the host can tell it; never what a spec has to give. */
    public boolean foundOnly() {
        return !required() && marks().foundOnly();
    }

    /** Whether the host takes it and never tells it. */
    public boolean writeOnly() {
        return marks().writeOnly();
    }

    /** Whether a change of it removes and remakes the object. */
    public boolean forcesReplace() {
        return marks().forcesReplace();
    }

    /** Limits of a whole number. */
    public Optional<Range> range() {
        return marks().range();
    }

    /** What it means to an author; may be empty. */
    public String doc() {
        return marks().doc();
    }

    private Marks marks() {
        Marks known = marks;
        if (known == null) {
            known = Marks.of(component);
            marks = known;
        }
        return known;
    }

    /** What this record has there. */
    public Object read(Record record) {
        MethodHandle handle = often;
        try {
            if (handle != null) {
                return (Object) handle.invokeExact(record);
            }
            if (++reads >= MANY) {
                often = handle();
            }
            return component.getAccessor().invoke(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // what invokeExact declares; an accessor of a record throws nothing of the sort
            throw new IllegalStateException("accessor of " + component, e);
        }
    }

    private MethodHandle handle() throws IllegalAccessException {
        return MethodHandles.lookup()
                .unreflect(component.getAccessor())
                .asType(MethodType.methodType(Object.class, Record.class));
    }

    @Override
    public String toString() {
        return name;
    }
}
