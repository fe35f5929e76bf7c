package io.twinpath.kind.array;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Portal;
import io.twinpath.model.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
    public void check(Resource<Array> resource, Diagnostics into) {
        resource.desired().ifPresent(array -> {
            Map<Portal, String> owners = new HashMap<>();
            new TreeMap<>(array.controllers())
                    .forEach((controller, portals) ->
                            portals.forEach(portal -> controller(resource, array, controller, portal, owners, into)));
        });
    }

    private static void controller(
            Resource<Array> resource,
            Array array,
            String controller,
            Portal portal,
            Map<Portal, String> owners,
            Diagnostics into) {
        FieldPath path = FieldPath.of("controllers", controller);
        if (!array.portals().contains(portal)) {
            into.add(KindProblem.malformed(
                    resource, path, portal.toString(), "a portal of this array, as \"portals\" names them"));
        }
        String first = owners.putIfAbsent(portal, controller);
        if (first != null) {
            into.add(KindProblem.contradiction(
                    resource, path, portal + " belongs to the controller " + first + " already."));
        }
    }

    @Override
    public List<Binding<Array>> bindings() {
        return List.of();
    }
}
