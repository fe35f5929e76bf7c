package io.twinpath.kind.datastore;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

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
    public List<Binding<Datastore>> bindings() {
        return List.of();
    }
}
