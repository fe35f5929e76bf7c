package io.twinpath.kind.array;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** Storage arrays. */
public final class ArrayKind implements Kind<Array> {

    @Override
    public String name() {
        return "array";
    }

    @Override
    public String title() {
        return "a storage array";
    }

    @Override
    public Class<Array> type() {
        return Array.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("arrays");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public List<Binding<Array>> bindings() {
        return List.of();
    }
}
