package io.twinpath.kind.policy;

import io.twinpath.diag.Diagnostics;
import io.twinpath.kind.Binding;
import io.twinpath.kind.Kind;
import io.twinpath.kind.KindProblem;
import io.twinpath.kind.Placement;
import io.twinpath.model.FieldPath;
import io.twinpath.model.Resource;
import java.util.List;
import java.util.regex.Pattern;

/** What a site makes of risks. */
public final class PolicyKind implements Kind<Policy> {

    private static final Pattern CODE = Pattern.compile("RSK[0-9]{4}");

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
    public void check(Resource<Policy> resource, Diagnostics into) {
        resource.desired()
                .filter(policy -> !CODE.matcher(policy.risk()).matches())
                .ifPresent(policy -> into.add(KindProblem.malformed(
                        resource, FieldPath.of("risk"), policy.risk(), "the code of a risk, such as RSK0101")));
    }

    @Override
    public List<Binding<Policy>> bindings() {
        return List.of();
    }
}
