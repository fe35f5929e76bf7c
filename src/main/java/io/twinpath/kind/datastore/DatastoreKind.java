package io.twinpath.kind.datastore;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Needs;
import io.twinpath.kind.Placement;
import io.twinpath.model.Address;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.Set;

/** Datastores and where they lie. */
public final class DatastoreKind implements Kind<Datastore> {

    @Override
    public String name() {
        return "datastore";
    }

    @Override
    public String title() {
        return "a datastore";
    }

    @Override
    public Class<Datastore> type() {
        return Datastore.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("datastores");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public void check(Resource<Datastore> resource, Diagnostics into) {
        resource.desired().ifPresent(datastore -> {
            int given =
                    (datastore.array().isPresent() ? 1 : 0) + (datastore.host().isPresent() ? 1 : 0);
            if (given != 1) {
                into.add(KindProblem.exactlyOne(resource, "array and host", given));
            }
        });
    }

    @Override
    public Set<Address> requires(Address self, Datastore value) {
        return value.array().map(array -> Needs.inSite("array", array)).orElseGet(Set::of);
    }

    @Override
    public List<Binding<Datastore>> bindings() {
        return List.of();
    }
}
