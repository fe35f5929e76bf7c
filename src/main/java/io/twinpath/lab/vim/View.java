package io.twinpath.lab.vim;

import io.twinpath.lab.soap.Data;
import io.twinpath.lab.soap.Element;
import io.twinpath.lab.soap.Listing;
import io.twinpath.lab.soap.Ref;
import io.twinpath.lab.soap.Scalar;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A view: a set of objects that a client works with as one, worked out anew on each look. */
final class View implements ManagedObject {

    private final Ref self;
    private final Data properties;
    private final Methods methods;

    private View(Ref self, Data properties, Methods methods) {
        this.self = self;
        this.properties = properties;
        this.methods = methods;
    }

    static View container(Ref self, World world, Ref container, List<String> types, boolean deep) {
        Supplier<Listing> found = () -> Listing.refs(below(world, container, types, deep).stream());
        Data properties = Data.of("ContainerView")
                .put("container", container)
                .texts("type", types)
                .put("recursive", Scalar.of(deep))
                .lazy("view", found);
        return new View(self, properties, destroyable(self));
    }

    static View list(Ref self, List<Ref> objects) {
        List<Ref> held = new ArrayList<>(objects);
        Data properties = Data.of("ListView").lazy("view", () -> Listing.refs(held.stream()));
        Methods methods = destroyable(self)
                .reads("ModifyListView", call -> {
                    held.removeAll(call.method().all("remove").stream()
                            .map(Element::ref)
                            .toList());
                    held.addAll(
                            call.method().all("add").stream().map(Element::ref).toList());
                    return java.util.Optional.empty();
                })
                .reads("ResetListView", call -> {
                    held.clear();
                    held.addAll(
                            call.method().all("obj").stream().map(Element::ref).toList());
                    return java.util.Optional.empty();
                });
        return new View(self, properties, methods);
    }

    @Override
    public Ref self() {
        return self;
    }

    @Override
    public Data properties() {
        return properties;
    }

    @Override
    public Methods methods() {
        return methods;
    }

    private static Methods destroyable(Ref self) {
        return Methods.none().reads("DestroyView", call -> {
            call.session().drop(self);
            return java.util.Optional.empty();
        });
    }

    private static Set<Ref> below(World world, Ref container, List<String> types, boolean deep) {
        Set<Ref> seen = new LinkedHashSet<>();
        Deque<Ref> open = new ArrayDeque<>(world.object(container).contained());
        while (!open.isEmpty()) {
            Ref next = open.remove();
            if (seen.add(next) && deep) {
                world.find(next).ifPresent(o -> open.addAll(o.contained()));
            }
        }
        if (!types.isEmpty()) {
            seen.removeIf(r -> types.stream().noneMatch(t -> Types.is(r.kind(), t)));
        }
        return seen;
    }
}
