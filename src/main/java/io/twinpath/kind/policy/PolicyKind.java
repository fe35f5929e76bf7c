package io.twinpath.kind.policy;

import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.Placement;
import java.util.List;

/** What a site makes of risks. */
public final class PolicyKind implements Kind<Policy> {

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String title() {
        return "a policy";
    }

    @Override
    public Class<Policy> type() {
        return Policy.class;
    }

    @Override
    public Placement placement() {
        return Placement.site("policies");
    }

    @Override
    public Role role() {
        return Role.DECLARED;
    }

    @Override
    public List<Binding<Policy>> bindings() {
        return List.of();
    }
}
