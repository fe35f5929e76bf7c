package io.twinpath.importer;

import io.twinpath.diag.Diagnostic;
import io.twinpath.diag.Diagnostics;
import io.twinpath.diag.Span;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Desired;
import io.twinpath.model.Names;
import io.twinpath.model.Resource;
import io.twinpath.model.Value;
import io.twinpath.model.shape.Field;
import io.twinpath.model.shape.Shape;
import io.twinpath.model.shape.Type;
import io.twinpath.spec.template.Templates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * One resource as it is going to be written.
 *
 * @param address under the name that the spec gives it
 * @param value in the spec's terms
 * @param fields what is said of it, by field; without what its place says
 */
record Written<D extends Record & Desired>(Kind<D> kind, Address address, D value, Leaves fields) {

    private static final String EXACT = "exact";
    private static final Span HERE = Span.of("import", 1, 1, 0);

    /** Where it stands in the body of its host, and what stands there. */
    Leaves placed() {
        Placement placement = kind.placement();
        List<String> path = new ArrayList<>();
        path.add(placement.keys().getFirst());
        if (placement.keys().size() > 1) {
            if (placement.outer() != Placement.Form.SINGLE) {
                path.add(parent().orElseThrow());
            }
            path.add(placement.keys().getLast());
        }
        if (placement.form() != Placement.Form.SINGLE) {
            path.add(address.name());
        }
        if (placement.form() == Placement.Form.BARE) {
            String field = placement.field().orElseThrow();
            return Leaves.of(path, fields.at(field).orElse(Value.text("")));
        }
        return fields.isEmpty() ? Leaves.of(path, new Value.Fields(Map.of())) : Leaves.of(path, fields.tree());
    }

    private Optional<String> parent() {
        return kind.placement().parent().flatMap(field -> text(all(), field));
    }

    private static Optional<String> text(Value.Fields fields, String name) {
        return Optional.ofNullable(fields.fields().get(name)).map(Value::toString);
    }

    private Value.Fields all() {
        return kind.shape().managed(value);
    }

    /** What the spec would read back; empty when what is left of it cannot be read. */
    Optional<D> readBack() {
        Map<String, Value> given = new LinkedHashMap<>();
        Placement placement = kind.placement();
        Value.Fields all = all();
        placement.parent().ifPresent(f -> text(all, f).ifPresent(t -> given.put(f, Value.text(t))));
        placement.own().ifPresent(f -> given.put(f, Value.text(address.name())));
        given.putAll(fields.tree().fields());
        return kind.shape().restore(new Value.Fields(given));
    }

    /** Why a spec would refuse it; empty when it is fine. */
    Optional<String> refusal() {
        if (kind.placement().form() != Placement.Form.SINGLE && address.name().equals(EXACT)) {
            return Optional.of("In a spec \"exact\" is a word about the whole collection and no name.");
        }
        if (placed().byPath().keySet().stream().anyMatch(path -> path.stream().anyMatch(Templates::holds))) {
            return Optional.of("A name that looks like a template cannot be a key of a spec.");
        }
        if (placed().byPath().values().stream().anyMatch(Written::hides)) {
            return Optional.of("It holds characters that cannot be seen, and a spec has none.");
        }
        Optional<D> read = readBack();
        if (read.isEmpty()) {
            return Optional.of("The spec cannot say what the host has here.");
        }
        Diagnostics problems = new Diagnostics();
        kind.check(new Resource<>(address, read, HERE, new TreeMap<>(), Set.of()), problems);
        return problems.sorted().stream()
                .filter(Diagnostic::isError)
                .findFirst()
                .map(d -> "A spec cannot say it: " + d.detail());
    }

    private static boolean hides(Value value) {
        return value.toString().codePoints().anyMatch(c -> c != '\n' && c != '\t' && Names.hidden(c));
    }

    Set<Address> requires() {
        return kind.requires(address, value);
    }

    /** The managed fields of a record: empty collections that mean nothing, and what the place says, are left out. */
    static <D extends Record & Desired> Leaves fields(Kind<D> kind, D value) {
        Map<String, Value> fields =
                new LinkedHashMap<>(trimmed(kind.shape(), kind.shape().managed(value)));
        kind.placement().parent().ifPresent(fields::remove);
        kind.placement().own().ifPresent(fields::remove);
        return fields.isEmpty() ? Leaves.NONE : Leaves.of(List.of(), new Value.Fields(fields));
    }

    /** An absent list and an empty one are the same thing to a reader, unless the list as a whole is optional. */
    private static Map<String, Value> trimmed(Shape<?> shape, Value.Fields fields) {
        Map<String, Value> kept = new LinkedHashMap<>();
        fields.fields().forEach((name, value) -> {
            Value inner = trimmed(shape.field(name).map(Field::type), value);
            boolean plain = shape.field(name).filter(f -> collection(f.type())).isPresent();
            boolean nothing = (plain && empty(inner)) || (inner instanceof Value.Fields && empty(inner));
            if (!nothing) {
                kept.put(name, inner);
            }
        });
        return kept;
    }

    private static Value trimmed(Optional<Type> type, Value value) {
        Optional<Type> inner = type.map(t -> t instanceof Type.Maybe maybe ? maybe.of() : t);
        return inner.isPresent()
                        && inner.orElseThrow() instanceof Type.Fields record
                        && value instanceof Value.Fields fields
                ? new Value.Fields(trimmed(record.shape(), fields))
                : value;
    }

    private static boolean collection(Type type) {
        return type instanceof Type.ListOf || type instanceof Type.SetOf || type instanceof Type.MapOf;
    }

    private static boolean empty(Value value) {
        return (value instanceof Value.Items i && i.items().isEmpty())
                || (value instanceof Value.Fields f && f.fields().isEmpty());
    }
}
