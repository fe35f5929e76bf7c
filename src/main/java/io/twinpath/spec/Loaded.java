package io.twinpath.spec;

import io.twinpath.kind.Kinds;
import io.twinpath.model.Catalogue;
import io.twinpath.model.Origins;
import io.twinpath.model.Spec;
import io.twinpath.model.Value;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project that was read without errors.
 *
 * @param kinds the kinds that its resources are of
 * @param catalogue the NIC models that are known, those of the inventory included
 * @param vars the variables of each host, rendered
 * @param origins where it says all that does not stand in its resources
 */
public record Loaded(
        Spec spec, Kinds kinds, Catalogue catalogue, SortedMap<String, Value.Fields> vars, Origins origins) {

    public Loaded {
        vars = Collections.unmodifiableSortedMap(new TreeMap<>(vars));
    }

    /** Without the places. */
    public Loaded(Spec spec, Kinds kinds, Catalogue catalogue, SortedMap<String, Value.Fields> vars) {
        this(spec, kinds, catalogue, vars, Origins.none());
    }
}
